/**
 * Lays out what is said of an answer in blocks of Slack, within its limits of length and number.
 * Uses the story; knows nothing of lines and signatures.
 */
package dev.gpuadvisor.slack.message;
