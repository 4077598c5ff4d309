package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What transformers asks for before it loads weights of a format is installed with it. */
class TransformersLaunchTest {

  @ParameterizedTest
  @CsvSource({
    "4.46, gptq-int8, ==4.46.* accelerate torch optimum auto-gptq",
    "4.40, gptq-int4, ==4.40.* accelerate torch optimum auto-gptq",
    "4.51, gptq-int4, ==4.51.* accelerate torch optimum gptqmodel",
    "4.46, awq, ==4.46.* accelerate torch autoawq",
    "4.46, nf4, ==4.46.* accelerate torch bitsandbytes",
    "4.46, int8, ==4.46.* accelerate torch bitsandbytes",
    "4.51, w4a16, ==4.51.* accelerate torch compressed-tensors",
    "4.46, bf16, ==4.46.* accelerate torch"
  })
  void packages(String version, String format, String expected) {
    installs("qwen2.5-14b&runtime=transformers-" + version + "&quantization=" + format, expected);
  }

  @ParameterizedTest
  @CsvSource(">=4.55 accelerate torch kernels triton")
  void mxfp4HasAFirstRelease(String expected) {
    installs("gpt-oss-20b&runtime=transformers-4.51&quantization=mxfp4", expected);
  }

  private static void installs(String question, String expected) {
    String command = LaunchSwitchesTest.command("provider=all&model=" + question);
    String line = "pip install 'transformers" + expected.replaceFirst(" ", "' ") + "\n";
    assertTrue(command.contains(line), command);
  }
}
