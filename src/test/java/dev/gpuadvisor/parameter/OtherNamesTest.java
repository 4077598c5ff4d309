package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Asking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever calls a parameter as others do is told its name here, and nothing that looks like it. */
class OtherNamesTest {

  @ParameterizedTest
  @CsvSource({
    "estimate?model=phi-4&gpu=L4, card",
    "estimate?model=phi-4&gpu_type=L4, card",
    "estimate?model=phi-4&users=4, concurrency",
    "estimate?model=phi-4&batch_size=4, concurrency",
    "estimate?model=phi-4&context_length=4096, context",
    "estimate?model=phi-4&max_model_len=4096, context",
    "estimate?model=phi-4&maxModelLen=4096, context",
    "estimate?model=phi-4&num-ctx=4096, context",
    "estimate?model=phi-4&dtype=bf16, quantization",
    "estimate?model=phi-4&kv_cache_dtype=fp8, kv_cache",
    "estimate?model=phi-4&tensor_parallel_size=2, parallel",
    "estimate?model=phi-4&ngl=20, gpu_layers",
    "estimate?model=phi-4&ctv=q4_0, cache_type_v",
    "estimate?model=phi-4&ncmoe=4, n_cpu_moe",
    "estimate?model=phi-4&nkvo=1, kv_offload",
    "estimate?model=phi-4&engine=vllm, runtime",
    "estimate?model_name=phi-4, model",
    "recommendations?model=phi-4&budget=500, budget_per_month",
    "recommendations?model=phi-4&monthly_budget=500, budget_per_month",
    "recommendations?model=phi-4&hours_per_day=8, hours_per_month",
    "recommendations?model=phi-4&cloud=aws, provider",
    "recommendations?model=phi-4&num_gpus=2, max_gpus",
    "recommendations?model=phi-4&current_gpu=L4, current",
    "recommendations?model=phi-4&qps=3, requests_per_second",
    "recommendations?model=phi-4&concurency=3, concurrency",
    "compare?model=phi-4&instance_type=g5.xlarge&offers=g6.xlarge, offers",
    "offers?gpu=H100, card",
    "offers?min_vram=80, min_memory_gib",
    "models?query=llama, search",
  })
  void isToldTheNameHere(String query, String here) {
    JsonNode faults = Asking.errors(Asking.get("/v1/" + query));
    List<String> nearest = new ArrayList<>();
    faults.forEach(fault -> fault.path("nearest").forEach(each -> nearest.add(each.asText())));

    assertEquals(here, nearest.get(0), faults::toString);
  }

  /** Each name means one thing, and what it means are parameters. */
  @Test
  void allAreParameters() {
    Set<String> known = new HashSet<>();
    ParameterTable.standard().all().forEach(each -> known.add(each.name()));
    OtherNames.names()
        .forEach(
            (elsewhere, here) -> {
              assertFalse(here.isEmpty(), elsewhere + " means several things");
              assertTrue(known.containsAll(here), elsewhere + " " + here);
            });
    assertTrue(OtherNames.names().size() > 130, () -> "names: " + OtherNames.names().size());
  }
}
