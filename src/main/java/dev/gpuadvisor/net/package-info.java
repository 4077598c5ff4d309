/**
 * HTTP/1.1 as far as the product speaks it itself: replies as they come off a connection, and calls
 * of other servers, over TLS. A few classes instead of a client of the JDK or a library's, each of
 * which would cost a cold start more than the calls do.
 */
package dev.gpuadvisor.net;
