/**
 * The door for AWS Lambda: events of API Gateway (payload 2.0) become requests, answers become
 * replies. {@link dev.gpuadvisor.function.NativeFunction} is where the native function starts; what
 * it does before the first event is paid for at every cold start. May use everything.
 */
package dev.gpuadvisor.function;
