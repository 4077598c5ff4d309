package dev.gpuadvisor.function.runtime;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * What is handed in for an event: the bytes of an answer, behind room for the head of the request
 * that takes it. They leave in one piece without being copied for it.
 */
final class Answer extends OutputStream {

  private static final int ROOM = 512;

  private byte[] bytes;
  private int end = ROOM;

  /**
   * @param usual so many bytes need no more memory
   */
  Answer(int usual) {
    bytes = new byte[ROOM + usual];
  }

  static Answer of(byte[] content) {
    Answer answer = new Answer(content.length);
    answer.write(content, 0, content.length);
    return answer;
  }

  @Override
  public void write(int b) {
    makeRoom(1);
    bytes[end++] = (byte) b;
  }

  @Override
  public void write(byte[] more, int from, int length) {
    makeRoom(length);
    System.arraycopy(more, from, bytes, end, length);
    end += length;
  }

  private void makeRoom(int length) {
    if (bytes.length - end < length) {
      int larger = (int) Math.min(Integer.MAX_VALUE - 8, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, Math.max(larger, Math.addExact(end, length)));
    }
  }

  void reset() {
    end = ROOM;
  }

  int size() {
    return end - ROOM;
  }

  /** The request: a head, and the answer behind it. */
  Slice behind(byte[] head) {
    if (head.length > ROOM) {
      byte[] whole = Arrays.copyOf(head, head.length + size());
      System.arraycopy(bytes, ROOM, whole, head.length, size());
      return new Slice(whole, 0, whole.length);
    }
    int start = ROOM - head.length;
    System.arraycopy(head, 0, bytes, start, head.length);
    return new Slice(bytes, start, end - start);
  }

  /** A part of an array. */
  record Slice(byte[] bytes, int from, int length) {}
}
