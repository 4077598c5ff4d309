package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.tuning.TrainingData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fine-tuning run is, from what callers say of it. */
class TuningInputTest {

  private static final String MODEL = "model=llama-3.1-8b&";

  private static Tuning tuning(String query) {
    return (Tuning) Asking.recommendation(MODEL + query).task();
  }

  /** Examples times their average; without one they fill the sequence. */
  @ParameterizedTest
  @CsvSource({
    "dataset_tokens=5m, 5000000, 0",
    "dataset_tokens=5m&examples=10000, 5000000, 500",
    "dataset_tokens=5m&examples=100, 5000000, 2048",
    "dataset_tokens=100&examples=1000, 100, 1",
    "dataset_tokens=5m&average_tokens=300, 5000000, 300",
    "examples=100, 204800, 2048",
    "examples=100&sequence_length=512, 51200, 512",
    "examples=100&average_tokens=300, 30000, 300",
    "examples=100&average_tokens=2048, 204800, 2048",
    "examples=100&average_tokens=3000&packing=true, 300000, 3000",
  })
  void data(String said, long tokens, int average) {
    TrainingData data = tuning("task=lora&" + said).settings().data().orElseThrow();

    assertEquals(tokens, data.tokens());
    assertEquals(average, data.averageTokens());
  }

  @Test
  void withoutDataNothingIsPaidFor() {
    assertTrue(tuning("task=lora").settings().data().isEmpty());
  }

  /** Adapters of rank 16 by default; a full run has none. */
  @ParameterizedTest
  @CsvSource({
    "task=lora, 16",
    "task=qlora, 16",
    "task=lora&lora_rank=1, 1",
    "task=lora&lora_rank=64, 64",
    "task=full, 0",
  })
  void rank(String said, int rank) {
    assertEquals(rank, tuning(said).adapters().rank());
  }

  @ParameterizedTest
  @CsvSource({
    "task=lora, false",
    "task=lora&train_embeddings=true, true",
    "task=lora&train_embeddings=false, false",
  })
  void embeddings(String said, boolean trained) {
    assertEquals(trained, tuning(said).trainsEmbeddings());
  }

  @ParameterizedTest
  @CsvSource({
    "task=lora&lora_rank=0, lora_rank: fault.whole_number",
    "task=lora&lora_rank=many, lora_rank: fault.whole_number",
    "task=lora&batch=0, batch: fault.whole_number",
    "task=full&lora_rank=8, lora_rank: fault.adapters_only",
    "task=full&train_embeddings=true, train_embeddings: fault.adapters_only",
    "train_embeddings=true, train_embeddings: fault.tuning_only",
    "epochs=2, epochs: fault.tuning_only",
    "task=lora&concurrency=4, concurrency: fault.inference_only",
    "task=lora&budget_per_run=5, budget_per_run: fault.run_of_what",
    "task=lora&epochs=3, epochs: fault.data_of_what",
    "task=lora&average_tokens=300, average_tokens: fault.data_of_what",
    "task=lora&examples=9&average_tokens=3000, average_tokens: fault.longer_than_sequence",
    "task=qlora&quantization=16bit, quantization: fault.quantized_base",
    "task=lora&quantization=4bit, quantization: fault.sixteen_bit_base",
    "task=full&offload=parameters&sharding=none, offload: fault.offload_needs_sharding",
    "task=full&offload=parameters&sharding=zero2, offload: fault.offload_needs_sharding",
  })
  void whatIsRefused(String said, String fault) {
    assertEquals(List.of(fault), Asking.faults(MODEL + said));
  }

  /** Parameters are moved out layer by layer, which only who has a part of them does. */
  @ParameterizedTest
  @CsvSource({
    "task=full&offload=parameters",
    "task=full&offload=parameters&sharding=zero3",
    "task=full&offload=parameters&sharding=fsdp",
    "task=full&offload=optimizer&sharding=none",
    "task=full&offload=optimizer&sharding=zero2",
  })
  void whatMayBeMovedOut(String said) {
    assertEquals(
        said.contains("parameters") ? "PARAMETERS" : "OPTIMIZER",
        tuning(said).settings().offload().name());
  }

  @ParameterizedTest
  @CsvSource({
    "task=lora, bf16",
    "task=qlora, nf4",
    "task=qlora&quantization=8bit, int8",
    "task=full, bf16"
  })
  void weightsAreKeptIn(String said, String format) {
    assertEquals(format, Asking.recommendation(MODEL + said).quantizations().get(0).format().id());
  }
}
