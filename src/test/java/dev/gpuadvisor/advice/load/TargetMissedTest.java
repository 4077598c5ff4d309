package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Change;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.speed.Capacity;
import dev.gpuadvisor.sizing.speed.LoadedServer;
import dev.gpuadvisor.sizing.speed.Requests;
import dev.gpuadvisor.sizing.speed.ServerRoom;
import dev.gpuadvisor.sizing.speed.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where even one user waits too long, more workers do not help: what does is said. */
class TargetMissedTest {

  private static Map<String, String> asked(String model, String... more) {
    Map<String, String> asked = new HashMap<>();
    asked.put("model", model);
    asked.put("requests_per_second", "8");
    for (int i = 0; i < more.length; i += 2) {
      asked.put(more[i], more[i + 1]);
    }
    return asked;
  }

  private static Optional<Note> note(Recommendation recommendation, String code) {
    return recommendation.notes().stream()
        .filter(each -> each.code().id().equals(code))
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  private static List<String> helps(Note note) {
    return note.text().values().stream()
        .filter(value -> value.name().equals("helps"))
        .map(value -> (List<String>) value.content())
        .findFirst()
        .orElse(List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, max_seconds_per_token, 1ms",
    "qwen2.5-32b, max_seconds_per_token, 5ms",
    "qwen2.5-32b, max_first_token_seconds, 20ms",
    "llama-3.3-70b, max_seconds_per_token, 8ms"
  })
  void nothingIsAdvisedAndWhatHelpsReallyDoes(String model, String target, String seconds) {
    Map<String, String> asked = asked(model, target, seconds, "quantization", "16bit");
    Recommendation recommendation = Loads.recommend(asked, Map.of());
    assertTrue(recommendation.picks().recommended().isEmpty());
    List<String> helps = helps(note(recommendation, "target_missed").orElseThrow());
    assertFalse(helps.isEmpty());
    for (String help : helps) {
      Map<String, String> with = new HashMap<>(asked);
      for (String setting : help.split(" ")) {
        String[] both = setting.split("=");
        with.put(both[0], both[1]);
      }
      assertTrue(Loads.recommend(with, Map.of()).picks().recommended().isPresent(), help);
    }
  }

  /** Whatever is asked: a plan is of workers each of which answers one user in time. */
  @RepeatedTest(12)
  void noFleetIsMadeOfWorkersThatMissTheTarget(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Map<String, String> asked =
        asked(
            random.nextBoolean() ? "llama-3.1-8b" : "qwen2.5-14b",
            "provider",
            random.nextBoolean() ? "runpod-serverless" : "modal,aws",
            "max_seconds_per_token",
            (1 + random.nextInt(40)) + "ms",
            "max_first_token_seconds",
            (20 + random.nextInt(1000)) + "ms",
            "input_tokens",
            Integer.toString(1 + random.nextInt(4000)));
    Recommendation recommendation = Loads.recommend(asked, Map.of());
    for (Assessment each : recommendation.assessments()) {
      if (each.load().isPresent() && each.load().get().shareAlone() > 1) {
        assertTrue(each.plan().isEmpty(), each.offer().id());
        assertTrue(each.differencePercent().isEmpty(), each.offer().id());
      }
    }
    boolean missed = note(recommendation, "target_missed").isPresent();
    assertTrue(!missed || recommendation.picks().recommended().isEmpty());
  }

  @Test
  void ofAPoolThatCardCountsThatCarriesLeastWithinTheTargets() {
    Targets targets = Targets.of(0.5, 0.02);
    Requests requests = Requests.of(1024, 256);
    ServerRoom room = new ServerRoom(100, 100, 8192);
    List<String> cards = List.of("A100_SXM_80", "L40S", "A10G");
    double least =
        cards.stream()
            .map(card -> servers(List.of(card), room, requests).get(0).capacity(targets))
            .mapToDouble(Capacity::requestsPerSecond)
            .min()
            .orElseThrow();
    double pool =
        servers(cards, room, requests).stream()
            .mapToDouble(each -> each.capacity(targets).requestsPerSecond())
            .min()
            .orElseThrow();
    assertEquals(0, least);
    assertEquals(least, pool);
  }

  private static List<LoadedServer> servers(
      List<String> cards, ServerRoom room, Requests requests) {
    return LoadedServer.onEach(
        Workloads.on("vllm", "llama-3.1-8b", new Tokens(1280, 256, 1)),
        Workloads.format("bf16"),
        Workloads.cards(1, cards.toArray(String[]::new)),
        room,
        requests);
  }

  @Test
  void aFleetOfIdleWorkersIsCalledThat() {
    Recommendation recommendation =
        Loads.recommend(
            asked("llama-3.1-8b", "max_seconds_per_token", "2.05ms"),
            Map.of("max_gpus", "8", "quantization", "4bit", "provider", "modal"));
    assertTrue(recommendation.picks().recommended().isPresent());
    assertTrue(note(recommendation, "near_limit").isPresent());
  }

  @Test
  void longPromptsMayTakeLongerWhereNobodySaysHowLong() {
    Recommendation recommendation =
        Loads.recommend(
            asked(
                "llama-3.1-8b",
                "input_tokens",
                "100000",
                "output_tokens",
                "256",
                "requests_per_second",
                "0.05"),
            Map.of("provider", "modal"));
    assertTrue(recommendation.picks().recommended().isPresent());
    Goal goal = recommendation.question().load().orElseThrow().goal();
    assertEquals(100000 / 2048.0, goal.targets().firstTokenSeconds().orElseThrow());
  }

  @Test
  void whatRunsTodayIsSaidToMissTheTarget() {
    Recommendation recommendation =
        Loads.recommend(
            asked("llama-3.1-8b", "max_seconds_per_token", "10ms"), Map.of("current", "g6.xlarge"));
    assertTrue(
        recommendation.migration().orElseThrow().changes().stream()
            .anyMatch(each -> each.kind() == Change.Kind.LATENCY));
  }
}
