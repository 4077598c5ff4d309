package dev.gpuadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever hears no more of a reply than its text knows the answer. */
class SpokenTextTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/slack");

  private static final Pattern OFFER =
      Pattern.compile("\\b(?:[A-Z]+_[0-9A-Z_]+|pod-[a-z0-9-]+)\\b");
  private static final Pattern PRICE =
      Pattern.compile("\\$[0-9.,]+ (?:an|per) hour|[0-9,]+\u00a0\\$ (?:de l'|par )heure");

  /** What a reply of this kind gives as its reason, in either language. */
  private static final Map<String, String> REASONS =
      Map.of(
          "compare", "room to spare|garde de la marge",
          "budget", "over the budget|dépasse le budget",
          "nothing-fits", "needs|demande",
          "load", "carries the load|porte le trafic",
          "load-per-day", "carries the load|porte le trafic",
          "history", "has cost that since|Ce prix date",
          "launch", "vllm serve",
          "launch-training", "trl sft");

  private static final String REASON_OF_A_PICK = "The cheapest offer|L'offre la moins chère";

  /** Of the replies that name no offer, what they are about. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "models", "meta-llama-3-8b-instruct",
          "help", "8bit",
          "estimate", "Llama-3",
          "estimate-on", "2 x RTX_3090",
          "launch-on", "g5.xlarge",
          "too-fast", "BLACKWELL_180_PRO",
          "history-of-a-card", "H100",
          "which-model", "qwen",
          "unknown", "8bt",
          "faults", "hgih");

  private static final Set<String> LISTS = Set.of("offers", "offers-of-all");

  static Stream<Path> replies() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("replies")
  void namesOfferPriceAndReason(Path reply) {
    String text = text(reply);
    String name = reply.getFileName().toString().replaceAll("-(en|fr)\\.json", "");

    assertTrue(Pattern.compile(".*: /gpu [^`]+", Pattern.DOTALL).matcher(text).matches(), text);
    if (OTHERS.containsKey(name)) {
      assertTrue(text.contains(OTHERS.get(name)), text);
      return;
    }
    assertTrue(OFFER.matcher(text).find(), text);
    assertTrue(PRICE.matcher(text).find(), text);
    if (!LISTS.contains(name)) {
      String reason = REASONS.getOrDefault(name, REASON_OF_A_PICK);
      assertTrue(Pattern.compile(reason).matcher(text).find(), text);
    }
  }

  @Test
  void saysHowFullTheMemoryIsWhatIsSavedAndWhatIsNext() {
    String text = text(GOLDEN.resolve("saving-en.json"));

    for (String part :
        List.of("Rent AMPERE_24 ", "$499.32", "79.9%", "saves 31.6%", "out of supply")) {
      assertTrue(text.contains(part), part + ": " + text);
    }
  }

  @Test
  void saysOfListsTheFirstFive() {
    String text = text(GOLDEN.resolve("offers-en.json"));

    assertEquals(5, PRICE.matcher(text).results().count(), text);
  }

  private static String text(Path reply) {
    try {
      return new ObjectMapper().readTree(Files.readString(reply)).path("text").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
