/**
 * What the API can do: the table of operations with their parameters and answers, and what follows
 * from it, the OpenAPI document and the schemas that MCP shows. Both doors, MCP and the gateway's
 * routes read this table.
 */
package dev.gpuadvisor.operation;
