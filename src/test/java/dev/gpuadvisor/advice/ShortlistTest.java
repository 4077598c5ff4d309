package dev.gpuadvisor.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Shortlist.LeftOut;
import dev.gpuadvisor.sizing.Workloads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of hundreds of assessments is spelled out, and how many are not. */
class ShortlistTest {

  private static final Question ONE = Questions.of("qwen2.5-14b", 8192, "8bit");

  private static Recommendation ofAll(Question question) {
    return Questions.answer(question.of(Workloads.CATALOG.priceLists().all()));
  }

  @Test
  void aShortListIsWhole() {
    Recommendation answer = Questions.answer(ONE);
    Shortlist shortlist = Shortlist.of(answer);

    assertTrue(shortlist.isWhole());
    assertEquals(answer.assessments(), shortlist.assessments());
  }

  /** Nothing is lost: what is not spelled out is counted, each verdict once. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 100, 10_000})
  void whatIsLeftOutIsCounted(int limit) {
    for (Question question : List.of(ONE, Questions.of("llama-3.1-70b", 8192, "8bit", "4bit"))) {
      Recommendation answer = ofAll(question);
      Shortlist shortlist = Shortlist.of(answer, limit);
      int left = shortlist.leftOut().stream().mapToInt(LeftOut::count).sum();

      assertEquals(answer.assessments().size(), shortlist.assessments().size() + left);
      assertEquals(left == 0, shortlist.isWhole());
      assertEquals(
          shortlist.leftOut().size(),
          shortlist.leftOut().stream().map(LeftOut::verdict).distinct().count());
      assertTrue(shortlist.assessments().containsAll(picked(answer.picks())));
      for (LeftOut each : shortlist.leftOut()) {
        assertEquals(each.verdict(), each.cheapest().verdict());
        assertEquals(each.verdict(), each.largest().verdict());
        assertTrue(each.cheapest().bill().compareTo(each.largest().bill()) <= 0);
        assertTrue(
            each.cheapest().fitting().usableBytes() <= each.largest().fitting().usableBytes());
      }
    }
  }

  /** As looking at every one of them finds, also where lots have several verdicts. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 30})
  void whatIsLeftOutIsThatOfEachVerdict(int limit) {
    Question cheap =
        Questions.within(Questions.of("qwen2.5-14b", 8192, "4bit"), Questions.budgetPerHour("1"));
    for (Question question : List.of(ONE, cheap)) {
      Recommendation answer = ofAll(question);
      Shortlist shortlist = Shortlist.of(answer, limit);
      List<Assessment> rest = new ArrayList<>(answer.assessments());
      rest.removeAll(shortlist.assessments());

      for (LeftOut each : shortlist.leftOut()) {
        List<Assessment> alike =
            rest.stream().filter(other -> other.verdict() == each.verdict()).toList();
        assertEquals(alike.size(), each.count());
        for (Assessment other : alike) {
          int bill = other.bill().compareTo(each.cheapest().bill());
          long size = other.fitting().usableBytes() - each.largest().fitting().usableBytes();
          assertTrue(bill >= 0, other::toString);
          assertTrue(size <= 0, other::toString);
          boolean dearer = other.bill().compareTo(each.largest().bill()) >= 0;
          assertTrue(size < 0 || dearer, other::toString);
        }
      }
    }
  }

  private static List<Assessment> picked(Picks picks) {
    List<Assessment> all = new ArrayList<>();
    picks.fallbacks().forEach(each -> all.add(each.assessment()));
    Stream.of(picks.recommended(), picks.budget(), picks.headroom())
        .flatMap(Optional::stream)
        .forEach(each -> all.add(each.assessment()));
    return all;
  }

  /** Beyond the first so many of each format, only what was picked is spelled out. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10})
  void nothingElseIsSpelledOut(int limit) {
    Recommendation answer = ofAll(Questions.of("qwen2.5-14b", 8192, "8bit", "4bit"));
    List<Assessment> first = new ArrayList<>();
    answer.rankings().forEach(ranking -> first.addAll(ranking.all().subList(0, limit)));
    List<Assessment> more = new ArrayList<>(Shortlist.of(answer, limit).assessments());

    assertTrue(more.containsAll(first));
    more.removeAll(first);
    assertTrue(picked(answer.picks()).containsAll(more), more::toString);
    assertTrue(limit > 1 || !more.isEmpty());
  }

  /** The most favourable verdict first. */
  @Test
  void verdictsInOrder() {
    List<Verdict> verdicts =
        Shortlist.of(ofAll(ONE), 1).leftOut().stream().map(LeftOut::verdict).toList();

    assertFalse(verdicts.isEmpty());
    assertEquals(verdicts.stream().sorted(Comparator.reverseOrder()).toList(), verdicts);
  }

  /** Ten of one format, five of each of two, three of each of four. */
  @Test
  void roomIsShared() {
    for (int formats = 1; formats <= 2; formats++) {
      Question question = formats == 1 ? ONE : Questions.of("qwen2.5-14b", 8192, "8bit", "4bit");
      Recommendation answer = ofAll(question);

      assertEquals(
          Shortlist.of(answer, 10 / formats).assessments(), Shortlist.of(answer).assessments());
    }
  }
}
