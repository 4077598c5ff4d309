package dev.gpuadvisor.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.function.runtime.InvocationLoop;
import dev.gpuadvisor.function.runtime.RuntimeApi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The native executable's entry point. A plain main class on purpose: whatever of Quarkus' start is
 * reachable from here is paid in megabytes and milliseconds of a cold start.
 */
public final class NativeFunction {

  private static final String QUESTION =
      """
      {"routeKey": "GET /v1/recommendations", "rawQueryString": "model=qwen2.5-14b",
       "headers": {"accept": "*/*"}}""";

  /** Made when the image is built; a cold start finds it in memory. */
  private static final GatewayHandler HANDLER = practised(new GatewayHandler());

  private NativeFunction() {}

  /**
   * Asked once while the image is built: the tables that fill at first use (encoded field names,
   * names of constants, Jackson's own) are full before the first caller comes.
   */
  private static GatewayHandler practised(GatewayHandler handler) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      handler.answer(new ByteArrayInputStream(QUESTION.getBytes(UTF_8)), answer);
      if (!answer.toString(UTF_8).startsWith("{\"statusCode\":200")) {
        throw new IllegalStateException(answer.toString(UTF_8));
      }
      return handler;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
