package dev.gpuadvisor.slack;

import static java.util.stream.Collectors.joining;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Price;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.advice.Worker;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What several pages say. */
final class Phrases {

  private static final int DECIMALS_OF_AN_HOUR = 4;

  private Phrases() {}

  /** {@code AMPERE_24}, {@code 2× AMPERE_48}. */
  static String worker(Worker worker) {
    return (worker.units() == 1 ? "" : worker.units() + "× ") + worker.offer().id();
  }

  /** {@code 8bit (gptq-int8)}: what was asked for, and what that means here. */
  static String format(QuantizationChoice quantization) {
    String id = quantization.format().id();
    return quantization.asked().equals(id) ? id : quantization.asked() + " (" + id + ")";
  }

  /** What is to be served, and what the weights are stored in. */
  static Message load(Question question, List<QuantizationChoice> quantizations) {
    Workload workload = served(question);
    int rank = workload.adapters().rank();
    String key = rank == 0 ? "slack.load" : "slack.load_lora";
    Message load =
        Message.of(key)
            .word("formats", quantizations.stream().map(Phrases::format).collect(joining(", ")))
            .count("context", workload.tokens().context())
            .count("users", workload.tokens().concurrency())
            .word("runtime", workload.runtime().id());
    return rank == 0 ? load : load.count("rank", rank);
  }

  /** No setting here asks for anything but inference. */
  static Workload served(Question question) {
    return (Workload) question.workload();
  }

  static Message perHour(Price price) {
    return Message.of("slack.per_hour").usd("hour", shortened(price.perHour()));
  }

  /** The same in a column of such prices. */
  static Message hour(Price price) {
    return Message.of("slack.usd").usd("usd", shortened(price.perHour()));
  }

  /** A price list may have nine decimals an hour; the API says them all. */
  private static BigDecimal shortened(BigDecimal usd) {
    return usd.setScale(Math.min(usd.scale(), DECIMALS_OF_AN_HOUR), RoundingMode.HALF_UP);
  }

  static Message perMonth(Assessment assessment, Question question) {
    BigDecimal hours = question.constraints().hoursPerMonth();
    return perMonth(assessment.price().perMonth(hours), hours);
  }

  /** A month is the usual one unless the caller said how many hours theirs has. */
  static Message perMonth(BigDecimal usdPerMonth, BigDecimal hours) {
    if (hours.compareTo(Price.HOURS_PER_MONTH) == 0) {
      return Message.of("slack.per_month").usd("month", cents(usdPerMonth));
    }
    return Message.of("slack.per_month_of")
        .usd("month", cents(usdPerMonth))
        .number("hours", hours.stripTrailingZeros());
  }

  /** A price list may have ten decimals a second; nobody reads more than cents of a month. */
  static BigDecimal cents(BigDecimal usd) {
    return usd.setScale(2, RoundingMode.HALF_UP);
  }

  /** A price difference with its sign; nothing where there is none. */
  static Message difference(BigDecimal percent) {
    return switch (percent.signum()) {
      case 0 -> Message.of("slack.same");
      case 1 -> Message.of("slack.more").percent("percent", percent);
      default -> Message.of("slack.less").percent("percent", percent.negate());
    };
  }

  static Message fit(Assessment assessment) {
    if (assessment.verdict() == Verdict.TOO_MANY_GPUS) {
      return Message.of("slack.fit.too_many_gpus").count("gpus", assessment.worker().gpus());
    }
    Fitting fitting = assessment.fitting();
    String key =
        fitting
            .obstacle()
            .map(
                obstacle ->
                    switch (obstacle) {
                      case LACKS_FP8 -> "no_fp8";
                      case CANNOT_SPLIT -> "cannot_split";
                    })
            .orElseGet(() -> fitting.fit().name().toLowerCase(Locale.ROOT));
    return Message.of("slack.fit." + key);
  }

  /** How full it is, with a bar; a card that cannot compute the format is not full of it. */
  static Message memory(Assessment assessment, int barLength) {
    BigDecimal percent = assessment.memoryPercent();
    return Message.of("slack.memory_cell")
        .word("bar", MemoryBar.of(percent, barLength))
        .percent("percent", percent);
  }

  /** Those of the lists that these offers stand in. */
  static List<PriceList> listing(List<Offer> shown, List<PriceList> lists) {
    return lists.stream()
        .filter(list -> shown.stream().anyMatch(offer -> offer.provider().equals(list.provider())))
        .toList();
  }

  /** Where prices come from and how old they are, for each list; then what else is to be known. */
  static Block.Aside smallPrint(
      Page page, List<PriceList> lists, List<Note> notes, LocalDate today) {
    boolean old = notes.stream().anyMatch(Phrases::isAboutAge);
    String sources =
        lists.stream().map(list -> page.write(source(list, today))).collect(joining("\n"));
    Stream<String> warning = old ? Stream.of(page.write("slack.old_prices")) : Stream.of();
    Stream<String> rest =
        notes.stream().filter(note -> !isAboutAge(note)).map(note -> page.write(note.text()));
    return new Block.Aside(
        Stream.of(Stream.of(sources), warning, rest).flatMap(stream -> stream).toList());
  }

  /** The line about the source says the age of each list. */
  private static boolean isAboutAge(Note note) {
    return note.code().equals("price_age");
  }

  private static Message source(PriceList list, LocalDate today) {
    return Message.of(list.isDateVerified() ? "slack.source" : "slack.source_about")
        .word("list", list.name())
        .word("date", list.asOf().toString())
        .count("days", list.ageInDays(today))
        .word("source", list.source());
  }
}
