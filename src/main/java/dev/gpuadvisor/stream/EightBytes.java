package dev.gpuadvisor.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Text eight bytes at a time. No methods on purpose: with {@code -Os} the native image calls what
 * is larger than a few nodes, and a call takes as long as the eight bytes.
 */
public final class EightBytes {

  /** The first byte in the lowest bits. */
  public static final VarHandle OF =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Times a byte: the same byte eight times. */
  public static final long ONES = 0x0101010101010101L;

  public static final long HIGH_BITS = 0x80 * ONES;
  public static final long QUOTES = '"' * ONES;
  public static final long BACKSLASHES = '\\' * ONES;

  private EightBytes() {}
}
