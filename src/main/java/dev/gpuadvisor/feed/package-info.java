/** What others embed or follow: a badge for a README, a feed of the prices that changed. */
package dev.gpuadvisor.feed;
