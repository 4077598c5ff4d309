package dev.gpuadvisor.function.runtime;

import java.io.IOException;
import java.io.InputStream;

/** A whole reply, for a connection that is used once. */
public record HttpReply(int status, byte[] body) {

  public static HttpReply read(InputStream in) throws IOException {
    HttpInput input = new HttpInput(in);
    ReplyHead head = input.head();
    return new HttpReply(head.status(), input.body(head));
  }
}
