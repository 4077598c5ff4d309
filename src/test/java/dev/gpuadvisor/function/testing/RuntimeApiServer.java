package dev.gpuadvisor.function.testing;

import dev.gpuadvisor.function.testing.Reply.After;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Lambda Runtime API on a loopback port that leaves every reply to its script. The thread that
 * accepts a connection serves it: no hand-over between threads blurs what is measured.
 */
public final class RuntimeApiServer implements AutoCloseable {

  /** Decides on the replies. Called from the threads of the connections. */
  public interface Script {
    Reply reply(Request request) throws InterruptedException;

    /** The connection was gone before the reply could be sent. */
    default void unsent(Request request, Reply reply) {}
  }

  private static final int CONNECTIONS = 4;

  private final ServerSocket server;
  private final Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  public RuntimeApiServer(Script script) {
    this.script = script;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread thread = new Thread(this::serve, "runtime-api-" + i);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** As Lambda puts it into {@code AWS_LAMBDA_RUNTIME_API}. */
  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        open.add(connection);
        if (server.isClosed()) {
          // Accepted while it was being closed: too late to be cut with the others.
          return;
        }
        connection.setTcpNoDelay(true);
        serve(connection);
        open.remove(connection);
      } catch (IOException e) {
        // The other side is gone, or the server closed: what a test wants to see, it sees
        // elsewhere.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) throws IOException, InterruptedException {
    InputStream in = new BufferedInputStream(connection.getInputStream());
    OutputStream out = connection.getOutputStream();
    After after = After.KEEP;
    for (Request request; after != After.CLOSE && (request = Request.read(in)) != null; ) {
      Reply reply = script.reply(request);
      if (connection.isClosed()) {
        script.unsent(request, reply);
        return;
      }
      out.write(reply.bytes());
      after = reply.after();
      if (after == After.STALL) {
        in.read();
      }
    }
  }

  /** Cuts all connections, as a runtime does that dies; it can be reached again at once. */
  public void cutConnections() {
    for (Socket connection : open) {
      try {
        connection.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      open.remove(connection);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cutConnections();
  }
}
