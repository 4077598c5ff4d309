/** HMAC-SHA256, which signatures of Slack and of AWS are made of. Stands on the JDK alone. */
package dev.gpuadvisor.crypto;
