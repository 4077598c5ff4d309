/**
 * Answers written as JSON, field by field to a streaming generator. What is written here is
 * described in {@code openapi/components.json}, and tests hold each answer against that. Decides
 * nothing.
 */
package dev.gpuadvisor.json;
