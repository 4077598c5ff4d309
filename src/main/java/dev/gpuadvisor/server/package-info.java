/**
 * The door for development and self-hosting: Quarkus' HTTP server. No part of the native function.
 * May use everything.
 */
package dev.gpuadvisor.server;
