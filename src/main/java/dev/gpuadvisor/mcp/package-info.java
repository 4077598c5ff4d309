/** The advisor as a server of the Model Context Protocol: one JSON-RPC message in, one out. */
package dev.gpuadvisor.mcp;
