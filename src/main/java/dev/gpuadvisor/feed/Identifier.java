package dev.gpuadvisor.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Names for what has no address of its own: the same for the same text, whoever asks. */
final class Identifier {

  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 1L << 63;

  private Identifier() {}

  /** A UUID of version 8 (RFC 9562): 122 bits of two FNV-1a hashes. */
  static String of(String text) {
    long high = (hash(BASIS, text) & ~0xf000L) | VERSION_8;
    long low = (hash(~BASIS, text) >>> 2) | VARIANT;
    return "urn:uuid:" + new UUID(high, low);
  }

  private static long hash(long basis, String text) {
    long hash = basis;
    for (byte b : text.getBytes(UTF_8)) {
      hash = (hash ^ (b & 0xff)) * PRIME;
    }
    return hash;
  }
}
