/** The advisor in Slack: a slash command's request in, one message out. */
package dev.gpuadvisor.slack;
