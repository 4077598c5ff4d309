package dev.gpuadvisor.cli;

import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Function;

/** Figures and names of an answer as people read them. */
record Figures(Texts texts) {

  private static final BigDecimal BYTES_PER_GIB = BigDecimal.valueOf(1L << 30);
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

  private String of(Node node, Function<BigDecimal, Message> writer) {
    return node.number().map(writer).map(texts::write).orElse("");
  }

  String hourFigure(Node usd) {
    return of(usd, each -> Wording.hourFigure(new Price(each)));
  }

  String perHour(Node usd) {
    return of(usd, each -> Wording.perHour(new Price(each)));
  }

  String perMonth(Node usd) {
    return of(usd, each -> Msg.Price.month(Price.cents(each)));
  }

  /** What a pick costs: its month, or the run where it is for one. */
  String perMonthOrRun(Node pick) {
    Node run = pick.at("run.usd");
    return run.isPresent()
        ? of(run, each -> Msg.Price.run(Price.cents(each)))
        : perMonth(pick.at("price.usd_per_month"));
  }

  String usd(Node usd) {
    return of(usd, each -> Msg.Amount.usd(Price.cents(each)));
  }

  String percent(Node percent) {
    return of(percent, Msg.Amount::percent);
  }

  String count(Node count) {
    return of(count, each -> Msg.Amount.count(each.longValue()));
  }

  String number(Node number) {
    return of(number, Msg.Amount::number);
  }

  String gib(Node gib) {
    return of(gib, each -> Msg.Amount.gib(bytes(each)));
  }

  static long bytes(BigDecimal gib) {
    return gib.multiply(BYTES_PER_GIB).longValue();
  }

  String gigabytes(Node gb) {
    return of(gb, each -> Msg.Amount.gigabytes(each.longValue()));
  }

  /** {@code 14.8B}. */
  String billions(Node parameters) {
    return of(
        parameters,
        each -> Msg.Slack.cellParameters(each.divide(BILLION, 1, RoundingMode.HALF_UP)));
  }

  /** With its sign; nothing where there is none. */
  String difference(Node percent) {
    return of(percent, Wording::difference);
  }

  /** One number, or two where it depends on the card. */
  String range(Node range) {
    String low = number(range.at("low"));
    String high = number(range.at("high"));
    return low.equals(high) ? low : texts.write(Msg.Cli.range(high, low));
  }

  String fit(Node fit) {
    return named(fit, Fit.values(), OfferRow::fit);
  }

  String verdict(Node verdict) {
    return named(verdict, Verdict.values(), OfferRow::verdict);
  }

  String supply(Node supply) {
    return named(supply, Supply.values(), Reasons::supply);
  }

  /** A newer advisor may answer words that this one does not know: they are shown as they are. */
  private <E extends Enum<E>> String named(Node node, E[] constants, Function<E, Message> words) {
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(node.text())) {
        return texts.write(words.apply(constant));
      }
    }
    return node.text();
  }

  /** {@code 2 x AMPERE_48}, {@code g5.12xlarge (4 GPUs)}. */
  String worker(Node assessment) {
    Node planned = assessment.at("capacity.replicas");
    return workers(
        worker(assessment.at("offer").text(), assessment.at("gpus").whole()),
        (planned.isPresent() ? planned : assessment.at("replicas")).whole());
  }

  String worker(String offer, long gpus) {
    return gpus > 1 ? texts.write(Msg.Cli.ofGpus(gpus, offer)) : offer;
  }

  /**
   * @param replicas 0 where it is not known how many there are
   */
  String workers(String worker, long replicas) {
    return replicas > 1 ? texts.write(Msg.Cli.workers(replicas, worker)) : worker;
  }

  /** {@code 8bit (gptq-int8)}. */
  String format(Node assessment) {
    String asked = assessment.at("quantization").text();
    String format = assessment.at("format").text();
    return asked.equals(format) ? asked : asked + " (" + format + ")";
  }
}
