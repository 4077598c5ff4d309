package dev.gpuadvisor.advice;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.cards;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Tokens;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs on some hardware, and in which format. */
class RunnableModelTest {

  private static RunnableQuestion on(String runtime, String card, int gpus, int context) {
    return new RunnableQuestion(
        card,
        cards(gpus, card),
        CATALOG.runtimes().find(runtime).orElseThrow(),
        new Tokens(context, Tokens.defaultOutput(context), 1));
  }

  private static String format(String name, RunnableQuestion question) {
    return RunnableModel.of(List.of(model(name)), question).stream()
        .map(each -> each.quantization().format().id())
        .findFirst()
        .orElse("none");
  }

  /**
   * In the most bits that leave room to spare, never more than it is published in: 16 GB of an 8B
   * in 16 bit leave room on 24 GB but none on 16; a 14B takes 8 bits there, a 32B 4.
   */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, transformers, L4, 1, bf16",
    "llama-3.1-8b, transformers, T4, 1, gptq-int8",
    "qwen2.5-14b, transformers, L4, 1, gptq-int8",
    "qwen2.5-14b, transformers, A100_SXM_80, 1, bf16",
    "qwen2.5-32b, transformers, L4, 1, gptq-int4",
    "llama-3.1-70b, transformers, L4, 1, none",
    "llama-3.2-1b, vllm, L4, 1, bf16",
    "llama-3.2-1b, vllm, T4, 1, fp16",
    "llama-3.1-70b, vllm, L4, 4, gptq-int4",
    "llama-3.1-70b, vllm, H100_SXM, 2, fp8",
    "llama-3.1-70b, vllm, H100_SXM, 4, bf16",
    "gpt-oss-20b, vllm, H100_SXM, 1, mxfp4",
    "gpt-oss-120b, vllm, H200_SXM, 1, mxfp4",
  })
  void inTheMostBits(String name, String runtime, String card, int gpus, String format) {
    assertEquals(format, format(name, on(runtime, card, gpus, 4096)));
  }

  /** Only what generates, takes the context and fits; the largest first. */
  @Test
  void whatRunsTakesTheContext() {
    List<Model> all = CATALOG.models().all();
    RunnableQuestion question = on("vllm", "H100_SXM", 1, 65_536);
    List<RunnableModel> running = RunnableModel.of(all, question);

    assertTrue(running.size() > 20, running.size() + " models");
    for (RunnableModel each : running) {
      assertEquals(ModelKind.GENERATOR, each.model().kind());
      assertTrue(each.model().maxContext() >= 65_536);
      assertFalse(each.fitting().fit() == Fit.NO);
      assertEquals(65_536, each.workload().tokens().context());
      assertTrue(each.speed().perSecond().low() > 0);
    }
    assertEquals(
        running.stream()
            .map(each -> each.model().parameters())
            .sorted(Comparator.reverseOrder())
            .toList(),
        running.stream().map(each -> each.model().parameters()).toList());
  }

  /** Qwen2.5 14B takes 32,768 tokens, and not one more. */
  @ParameterizedTest
  @CsvSource({"32768, bf16", "32769, none"})
  void noLongerThanPublished(int context, String format) {
    assertEquals(format, format("qwen2.5-14b", on("vllm", "H100_SXM", 1, context)));
  }
}
