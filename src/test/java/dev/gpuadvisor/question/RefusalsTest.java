package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused because of something else that was said, and what just is not. */
class RefusalsTest {

  private static final String MODEL = "model=qwen2.5-14b&";

  @ParameterizedTest
  @CsvSource({
    "runtime=vllm&gpu_layers=20, gpu_layers: fault.other_runtime",
    "runtime=vllm&n_cpu_moe=20, n_cpu_moe: fault.other_runtime",
    "runtime=ollama&cpu_moe=yes, cpu_moe: fault.other_runtime",
    "runtime=llama.cpp&cache_type_v=fp8, cache_type_v: fault.not_in_runtime",
    "runtime=llama.cpp&parallel=tp2, parallel: fault.other_runtime",
    "runtime=transformers-4.46&max_num_seqs=8, max_num_seqs: fault.other_runtime",
    "runtime=transformers-4.46&kv_cache=fp8, kv_cache: fault.not_in_runtime",
    "runtime=vllm&kv_cache=q8_0, kv_cache: fault.not_in_runtime",
    "context=4k&output_tokens=4097, output_tokens: fault.output_tokens",
    "context=0, context: fault.whole_number",
    "runtime=llama.cpp&quantization=nf4, quantization: fault.not_in_runtime",
    "runtime=transformers-4.46&quantization=3bit, quantization: fault.not_in_runtime",
    "quantization=fp8-mxfp4, quantization: fault.needs_experts",
    "parallel=tp0, parallel: fault.parallel",
    "market=spot&spot=false, spot: fault.spot_of_another_market",
    "market=reserved&spot=true, spot: fault.spot_of_another_market",
    "context=, context: fault.empty",
    "region=, region: fault.empty",
    "budget_per_month=, budget_per_month: fault.empty",
    "parallel=tp2pp0, parallel: fault.parallel",
    "draft_tokens=2, draft_tokens: fault.drafts_nothing",
    "draft_model=bge-m3, draft_model: fault.draft_model",
    "draft_model=llama-3.3-70b, draft_model: fault.draft_model",
    "runtime=ollama&draft_model=qwen2.5-0.5b, draft_model: fault.other_runtime",
  })
  void becauseOfOthers(String said, String fault) {
    assertEquals(List.of(fault), Asking.faults(MODEL + said));
  }

  @ParameterizedTest
  @CsvSource({
    "runtime=llama.cpp&gpu_layers=20",
    "runtime=llama.cpp&n_cpu_moe=20&cache_type_v=q4_0&kv_offload=no&swa_full=yes",
    "runtime=llama.cpp&max_num_seqs=8",
    "runtime=vllm&kv_cache=fp8",
    "draft_model=qwen2.5-0.5b",
    "runtime=llama.cpp&draft_model=qwen2.5-0.5b&draft_tokens=8",
    "context=4k&output_tokens=4096",
    "context=4k&output_tokens=0",
    "min_tokens_per_second=20",
  })
  void whatGoesTogether(String said) {
    assertEquals("qwen2.5-14b-instruct", Asking.workload(MODEL + said).model().id());
  }

  @Test
  void theSpeedOfAnEncoderIsNoSpeedOfGenerating() {
    assertEquals(
        List.of(
            "min_tokens_per_second: fault.speed_of_encoder", "model: uncovered.encoder_to_rent"),
        Asking.faults("model=bge-m3&min_tokens_per_second=20"));
  }

  /** As many GPUs as the parallelism takes, where nobody allows others. */
  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "parallel=tp4, 4",
    "parallel=tp2pp2, 4",
    "parallel=auto, 1",
    "parallel=tp2&max_gpus=8, 8",
    "max_gpus=3, 3",
  })
  void gpus(String said, int gpus) {
    assertEquals(gpus, Asking.recommendation(MODEL + said).constraints().maxGpus());
  }

  /** {@code int8} is what bitsandbytes makes in transformers; elsewhere it says how many bits. */
  @ParameterizedTest
  @CsvSource({
    "quantization=int8, int8",
    "runtime=vllm&quantization=int8, gptq-int8",
    "runtime=llama.cpp&quantization=int8, q8_0",
    "runtime=vllm&quantization=8bit, gptq-int8",
    "runtime=vllm&quantization=8bit&quantization=gptq-int8, gptq-int8",
  })
  void int8(String said, String format) {
    assertEquals(
        List.of(format),
        Asking.recommendation(MODEL + said).quantizations().stream()
            .map(choice -> choice.format().id())
            .toList());
  }

  /** A question about 8 and 4 bit of a model that is published in 4 has one format. */
  @Test
  void eachFormatIsAskedForOnce() {
    assertEquals(
        List.of("mxfp4"),
        Asking.recommendation("model=gpt-oss-120b").quantizations().stream()
            .map(choice -> choice.format().id())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "card=RTX_4090, 8192, 2048, 1",
    "card=2x3090, 8192, 2048, 1",
    "card=RTX_4090&context=2k&concurrency=3, 2048, 1024, 3",
  })
  void whatRunsOnHardware(String said, int context, int output, int concurrency) {
    var question = Asking.read(Asking.QUESTIONS.models(), said).hardware().orElseThrow();

    assertEquals(context, question.tokens().context());
    assertEquals(output, question.tokens().outputTokens());
    assertEquals(concurrency, question.tokens().concurrency());
  }

  @ParameterizedTest
  @CsvSource({
    "card=8xH100&gpus=1, 8",
    "card=2x3090&gpus=2, 4",
    "card=RTX_4090&gpus=16, 16",
    "card=8xH100&gpus=2, 16",
  })
  void gpusOfHardware(String said, int gpus) {
    assertEquals(
        gpus,
        Asking.read(Asking.QUESTIONS.models(), said).hardware().orElseThrow().hardware().gpus());
  }

  @ParameterizedTest
  @CsvSource({
    "card=8xH100&gpus=3, gpus: fault.too_many_gpus",
    "gpus=2, card: fault.gpus_of_what",
    "context=8k, card: fault.gpus_of_what",
  })
  void hardwareThatNobodyHas(String said, String fault) {
    assertEquals(List.of(fault), Asking.faults(Asking.QUESTIONS.models(), said));
  }

  /** A card at a number of GPUs is that many, unless the parallelism says how many. */
  @ParameterizedTest
  @CsvSource({
    "card=L4, 1",
    "card=L4&gpus=2, 2",
    "card=2x3090, 2",
    "card=L4&runtime=vllm&parallel=tp4, 4",
    "card=L4&runtime=vllm&parallel=auto, 1",
  })
  void gpusOfAnEstimate(String said, int gpus) {
    var estimate = Asking.read(Asking.QUESTIONS.estimate(), MODEL + said);

    assertEquals(gpus, estimate.gpus());
    assertEquals("8bit", estimate.quantization().asked());
    assertEquals("qwen2.5-14b-instruct", ((Workload) estimate.task()).model().id());
  }
}
