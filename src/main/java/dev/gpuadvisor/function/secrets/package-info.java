/**
 * Slack's signing secret, read where it is kept. Nothing here happens before the first request that
 * asks for it: see docs/decisions/slack-secret.md.
 */
package dev.gpuadvisor.function.secrets;
