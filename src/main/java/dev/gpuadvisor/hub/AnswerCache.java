package dev.gpuadvisor.hub;

import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Failed;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was looked up lately, so that the hub is asked once and not for each question. */
final class AnswerCache {

  static final int MOST = 256;
  static final Duration KEPT = Duration.ofHours(1);
  static final Duration FAILURES_KEPT = Duration.ofMinutes(1);

  private record Kept(Answer answer, Instant until) {}

  private final Clock clock;

  /** The one that was asked for longest ago goes first. */
  private final Map<RepositoryName, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param clock of the wall: a frozen function's own time stands still
   */
  AnswerCache(Clock clock) {
    this.clock = clock;
  }

  synchronized Optional<Answer> get(RepositoryName name) {
    Kept kept = answers.get(name);
    if (kept == null) {
      return Optional.empty();
    }
    if (!clock.instant().isBefore(kept.until())) {
      answers.remove(name);
      return Optional.empty();
    }
    return Optional.of(kept.answer());
  }

  synchronized void put(RepositoryName name, Answer answer) {
    Duration time = answer instanceof Failed ? FAILURES_KEPT : KEPT;
    answers.put(name, new Kept(answer, clock.instant().plus(time)));
    if (answers.size() > MOST) {
      answers.remove(answers.keySet().iterator().next());
    }
  }
}
