/**
 * From arguments to a typed question, or to all of its faults. The only way in for HTTP, MCP, Slack
 * and the page.
 */
package dev.gpuadvisor.question;
