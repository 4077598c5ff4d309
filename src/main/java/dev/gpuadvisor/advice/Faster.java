package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.sizing.speed.SpeedEstimate.Range;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** In what one worker is faster than another, in words: the figure that shows it. */
final class Faster {

  private static final MathContext TWO_DIGITS = new MathContext(2);

  private final Candidate one;
  private final Candidate other;

  private Faster(Candidate one, Candidate other) {
    this.one = one;
    this.other = other;
  }

  /**
   * In generating tokens, or in reading prompts where a runtime generates no faster; of fine-tuning
   * in learning from them.
   *
   * @return empty where it is no faster, as far as the figures that would be shown can tell
   */
  static Optional<Message> of(Candidate one, Candidate other) {
    Faster faster = new Faster(one, other);
    return one.speed().isPresent() && other.speed().isPresent()
        ? faster.byEstimate(one.speed().get(), other.speed().get())
        : faster.byLearning();
  }

  private Optional<Message> byEstimate(SpeedEstimate own, SpeedEstimate others) {
    if (tokens(own.perSecond().low()).compareTo(tokens(others.perSecond().low())) > 0) {
      return byBandwidth().or(() -> Optional.of(tokens(own.perSecond(), others.perSecond())));
    }
    BigDecimal first = seconds(own.firstTokenSeconds().high());
    BigDecimal othersFirst = seconds(others.firstTokenSeconds().high());
    return first.compareTo(othersFirst) < 0
        ? Optional.of(Msg.Faster.firstToken(othersFirst, first))
        : Optional.empty();
  }

  private Optional<Message> byLearning() {
    long own = learned(one);
    long others = learned(other);
    return own > others ? Optional.of(Msg.Faster.learning(others, own)) : Optional.empty();
  }

  /** Tokens per second, as exact as they are told; 0 where nothing is known. */
  private static long learned(Candidate candidate) {
    return candidate
        .learning()
        .map(speed -> BigDecimal.valueOf(speed.tokensPerSecond()).round(TWO_DIGITS).longValue())
        .orElse(0L);
  }

  /** One GPU says it all only where both have as many. */
  private Optional<Message> byBandwidth() {
    boolean more =
        one.worker().gpus() == other.worker().gpus()
            && slowest(one).bandwidthGbPerSecond() > slowest(other).bandwidthGbPerSecond();
    if (!more) {
      return Optional.empty();
    }
    Message own = Bandwidths.range(cards(one));
    Message others = Bandwidths.range(cards(other));
    return Optional.of(
        one.worker().gpus() == 1
            ? Msg.Faster.bandwidth(own, others)
            : Msg.Faster.bandwidthOfOne(own, others));
  }

  private static Message tokens(Range own, Range others) {
    return Msg.Faster.tokens(range(others), range(own));
  }

  private static Message range(Range range) {
    BigDecimal low = tokens(range.low());
    BigDecimal high = tokens(range.high());
    return low.equals(high) ? Msg.Range.one(low) : Msg.Range.two(high, low);
  }

  private static BigDecimal tokens(double perSecond) {
    return BigDecimal.valueOf(perSecond).setScale(1, RoundingMode.HALF_UP);
  }

  private static BigDecimal seconds(double seconds) {
    return BigDecimal.valueOf(seconds).round(TWO_DIGITS);
  }

  private static Card slowest(Candidate candidate) {
    return Bandwidths.slowest(cards(candidate));
  }

  private static List<Card> cards(Candidate candidate) {
    return candidate.offer().cards();
  }
}
