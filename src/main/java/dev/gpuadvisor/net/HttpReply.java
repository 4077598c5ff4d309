package dev.gpuadvisor.net;

/** A whole reply, for a connection that is used once. */
public record HttpReply(int status, byte[] body) {}
