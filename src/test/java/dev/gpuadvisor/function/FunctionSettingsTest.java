package dev.gpuadvisor.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionSettingsTest {

  @Test
  void takesTheRuntimesAddress() {
    Map<String, String> environment = Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001");
    assertEquals("127.0.0.1:9001", FunctionSettings.of(environment).runtimeApi());
  }

  @Test
  void refusesToRunWithoutARuntime() {
    assertThrows(IllegalStateException.class, () -> FunctionSettings.of(Map.of()));
  }
}
