package dev.gpuadvisor.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.unlisted.Hub.Failed;
import dev.gpuadvisor.unlisted.Hub.NotCovered;
import dev.gpuadvisor.unlisted.Hub.Reason;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

  private Instant now = Instant.parse("2026-11-26T12:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private final AnswerCache cache = new AnswerCache(clock);

  private static RepositoryName name(int number) {
    return RepositoryName.of("org/name" + number).orElseThrow();
  }

  @Test
  void answersAreKeptForAnHour() {
    NotCovered answer = new NotCovered("an image model", List.of());
    cache.put(name(1), answer);
    now = now.plus(Duration.ofMinutes(59));
    assertEquals(answer, cache.get(name(1)).orElseThrow());
    now = now.plus(Duration.ofMinutes(1));
    assertTrue(cache.get(name(1)).isEmpty());
  }

  @Test
  void failuresAreKeptForAMinute() {
    cache.put(name(1), new Failed(Reason.DOWN));
    now = now.plusSeconds(59);
    assertEquals(new Failed(Reason.DOWN), cache.get(name(1)).orElseThrow());
    now = now.plusSeconds(1);
    assertTrue(cache.get(name(1)).isEmpty());
  }

  @Test
  void theOneAskedForLongestAgoGoesFirst() {
    for (int i = 0; i < AnswerCache.MOST; i++) {
      cache.put(name(i), new Failed(Reason.MISSING));
    }
    assertTrue(cache.get(name(0)).isPresent());
    cache.put(name(AnswerCache.MOST), new Failed(Reason.MISSING));
    assertTrue(cache.get(name(0)).isPresent());
    assertTrue(cache.get(name(1)).isEmpty());
    assertTrue(cache.get(name(AnswerCache.MOST)).isPresent());
  }

  @Test
  void repositoryIsAskedForOnceUntilThen() {
    try (StandInHub standIn = StandInHub.open()) {
      HuggingFaceHub hub = new HuggingFaceHub(standIn.settings(), clock);
      hub.find(name(1));
      hub.find(name(1));
      assertEquals(1, standIn.requests.size());
      now = now.plusSeconds(60);
      hub.find(name(1));
      assertEquals(2, standIn.requests.size());
    }
  }
}
