package dev.gpuadvisor.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * HMAC-SHA256 (RFC 2104) over the JDK's SHA-256. Not {@code javax.crypto.Mac}, which looks its
 * provider up again at run time: the native function carries no providers to look among. See
 * docs/decisions/slack-without-sdk.md.
 */
public final class HmacSha256 {

  /** Looked up when the image is built; only ever copied. */
  private static final MessageDigest SHA_256 = lookUp();

  private static final int BLOCK_BYTES = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private HmacSha256() {}

  /**
   * @param message in parts, as if they were one
   */
  public static byte[] of(byte[] key, byte[]... message) {
    byte[] block = key.length > BLOCK_BYTES ? sha256().digest(key) : key;
    MessageDigest inner = sha256();
    inner.update(padded(block, INNER));
    for (byte[] part : message) {
      inner.update(part);
    }
    MessageDigest outer = sha256();
    outer.update(padded(block, OUTER));
    return outer.digest(inner.digest());
  }

  private static byte[] padded(byte[] key, byte pad) {
    byte[] padded = new byte[BLOCK_BYTES];
    for (int i = 0; i < BLOCK_BYTES; i++) {
      padded[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
    }
    return padded;
  }

  private static MessageDigest sha256() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MessageDigest lookUp() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK must have it
    }
  }
}
