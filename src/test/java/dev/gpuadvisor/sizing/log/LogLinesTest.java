package dev.gpuadvisor.sizing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.log.StartupLog.Outcome;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single lines of logs, in the words of the releases that print them, and what they say. */
class LogLinesTest {

  private static final String VLLM = "INFO Available KV cache memory: 8.20 GiB\n";

  private static StartupLog vllm(String line) {
    return StartupLogs.read(line + "\n" + VLLM).orElseThrow();
  }

  /** A setting is what the first line says that has it; what is none is left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "config: model='Qwen/Qwen3-8B', dtype=auto | model | Qwen/Qwen3-8B",
        "args: {'model': 'Qwen/Qwen3-8B', 'port': 1} | model | Qwen/Qwen3-8B",
        "args: {'model_tag': 'Qwen/Qwen3-8B'} | model | Qwen/Qwen3-8B",
        "max_seq_len=40960, x=1 | context | 40960",
        "'max_model_len': 8192, 'x': 1 | context | 8192",
        "max_seq_len=1, x | context | 1",
        "max_seq_len=0, x | context | none",
        "'max_num_seqs': 64} | max_num_seqs | 64",
        "Setting max_num_seqs to 32 | max_num_seqs | 32",
        "'max_num_batched_tokens': 2048} | max_num_batched_tokens | 2048",
        "Setting max_num_batched_tokens to 4096 | max_num_batched_tokens | 4096",
        "enabled with max_num_batched_tokens=8192. | max_num_batched_tokens | 8192",
        "'gpu_memory_utilization': 0.85} | gpu_memory_utilization | 0.85",
        "gpu_memory_utilization=0.85, x | gpu_memory_utilization | 0.85",
        "x gpu_memory_utilization (0.90) = 21.20GiB | gpu_memory_utilization | 0.9",
        "Desired GPU memory utilization is (0.9, 71.27 GiB) | gpu_memory_utilization | 0.9",
        "gpu_memory_utilization=1.0, x | gpu_memory_utilization | 1.0",
        "gpu_memory_utilization=1.01, x | gpu_memory_utilization | none",
        "gpu_memory_utilization=0, x | gpu_memory_utilization | none",
        "kv_cache_dtype=fp8_e5m2, x | kv_cache | fp8",
        "kv_cache_dtype=fp8, x | kv_cache | fp8",
        "kv_cache_dtype=auto, x | kv_cache | none",
        "quantization=gptq_marlin, x | quantization | gptq-int4",
        "quantization=gptq, x | quantization | gptq-int4",
        "quantization=awq, x | quantization | awq",
        "quantization=awq_marlin, x | quantization | awq",
        "quantization=fbgemm_fp8, x | quantization | fp8",
        "quantization=bitsandbytes, x | quantization | nf4",
        "quantization=None, x | quantization | 16bit",
        "quantization=mxfp4, x | quantization | mxfp4",
        "quantization=compressed-tensors, x | quantization | none",
        "quantization=modelopt, x | quantization | none",
        "tensor_parallel_size=4, x | gpus | 4",
        "tensor_parallel_size=4, x | parallel | none",
        "tensor_parallel_size=4, pipeline_parallel_size=2, x | gpus | 8",
        "tensor_parallel_size=4, pipeline_parallel_size=2, x | parallel | tp4pp2",
        "tensor_parallel_size=1, pipeline_parallel_size=1, x | gpus | 1",
        "tensor_parallel_size=0, x | gpus | none",
        "tensor_parallel_size=2, pipeline_parallel_size=0, x | gpus | none",
      })
  void aSetting(String line, String name, String value) {
    assertEquals(value, vllm(line).settings().getOrDefault(name, "none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Model loading took 7.6300 GiB and 2.1 seconds | weights_gib | 7.63",
        "Loading model weights took 14.9888 GB | weights_gib | 14.9888",
        "model weights take 14.99GiB; | weights_gib | 14.99",
        "memory: 23 GiB; weights memory: 14.2 GiB | weights_gib | 14.2",
        "Actual usage is 14.99 GiB for weight, | weights_gib | 14.99",
        "non_torch_memory takes 0.06GiB; | non_torch_gib | 0.06",
        "non_torch_memory=0.07GiB, | non_torch_gib | 0.07",
        "non-torch forward increase memory: 0.05GiB; | non_torch_gib | 0.05",
        "0.25 GiB for non-torch memory, | non_torch_gib | 0.25",
        "PyTorch activation peak memory takes 1.23GiB; | activation_peak_gib | 1.23",
        "torch peak memory increase: 1.41GiB; | activation_peak_gib | 1.41",
        "and 1.89 GiB for peak activation, | activation_peak_gib | 1.89",
        "can use total_gpu_memory (23.55GiB) x | total_gib | 23.55",
        "total_gpu_memory=79.11GiB, | total_gib | 79.11",
        "Free memory on device (78.68/79.19 GiB) on startup. | total_gib | 79.19",
        "the rest of the memory reserved for KV Cache is 4.92GiB. | kv_cache_gib | 4.92",
        "kv_cache_size=3.10GiB, | kv_cache_gib | 3.1",
        "larger than the available KV cache memory (7.04 GiB). | kv_cache_gib | 7.04",
        "GPU KV cache size: 959,504 tokens | kv_tokens | 959504",
        "# GPU blocks: 2517, # CPU blocks: 2048 | kv_tokens | 40272",
        "# CUDA blocks: 2517, # CPU blocks: 2048 | kv_tokens | 40272",
        "# cuda blocks: 2517, # CPU blocks: 2048 | kv_tokens | 40272",
        "# rocm blocks: 2517, # CPU blocks: 2048 | kv_tokens | 40272",
        "Maximum concurrency for 8192 tokens per request: 4.92x | max_concurrency | 4.92",
        "Graph capturing finished in 4 secs, took 0.51 GiB | cuda_graph_gib | 0.51",
        "0.91 GiB for CUDAGraph memory. | cuda_graph_gib | 0.91",
        "Capturing, took 0.51 GiB | cuda_graph_gib | -1",
      })
  void aSize(String line, String part, double gib) {
    double others = part.equals("kv_cache_gib") ? 8.2 : -1;
    double read = vllm(line).parts().getOrDefault(part, others);

    assertEquals(gib, read, 1e-9);
  }

  /** Of several workers the one counts that has least to offer. */
  @Test
  void ofSeveralWorkersTheWorstCounts() {
    Map<String, Double> parts =
        vllm("""
        Model loading took 7.63 GiB
        Model loading took 7.64 GiB
        Model loading took 7.62 GiB
        # GPU blocks: 2517, # CPU blocks: 2048
        # GPU blocks: 2500, # CPU blocks: 2048
        # GPU blocks: 2510, # CPU blocks: 2048
        Available KV cache memory: 7.00 GiB
        Available KV cache memory: 9.00 GiB\
        """)
            .parts();

    assertEquals(7.64, parts.get("weights_gib"), 1e-9);
    assertEquals(40_000, parts.get("kv_tokens"), 1e-9);
    assertEquals(7.00, parts.get("kv_cache_gib"), 1e-9);
  }

