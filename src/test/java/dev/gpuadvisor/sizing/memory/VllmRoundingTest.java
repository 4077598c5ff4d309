package dev.gpuadvisor.sizing.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What logs print above the tensors: of Qwen2-7B 14.2488 GiB, which is 64 MiB more than twice its
 * weights, 8 of them the table of positions.
 */
class VllmRoundingTest {

  private static final long KIB = 1024;

  @ParameterizedTest
  @CsvSource({
    "qwen2-7b, bf16, 1, 58368", // of 28 layers 0.5, 1 and 0.5 MiB, and 0.5 of both tables
    "qwen3-4b, bf16, 1, 55424", // of 36 layers 1 and 0.5 MiB: 7.5552 GiB
    "gemma-3-1b, bf16, 1, 21632", // of 26 layers 0.8125 MiB, and 0.5 of the table: 1.9148 GiB
    "qwen3-32b, bf16, 1, 512", // 61.03 GiB
    "qwen3-32b, bf16, 2, 65792", // of 64 layers 1 MiB: 30.59 GiB
    "llama-3.1-8b, bf16, 1, 0", // 14.9889 GiB
    "exaone-4.0-32b, fp8, 1, 180224", // 30.9891 GiB
    "qwen2-7b, awq, 1, 1024", // of the tables alone: matrices are made anew
    "gpt-oss-120b, mxfp4, 1, 0",
    "deepseek-v3, bf16, 1, 1024", // latent attention, experts
  })
  void whatTheAllocatorAdds(String model, String format, int gpus, long kib) {
    VllmRounding rounding =
        new VllmRounding(Workloads.model(model), Workloads.format(format), gpus);

    assertEquals(kib, (rounding.layers() + rounding.tables()) / KIB);
  }
}
