package dev.gpuadvisor.slack;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Lines whose whole answers are stored, in both languages. */
final class GoldenMessages {

  private GoldenMessages() {}

  static Stream<Arguments> lines() {
    return Stream.of(
            Arguments.of("pick", "qwen2.5-14b 8bit"),
            Arguments.of("pick-by-words", "qwen 14b int4 ctx=32k users=4"),
            Arguments.of("budget", "llama-3.1-70b 4bit budget=3/h supply=high"),
            Arguments.of("saving", "qwen2.5-14b 8bit vs a10g@1.00"),
            Arguments.of("all-providers", "qwen2.5-14b 8bit provider=all vs g5.xlarge"),
            Arguments.of("compare", "compare AMPERE_24 ADA_24_PRO for qwen2.5-14b 8bit"),
            Arguments.of("offers", "offers"),
            Arguments.of("offers-of-all", "offers provider=all"),
            Arguments.of("history", "history pod-a100-80gb-secure"),
            Arguments.of("history-of-a-card", "history H100"),
            Arguments.of("launch", "launch llama-3.1-8b on vllm"),
            Arguments.of("launch-training", "launch llama-3.1-8b qlora 5m tokens"),
            Arguments.of("estimate", "estimate llama-3.1-8b 8bit"),
            Arguments.of("launch-on", "launch llama-3.1-8b 16bit on g5.xlarge"),
            Arguments.of("estimate-on", "estimate llama-3.1-8b 8bit on 2x3090"),
            Arguments.of("models", "models llama"),
            Arguments.of("help", "help"),
            Arguments.of("both-formats", "qwen2.5-14b"),
            Arguments.of("part-time-shared", "qwen2.5-14b 8bit hours=40/mo lora=16 share"),
            Arguments.of("several-gpus", "llama-3.1-405b 4bit gpus=8"),
            Arguments.of("nothing-fits", "deepseek-r1 4bit"),
            Arguments.of("left-out", "qwen2.5-14b 8bit please now"),
            Arguments.of("load", "llama-3.1-8b 8 rps 1024/256 60ms"),
            Arguments.of("too-fast", "qwen2.5-32b 16bit 8 rps 1024/256 10ms"),
            Arguments.of("load-per-day", "qwen2.5-14b 8bit 5000 requests/day vs a10g@1.00"),
            Arguments.of("which-model", "qwen 8bit"),
            Arguments.of("unknown", "qwen2.5-14b 8bt supply=hgih"),
            Arguments.of("faults", "qwen2.5-14b ctx=many runtime=tgi supply=hgih"))
        .flatMap(GoldenMessages::inBothLanguages);
  }

  private static Stream<Arguments> inBothLanguages(Arguments line) {
    String name = (String) line.get()[0];
    String text = (String) line.get()[1];
    return Stream.of(
        Arguments.of(name + "-en", text + " en"), Arguments.of(name + "-fr", text + " fr"));
  }
}
