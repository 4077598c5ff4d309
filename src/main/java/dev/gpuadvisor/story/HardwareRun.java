package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.LaidOut;
import dev.gpuadvisor.advice.TrainingRun;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.tuning.Remedies;
import dev.gpuadvisor.sizing.tuning.Remedy;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What is said of fine-tuning on hardware that was named. */
public record HardwareRun(LaidOut laid) {

  private static final int MOST_REMEDIES = 3;
  private static final MathContext TWO_DIGITS = new MathContext(2);
  private static final BigDecimal FEW_HOURS = BigDecimal.valueOf(2);
  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  /** How fast it learns there, and how long that takes where it is known from what. */
  public Optional<Message> speed() {
    return laid.fitting()
        .training()
        .filter(any -> laid.fitting().fit() != Fit.NO)
        .map(
            training ->
                BigDecimal.valueOf(training.speed().tokensPerSecond())
                    .round(TWO_DIGITS)
                    .longValue())
        .map(Msg.Run::speed)
        .map(speed -> Msg.Slack.spokenRun(laid.label(), withHours(speed)));
  }

  private Message withHours(Message speed) {
    return TrainingRun.hours(laid.task(), laid.fitting().training())
        .map(hours -> Msg.Run.speedAndCosts(time(hours), speed))
        .orElse(speed);
  }

  private static Message time(BigDecimal hours) {
    return hours.compareTo(FEW_HOURS) < 0
        ? Msg.Run.minutes(hours.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).longValue())
        : Msg.Run.hours(hours.setScale(1, RoundingMode.HALF_UP));
  }

  /** What would make it fit, where it does not. */
  public Optional<Message> toFit() {
    if (!(laid.task() instanceof Tuning tuning)) {
      return Optional.empty();
    }
    List<String> settings =
        Remedies.of(tuning, laid.quantization().format(), laid.hardware()).stream()
            .filter(Remedy::fits)
            .limit(MOST_REMEDIES)
            .map(remedy -> remedy.setting().written())
            .toList();
    return settings.isEmpty() ? Optional.empty() : Optional.of(Msg.Slack.toFit(settings));
  }
}
