package dev.gpuadvisor.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * By when an exchange must be over, however slowly it goes on, by the clock that nobody sets.
 *
 * @param nanos of that clock; the largest number for no deadline
 */
record Deadline(long nanos) {

  static final Deadline NONE = new Deadline(Long.MAX_VALUE);

  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  /** What is left of the time, or so many milliseconds where more is left. */
  int atMost(int millis) throws SocketTimeoutException {
    if (this.equals(NONE)) {
      return millis;
    }
    long left = TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("No answer in time");
    }
    return (int) Math.min(left, millis);
  }

  /**
   * What comes in, as long as there is time.
   *
   * @param pause that a single read may take
   */
  InputStream limit(Socket socket, int pause) throws IOException {
    return this.equals(NONE) ? socket.getInputStream() : new Limited(socket, pause, this);
  }

  private static final class Limited extends FilterInputStream {
    private final Socket socket;
    private final int pause;
    private final Deadline deadline;

    Limited(Socket socket, int pause, Deadline deadline) throws IOException {
      super(socket.getInputStream());
      this.socket = socket;
      this.pause = pause;
      this.deadline = deadline;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      socket.setSoTimeout(deadline.atMost(pause));
      return super.read(buffer, from, length);
    }
  }
}
