package dev.gpuadvisor.function;

import dev.gpuadvisor.function.runtime.InvocationLoop;
import dev.gpuadvisor.function.runtime.RuntimeApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * The native executable's entry point. A plain main class on purpose: whatever of Quarkus' start is
 * reachable from here is paid in megabytes and milliseconds of a cold start.
 */
public final class NativeFunction {

  /** Made when the image is built; a cold start finds it in memory. */
  private static final GatewayHandler HANDLER = new GatewayHandler();

  private NativeFunction() {}

  public static void main(String[] arguments) {
    try {
      FunctionSettings settings = FunctionSettings.of(System.getenv());
      new InvocationLoop(RuntimeApi.at(settings.runtimeApi()))
          .serve(
              () ->
                  (invocation, answer) ->
                      HANDLER.answer(new ByteArrayInputStream(invocation.event()), answer));
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
    }
    // The loop ends only when the runtime cannot be reached: Lambda replaces a function that exits.
    System.exit(1);
  }
}
