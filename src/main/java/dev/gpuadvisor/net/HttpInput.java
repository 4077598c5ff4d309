package dev.gpuadvisor.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Replies as they come off a connection. */
public final class HttpInput {

  /** Above Lambda's 6 MB for an event, so that only a broken runtime exceeds it. */
  static final int MAX_BODY = 8 << 20;

  private static final int MAX_HEADERS = 100;

  private final InputStream in;
  private final byte[] buffer = new byte[16 << 10];
  private int at;
  private int end;

  public HttpInput(InputStream in) {
    this.in = in;
  }

  /** Waits until there is something to read. */
  public void await() throws IOException {
    if (at == end) {
      fill();
    }
  }

  /** Of the reply proper: interim replies announce it. */
  public ReplyHead head() throws IOException {
    ReplyHead head = nextHead();
    while (head.isInterim()) {
      head = nextHead();
    }
    return head;
  }

  private ReplyHead nextHead() throws IOException {
    ReplyHead head = new ReplyHead(line());
    int headers = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (++headers > MAX_HEADERS) {
        throw new ProtocolException("More than " + MAX_HEADERS + " headers");
      }
      head.add(line);
    }
    return head;
  }

  /** The whole body, in memory. */
  public byte[] body(ReplyHead head) throws IOException {
    if (head.isBodiless()) {
      return new byte[0];
    }
    if (head.isChunked()) {
      return chunks();
    }
    long length = head.contentLength();
    return length < 0 ? rest() : exactly(length);
  }

  private byte[] exactly(long length) throws IOException {
    if (length < 0 || length > MAX_BODY) {
      throw tooLarge();
    }
    byte[] body = new byte[(int) length];
    for (int read = 0; read < body.length; ) {
      await();
      int part = Math.min(body.length - read, end - at);
      System.arraycopy(buffer, at, body, read, part);
      at += part;
      read += part;
    }
    return body;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (long size = chunkSize(); size != 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      if (body.size() > MAX_BODY) {
        throw tooLarge();
      }
      if (!line().isEmpty()) {
        throw new ProtocolException("A chunk does not end where it should");
      }
    }
    while (!line().isEmpty()) {
      // Trailers say nothing that matters here.
    }
    return body.toByteArray();
  }

  long chunkSize() throws IOException {
    String line = line();
    int extension = line.indexOf(';');
    return ReplyHead.parse((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
  }

  private byte[] rest() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    do {
      body.write(buffer, at, end - at);
      if (body.size() > MAX_BODY) {
        throw tooLarge();
      }
      at = 0;
      end = in.read(buffer, 0, buffer.length);
    } while (end >= 0);
    end = 0;
    return body.toByteArray();
  }

  String line() throws IOException {
    int seen = 0;
    while (true) {
      for (; at + seen < end; seen++) {
        if (buffer[at + seen] == '\n') {
          return take(seen);
        }
      }
      fill();
    }
  }

  private String take(int length) {
    boolean carriageReturn = length > 0 && buffer[at + length - 1] == '\r';
    String line = new String(buffer, at, carriageReturn ? length - 1 : length, ISO_8859_1);
    at += length + 1;
    return line;
  }

  /** Reads on behind what has been read but not used, which is moved to the front. */
  private void fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    if (end == buffer.length) {
      throw new ProtocolException("A line of more than " + end + " bytes");
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      throw new EOFException("The connection ended within a reply");
    }
    end += read;
  }

  /** What there is of so many bytes; -1 where the connection has ended. */
  int read(byte[] to, int start, int most) throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer, 0, buffer.length));
      if (end == 0) {
        return -1;
      }
    }
    int part = Math.min(most, end - at);
    System.arraycopy(buffer, at, to, start, part);
    at += part;
    return part;
  }

  private static ProtocolException tooLarge() {
    return new ProtocolException("More than " + MAX_BODY + " bytes");
  }
}
