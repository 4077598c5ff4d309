package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.sizing.tuning.TrainingSpeed;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** How fast a run learns, and what it takes where its length is known. */
public final class RunStory {

  private static final MathContext TWO_DIGITS = new MathContext(2);

  private RunStory() {}

  static Message of(Assessment assessment, TrainingSpeed speed) {
    Bill bill = assessment.bill();
    return of(
        BigDecimal.valueOf(speed.tokensPerSecond()),
        bill.hoursOfRun(),
        bill.usdPerRun().orElse(BigDecimal.ZERO));
  }

  /**
   * @param hours of the run, where they are known
   */
  public static Message of(BigDecimal tokensPerSecond, Optional<BigDecimal> hours, BigDecimal usd) {
    Message perSecond = Msg.Run.speed(tokensPerSecond.round(TWO_DIGITS).longValue());
    return hours
        .map(each -> Msg.Run.speedAndCosts(Reasons.run(each, usd), perSecond))
        .orElse(perSecond);
  }
}
