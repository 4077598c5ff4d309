package dev.gpuadvisor.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.click.Outbox;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;

/**
 * Answers the events of API Gateway's HTTP APIs and of Lambda function URLs (payload format 2.0).
 * Whatever the event, it has an answer: only a failing {@code answer} stream is thrown.
 */
@Singleton
public final class GatewayHandler implements RequestStreamHandler {

  private final Api api;

  /** In a runtime of AWS's own, which freezes the function as soon as it has replied. */
  @Inject
  public GatewayHandler() {
    this(BundledCatalog.catalog(), Lexicon.of(BundledCatalog.catalog()), Outbox.atOnce());
  }

  /**
   * @param catalog that all answers are about
   * @param lexicon of its names
   * @param outbox what follows replies
   */
  GatewayHandler(Catalog catalog, Lexicon lexicon, Outbox outbox) {
    api =
        GpuAdvisor.api(
            Questions.of(catalog, lexicon, FunctionSettings.HUB),
            Clock.systemUTC(),
            FunctionSettings.slack(outbox),
            FunctionSettings.MCP);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    answer(event, answer);
  }

  void answer(InputStream event, OutputStream answer) throws IOException {
    GatewayResponse.write(respond(event), answer);
  }

  private ApiResponse respond(InputStream event) {
    try {
      return api.handle(GatewayEvent.read(event));
    } catch (UnreadableEventException e) {
      return Api.refusal(e.problem());
    }
  }
}
