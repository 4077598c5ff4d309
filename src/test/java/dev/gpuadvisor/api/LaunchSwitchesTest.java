package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Switches of vLLM in the command that starts it. */
class LaunchSwitchesTest {

  static String command(String query) {
    for (JsonNode file : Asking.answer("/v1/launch?" + query).path("files")) {
      if (file.path("name").asText().equals("serve.sh")) {
        return file.path("text").asText();
      }
    }
    throw new AssertionError(query);
  }

  /** What the memory was counted with is in the command, in the words of its release. */
  @ParameterizedTest
  @CsvSource({
    "vllm, language_model_only=true, --language-model-only",
    "vllm-0.11, language_model_only=true, --limit-mm-per-prompt.image 0 --limit-mm-per-prompt.video 0",
    "vllm-0.8, language_model_only=true, '--limit-mm-per-prompt image=0,video=0'",
    "vllm, enforce_eager=true, --enforce-eager",
    "vllm, prefix_caching=false, --no-enable-prefix-caching",
    "vllm, prefix_caching=true, --enable-prefix-caching",
  })
  void switchesAreInTheCommand(String runtime, String switched, String option) {
    String query = "model=qwen2.5-vl-7b&context=8192&runtime=" + runtime;
    String command = command(query + "&" + switched);

    assertTrue((command + " ").contains(option + " ") || command.contains(option + "\n"), command);
    assertFalse(command(query).contains(option));
  }

  /** A model of text alone is none by a switch. */
  @Test
  void textAloneIsSaidOfModelsThatSee() {
    String command = command("model=llama-3.1-8b&runtime=vllm&language_model_only=true");

    assertFalse(command.contains("language-model-only"), command);
  }
}
