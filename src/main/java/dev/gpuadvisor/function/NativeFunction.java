package dev.gpuadvisor.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.Prices;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.function.runtime.EventHandler;
import dev.gpuadvisor.function.runtime.Invocation;
import dev.gpuadvisor.function.runtime.InvocationLoop;
import dev.gpuadvisor.function.runtime.RuntimeApi;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.slack.click.Outbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The native executable's entry point. A plain main class on purpose: whatever of Quarkus' start is
 * reachable from here is paid in megabytes and milliseconds of a cold start.
 */
public final class NativeFunction {

  private static final String QUESTION =
      """
      {"routeKey": "GET /v1/recommendations", "rawQueryString": "model=qwen2.5-14b",
       "headers": {"accept": "*/*"}}\
      """;

  private static final String TOOLS =
      """
      {"routeKey": "POST /mcp",
       "headers": {"accept": "application/json", "content-type": "application/json"},
       "body": "{\\"jsonrpc\\": \\"2.0\\", \\"id\\": 1, \\"method\\": \\"tools/list\\"}"}\
      """;

  private static final Afterwards AFTERWARDS = new Afterwards();

  /** Of the bundled names, which no file of prices changes. */
  private static final Lexicon LEXICON = Lexicon.of(BundledCatalog.catalog());

  /** Made when the image is built; a cold start finds it in memory. */
  private static final GatewayHandler HANDLER =
      practised(new GatewayHandler(BundledCatalog.catalog(), LEXICON, Outbox.later(AFTERWARDS)));

  private NativeFunction() {}

  /**
   * Asked while the image is built: the tables that fill at first use (encoded field names, names
   * of constants, assistants' tools, Jackson's own) are full before the first caller comes.
   */
  private static GatewayHandler practised(GatewayHandler handler) {
    practise(handler, QUESTION);
    practise(handler, TOOLS);
    return handler;
  }

  private static void practise(GatewayHandler handler, String event) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      handler.answer(new ByteArrayInputStream(event.getBytes(UTF_8)), answer);
      if (!answer.toString(UTF_8).startsWith("{\"statusCode\":200")) {
        throw new IllegalStateException(answer.toString(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The finished one, unless there is a file of other prices. */
  private static GatewayHandler handler() {
    Catalog catalog = Prices.catalog(System::getenv, System.err::println);
    return catalog == BundledCatalog.catalog()
        ? HANDLER
        : new GatewayHandler(catalog, LEXICON.with(catalog.priceLists()), Outbox.later(AFTERWARDS));
  }

  private static EventHandler events(GatewayHandler handler) {
    return new EventHandler() {
      @Override
      public void handle(Invocation invocation, OutputStream answer) throws IOException {
        handler.answer(new ByteArrayInputStream(invocation.event()), answer);
      }

      @Override
      public void answered() {
        AFTERWARDS.run();
      }
    };
  }

  public static void main(String[] arguments) {
    try {
      FunctionSettings settings = FunctionSettings.of(System.getenv());
      EventHandler events = events(handler());
      new InvocationLoop(RuntimeApi.at(settings.runtimeApi())).serve(() -> events);
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
    }
    // The loop ends only when the runtime cannot be reached: Lambda replaces a function that exits.
    System.exit(1);
  }
}
