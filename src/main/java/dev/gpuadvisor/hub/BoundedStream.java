package dev.gpuadvisor.hub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is read of one look-up, all its replies together. */
final class BoundedStream extends FilterInputStream {

  /** Bytes that may still be read. */
  static final class Budget {

    private long left;

    Budget(long most) {
      this.left = most;
    }

    private void take(long bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("More was sent than a look-up reads");
      }
    }
  }

  private final Budget budget;

  BoundedStream(InputStream in, Budget budget) {
    super(in);
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    budget.take(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] to, int start, int most) throws IOException {
    int part = super.read(to, start, most);
    budget.take(Math.max(0, part));
    return part;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    budget.take(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
