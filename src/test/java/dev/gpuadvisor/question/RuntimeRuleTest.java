package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.RuntimeReason;
import dev.gpuadvisor.sizing.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which runtime a question is about where it names none, and why. */
class RuntimeRuleTest {

  @ParameterizedTest
  @CsvSource({
    "'', transformers-4.46, ONE_USER",
    "concurrency=1, transformers-4.46, ONE_USER",
    "concurrency=2, vllm, USERS",
    "max_gpus=1, transformers-4.46, ONE_USER",
    "max_gpus=2, vllm, SEVERAL_GPUS",
    "min_tokens_per_second=20, vllm, SPEED",
    "max_seconds_per_token=0.05, vllm, SPEED",
    "rank_by=speed, vllm, SPEED",
    "rank_by=cost_per_token, vllm, SPEED",
    "rank_by=price, transformers-4.46, ONE_USER",
    "rank_by=speed&concurrency=2, vllm, USERS",
    "rank_by=speed&quantization=nf4, transformers-4.46, ONE_USER",
    "requests_per_day=10, vllm, LOAD",
    "requests_per_day=10&concurrency=2, vllm, LOAD",
    "runtime=llama.cpp&concurrency=2, llama.cpp, ASKED",
    "runtime=transformers-4.46&max_gpus=2, transformers-4.46, ASKED",
  })
  void scale(String said, String runtime, RuntimeReason reason) {
    assertRuntime("model=llama-3.1-8b&" + said, runtime, reason);
  }

  /** transformers 4.46 keeps the cache in BF16, vLLM also in FP8, only llama.cpp in other forms. */
  @ParameterizedTest
  @CsvSource({
    "kv_cache=bf16, transformers-4.46, ONE_USER",
    "kv_cache=fp8, vllm, CACHE",
    "kv_cache=q8_0, llama.cpp, CACHE",
    "kv_cache=q4_0&max_gpus=2, llama.cpp, CACHE",
    "gpu_layers=20, llama.cpp, SETTING",
    "n_cpu_moe=20, llama.cpp, SETTING",
    "cpu_moe=yes, llama.cpp, SETTING",
    "kv_offload=no, llama.cpp, SETTING",
    "swa_full=yes, llama.cpp, SETTING",
    "cache_type_v=q4_0, llama.cpp, SETTING",
    "gpu_memory_utilization=0.8, vllm, SETTING",
    "max_num_seqs=8, vllm, SETTING",
    "max_num_batched_tokens=4k, vllm, SETTING",
    "parallel=tp2, vllm, SETTING",
  })
  void whatOnlyOneOfThemHas(String said, String runtime, RuntimeReason reason) {
    assertRuntime("model=llama-3.1-8b&" + said, runtime, reason);
  }

  /** A family of bits means what a runtime has of it; the name of a GGUF file names its runtime. */
  @ParameterizedTest
  @CsvSource({
    "quantization=8bit, transformers-4.46, ONE_USER",
    "quantization=bf16, transformers-4.46, ONE_USER",
    "quantization=nf4, transformers-4.46, ONE_USER",
    "quantization=nf4&max_gpus=2, transformers-4.46, ONE_USER",
    "quantization=gptq-int8, transformers-4.46, ONE_USER",
    "quantization=gptq-int4&max_gpus=2, vllm, SEVERAL_GPUS",
    "quantization=awq, vllm, FORMAT",
    "quantization=awq&quantization=8bit, vllm, FORMAT",
    "quantization=awq&quantization=nf4, transformers-4.46, ONE_USER",
    "quantization=fp8&concurrency=2, vllm, USERS",
    "quantization=3bit, llama.cpp, GGUF",
    "quantization=6bit, llama.cpp, GGUF",
    "quantization=q4_k_m, llama.cpp, GGUF",
    "quantization=q4_k_m&concurrency=8, llama.cpp, GGUF",
    "quantization=8bit&quantization=q4_k_m, llama.cpp, GGUF",
    "quantization=4bit&quantization=2bit, llama.cpp, GGUF",
  })
  void formats(String said, String runtime, RuntimeReason reason) {
    assertRuntime("model=qwen2.5-14b&" + said, runtime, reason);
  }

  /** gpt-oss is published in MXFP4, DeepSeek V3 in FP8, Llama in BF16. */
  @ParameterizedTest
  @CsvSource({
    "gpt-oss-120b, vllm, FORMAT",
    "deepseek-v3, vllm, FORMAT",
    "llama-3.1-8b, transformers-4.46, ONE_USER",
  })
  void whatItIsPublishedIn(String model, String runtime, RuntimeReason reason) {
    assertRuntime("model=" + model, runtime, reason);
  }

  private static void assertRuntime(String query, String runtime, RuntimeReason reason) {
    Workload workload = Asking.workload(query);

    assertEquals(runtime, workload.runtime().id());
    assertEquals(reason, workload.reason());
  }
}
