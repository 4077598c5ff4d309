package dev.gpuadvisor.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** The body of a reply, read as it comes: nobody has to hold it, or to read it to its end. */
final class BodyStream extends InputStream {

  private static final long TO_THE_END = Long.MAX_VALUE;

  private final HttpInput input;
  private final boolean chunked;
  private final boolean bounded;

  /** Of the body, or of the chunk that is being read. */
  private long left;

  private boolean inChunk;
  private boolean ended;

  BodyStream(HttpInput input, ReplyHead head) throws ProtocolException {
    this.input = input;
    this.chunked = head.isChunked();
    long length = head.isBodiless() ? 0 : head.contentLength();
    if (length < -1) {
      throw new ProtocolException("A length that no body has");
    }
    this.bounded = chunked || length >= 0;
    this.left = chunked ? 0 : bounded ? length : TO_THE_END;
  }

  /** Whether it was read to its end, so that another reply may follow. */
  boolean isRead() {
    return ended || bounded && !chunked && left == 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int start, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (ended || left == 0 && !nextChunk()) {
      ended = true;
      return -1;
    }
    int part = input.read(to, start, (int) Math.min(most, left));
    if (part < 0 && bounded) {
      throw new EOFException("The connection ended within a body");
    }
    ended = part < 0;
    left -= Math.max(0, part);
    return part;
  }

  private boolean nextChunk() throws IOException {
    if (!chunked) {
      return false;
    }
    if (inChunk && !input.line().isEmpty()) {
      throw new ProtocolException("A chunk does not end where it should");
    }
    inChunk = true;
    left = input.chunkSize();
    if (left < 0) {
      throw new ProtocolException("A chunk of a size that none has");
    }
    if (left > 0) {
      return true;
    }
    while (!input.line().isEmpty()) {
      // Trailers say nothing that matters here.
    }
    return false;
  }
}
