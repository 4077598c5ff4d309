package dev.gpuadvisor.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More work never needs less memory, and the limits are where they are said to be. */
class GrowthTest {

  private static final int QUESTIONS = 500;

  /**
   * llama.cpp lays what a step works with into one buffer, where it finds a gap: as it does that, a
   * longer sequence may find better ones (lfm3-1.7b at 9,729 tokens: 1 of 4,009 MiB less).
   */
  private static final int PACKED_BETTER = 1000;

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void moreWorkNeverNeedsLessMemory(long seed) {
    RandomQuestions questions = new RandomQuestions(seed);
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = questions.next();
      Workload less = (Workload) question.task();
      Tokens tokens = less.tokens();
      int context = Math.min(tokens.context() + questions.below(5_000), Tokens.MAX_CONTEXT);
      int users = Math.min(tokens.concurrency() + questions.below(4), Tokens.MAX_CONCURRENCY);
      int rank = Math.min(less.adapters().rank() + questions.below(64), Adapters.MAX_RANK);

      assertNoLess(question, less, less.with(tokens.withContext(context)));
      assertNoLess(question, less, less.with(tokens.withConcurrency(users)));
      assertNoLess(question, less, withDefaultOutput(less, context));
      assertNoLess(question, less, Workloads.of(less, Adapters.ofRank(rank)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {24, 25, 26})
  void theLargestContextFitsAndNoLonger(long seed) {
    RandomQuestions questions = new RandomQuestions(seed);
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = questions.next();
      Hardware hardware = hardware(questions, question);
      Fitting fitting = fitting(question, (Workload) question.task(), hardware);
      Workload workload = asTold(fitting, (Workload) question.task());
      int largest = fitting.largestContext();
      int most = Math.min(workload.model().maxContext(), Tokens.MAX_CONTEXT);

      assertTrue(largest <= most);
      if (largest > 0) {
        Workload limit = workload.with(workload.tokens().withContext(largest));
        Fitting again = fitting(question, limit, hardware);
        assertTrue(again.fit() != Fit.NO, question::toString);
        if (workload.tokens().outputTokens() <= largest / 2) {
          assertEquals(largest, again.largestContext(), question::toString);
        }
      }
      if (largest < most && fitting.obstacle().isEmpty()) {
        Workload beyond = workload.with(workload.tokens().withContext(largest + 1));
        assertEquals(Fit.NO, fitting(question, beyond, hardware).fit(), question::toString);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {27, 28, 29})
  void theMostSequencesFitAndNoMore(long seed) {
    RandomQuestions questions = new RandomQuestions(seed);
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = questions.next();
      Hardware hardware = hardware(questions, question);
      Fitting fitting = fitting(question, (Workload) question.task(), hardware);
      Workload workload = asTold(fitting, (Workload) question.task());
      int largest = fitting.largestConcurrency();

      assertEquals(fitting.fit() != Fit.NO, largest >= workload.tokens().concurrency());
      if (largest > 0) {
        Workload limit = workload.with(workload.tokens().withConcurrency(largest));
        assertTrue(
            fitting(question, limit, hardware).fit() != Fit.NO,
            () -> largest + " on " + hardware + ": " + question);
      }
      if (largest < Tokens.MAX_CONCURRENCY && fitting.obstacle().isEmpty()) {
        Workload beyond = workload.with(workload.tokens().withConcurrency(largest + 1));
        assertEquals(Fit.NO, fitting(question, beyond, hardware).fit(), question::toString);
      }
    }
  }

  /**
   * vLLM may take more of the GPU for a longer context, and fewer sequences where each has a state:
   * limits are those of what is told.
   */
  private static Workload asTold(Fitting fitting, Workload workload) {
    return fitting
        .vllm()
        .map(vllm -> workload.with(vllm.settings().withUtilization(vllm.share())))
        .orElse(workload);
  }

  private static void assertNoLess(Question question, Workload less, Workload more) {
    long before = MemoryEstimate.of(less, format(question)).requiredBytes();
    long after = MemoryEstimate.of(more, format(question)).requiredBytes();
    long packed = less.runtime().runtime().equals("llama.cpp") ? before / PACKED_BETTER : 0;
    assertTrue(
        after >= before - packed, () -> less + " needs " + before + ", " + more + " " + after);
  }

  private static Workload withDefaultOutput(Workload workload, int context) {
    int output =
        workload.tokens().outputTokens() == Tokens.defaultOutput(workload.tokens().context())
            ? Tokens.defaultOutput(context)
            : workload.tokens().outputTokens();
    return workload.with(new Tokens(context, output, workload.tokens().concurrency()));
  }

  private static Fitting fitting(Question question, Workload workload, Hardware hardware) {
    Quantization format = format(question);
    return Fitting.of(workload, format, MemoryEstimate.of(workload, format), hardware);
  }

  private static Quantization format(Question question) {
    return question.quantizations().get(0).format();
  }

  private static Hardware hardware(RandomQuestions questions, Question question) {
    var offers = question.priceLists().get(0).offers();
    return new Hardware(
        offers.get(questions.below(offers.size())).cards(), question.constraints().maxGpus());
  }
}
