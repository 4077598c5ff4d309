package dev.gpuadvisor.slack;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.advice.Worker;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What several pages say. */
final class Phrases {

  private Phrases() {}

  /** {@code AMPERE_24}, {@code 2× AMPERE_48}. */
  static String worker(Worker worker) {
    return (worker.units() == 1 ? "" : worker.units() + "× ") + worker.offer().id();
  }

  /** What is to be served, and what the weights are stored in. */
  static Message load(Question question, List<QuantizationChoice> quantizations) {
    Workload workload = served(question);
    int rank = workload.adapters().rank();
    String key = rank == 0 ? "slack.load" : "slack.load_lora";
    Message load =
        Message.of(key)
            .word(
                "formats",
                quantizations.stream().map(Wording::format).collect(Collectors.joining(", ")))
            .count("context", workload.tokens().context())
            .count("users", workload.tokens().concurrency())
            .word("runtime", workload.runtime().id());
    return rank == 0 ? load : load.count("rank", rank);
  }

  /** No setting here asks for anything but inference. */
  static Workload served(Question question) {
    return (Workload) question.workload();
  }

  static Message fit(Fitting fitting) {
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

  /** Where prices come from and how old they are, for each list; then what else is to be known. */
  static Block.Aside smallPrint(
      Page page, List<PriceList> lists, List<Note> notes, LocalDate today) {
    boolean old = notes.stream().anyMatch(Phrases::isAboutAge);
    Stream<String> sources = lists.stream().map(list -> page.write(source(list, today)));
    Stream<String> warning = old ? Stream.of(page.write("slack.old_prices")) : Stream.of();
    Stream<String> rest =
        notes.stream().filter(note -> !isAboutAge(note)).map(note -> page.write(note.text()));
    return new Block.Aside(Stream.of(sources, warning, rest).flatMap(stream -> stream).toList());
  }

  /** The line about the source says the age of each list. */
  private static boolean isAboutAge(Note note) {
    return note.code().equals("price_age");
  }

  private static Message source(PriceList list, LocalDate today) {
    return Message.of("slack.source")
        .word("list", list.name())
        .word("date", list.asOf().toString())
        .count("days", list.ageInDays(today))
        .word("source", list.source());
  }
}
