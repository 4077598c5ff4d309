package dev.gpuadvisor.server;

import dev.gpuadvisor.cli.Main;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The jar's entry point: the server, or with words behind it the command line, without Quarkus. */
@QuarkusMain
public final class ServerMain {

  private ServerMain() {}

  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      Main.main(arguments);
    } else {
      Quarkus.run();
    }
  }
}