  /** vLLM 0.6.4 prints weights and peak as one: the peak is what is left of it. */
  @Test
  void thePeakIsWhatTheWeightsLeave() {
    String both = "peak_torch_memory=16.50GiB, x";

    assertEquals(
        1.5,
        vllm(both + "\nmodel weights take 15.00GiB;").parts().get("activation_peak_gib"),
        1e-9);
    assertEquals(null, vllm(both).parts().get("activation_peak_gib"));
    assertEquals(
        1.2,
        vllm(both + "\nmodel weights take 15.00GiB; torch peak memory increase: 1.2GiB;")
            .parts()
            .get("activation_peak_gib"),
        1e-9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vLLM API server version 0.11.0 | 0.11.0",
        "vLLM API server version v0.11.0 | 0.11.0",
        "Initializing a V1 LLM engine (v0.8.5) with config | 0.8.5",
        "vLLM API server version 0.10.2, x | 0.10.2",
        "nothing of a version | none",
      })
  void aRelease(String line, String release) {
    assertEquals(release, vllm(line).release().orElse("none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INFO: Application startup complete. | STARTED",
        "Graph capturing finished in 4 secs, took 0.51 GiB | STARTED",
        "ValueError: (8.18 GiB KV cache is needed, which is larger | MAX_LEN_REFUSED",
        "The model's max seq len (131072) is larger than the maximum number of tokens |"
            + " MAX_LEN_REFUSED",
        "The model's max seq len is 8192 | none",
        "it is larger than the maximum number of tokens | none",
        "ValueError: No available memory for the cache blocks. | OUT_OF_MEMORY",
        "RuntimeError: CUDA out of memory. | OUT_OF_MEMORY",
        "torch.OutOfMemoryError: tried to allocate | OUT_OF_MEMORY",
      })
  void anOutcome(String line, String outcome) {
    assertEquals(outcome, vllm(line).outcome().map(Outcome::name).orElse("none"));
  }

  @Test
  void whatFailedInTheEndDidNotStart() {
    assertEquals(
        Optional.of(Outcome.OUT_OF_MEMORY),
        vllm("CUDA out of memory.\nApplication startup complete.").outcome());
  }
}
