package dev.gpuadvisor.function.runtime;

import dev.gpuadvisor.net.HttpInput;
import dev.gpuadvisor.net.ReplyHead;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One connection to one server, opened when it is needed and kept for as long as it lasts. */
final class HttpConnection {

  private final InetSocketAddress server;

  /** A reply that has begun, and one that is due at once, must not pause for longer. */
  private final int pauseMillis;

  private Socket socket;
  private HttpInput input;

  HttpConnection(InetSocketAddress server, int pauseMillis) {
    this.server = server;
    this.pauseMillis = pauseMillis;
  }

  ReplyHead exchange(Answer.Slice request, WakefulWait wait) throws IOException {
    open();
    socket.getOutputStream().write(request.bytes(), request.from(), request.length());
    wait.await(socket.getInputStream());
    socket.setSoTimeout(wait.mostMillis());
    input.await();
    socket.setSoTimeout(pauseMillis);
    return input.head();
  }

  /** Must follow each {@link #exchange}, or the connection be closed. */
  byte[] body(ReplyHead head) throws IOException {
    byte[] body = input.body(head);
    if (head.endsConnection()) {
      close();
    }
    return body;
  }

  private void open() throws IOException {
    if (socket == null) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.connect(server, pauseMillis);
      input = new HttpInput(socket.getInputStream());
    }
  }

  void close() {
    Socket closing = socket;
    socket = null;
    input = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException e) {
        // It is of no more use either way.
      }
    }
  }
}
