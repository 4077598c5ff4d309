/**
 * Reads a line as people type it into Slack, words in any order, into the arguments of an
 * operation; what was not understood becomes a doubt, and is never guessed.
 */
package dev.gpuadvisor.slack.line;
