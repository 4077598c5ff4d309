package dev.gpuadvisor.advice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is said of each question: of every line of the file the picks, the verdicts and the notes.
 * Refreshed with {@code -Dgolden.refresh=true}; then the difference is to be read, as a caller
 * would read it.
 */
class SaidTest {

  private static final Path FILE = Path.of("src/test/resources/advice/said.txt");

  private static final dev.gpuadvisor.question.Questions QUESTIONS =
      dev.gpuadvisor.question.Questions.of(BundledCatalog.catalog());

  private final List<String> said = new ArrayList<>();

  @Test
  void eachQuestionIsAnsweredInTheseWords() throws IOException {
    List<String> stored = Files.readAllLines(FILE);
    for (String line : stored) {
      if (line.startsWith("? ")) {
        said.add(line);
        say(line.substring(2));
      } else if (line.startsWith("#")) {
        said.add(line);
      }
    }
    if (Boolean.getBoolean("golden.refresh")) {
      Files.write(FILE, said);
      return;
    }
    assertEquals(String.join("\n", stored), String.join("\n", said));
  }

  private void say(String query) {
    Arguments arguments = new Arguments();
    for (String pair : query.split("&")) {
      String[] both = pair.split("=", 2);
      arguments.add(both[0], URLDecoder.decode(both[1], UTF_8));
    }
    Recommendation answer =
        Advisor.recommend(
            QUESTIONS.recommendation().read(arguments).question(),
            dev.gpuadvisor.advice.Questions.TODAY);
    Picks picks = answer.picks();
    picks.recommended().ifPresent(pick -> pick("recommended", pick));
    picks
        .budget()
        .filter(pick -> !picks.recommend(pick.assessment()))
        .ifPresent(pick -> pick("budget", pick));
    picks
        .headroom()
        .filter(pick -> !picks.recommend(pick.assessment()))
        .ifPresent(pick -> pick("headroom", pick));
    picks
        .fallbacks()
        .forEach(
            other ->
                add(
                    "fallback",
                    label(other.assessment()),
                    other.differencePercent().map(percent -> percent + " %").orElse("free")));
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    answer.assessments().stream()
        .filter(each -> verdicts.add(each.verdict()))
        .forEach(each -> add("offer", label(each), each.verdict() + ": " + text(each.reason())));
    answer.migration().ifPresent(this::migration);
    answer
        .breakEven()
        .ifPresent(each -> add("break even", each.hoursPerMonth() + " hours", text(each.text())));
    answer
        .api()
        .ifPresent(
            each ->
                add(
                    "api",
                    each.usdPerMonth().toPlainString(),
                    (each.saves() ? "workers save " : "the API saves ")
                        + each.percent()
                        + " %, even at "
                        + rate(each.breakEven())));
    answer
        .rentOrBuy()
        .ifPresent(
            each ->
                add(
                    "own",
                    label(each.own()) + " or " + label(each.rented()),
                    (each.buys() ? "buy" : "rent") + " at " + rate(each.breakEven())));
    answer.notes().forEach(note -> add("note", note.code().id(), text(note.text())));
  }

  private void pick(String name, Picks.Pick pick) {
    add(name, label(pick.assessment()), text(pick.reason()));
  }

  private void migration(Migration migration) {
    add(
        "migration",
        (migration.saves() ? "saves " : "costs ") + migration.percent() + " %",
        migration.usdPerHour()
            + " an hour, "
            + migration.usdPerDay()
            + " a day, "
            + migration.usdPerMonth()
            + " a month");
    migration.changes().forEach(change -> add("change", change.kind().id(), text(change.text())));
  }

  /** Requests per second, as far as they matter. */
  private static String rate(OptionalDouble rate) {
    return rate.isPresent() ? String.format(Locale.ROOT, "%.3f/s", rate.getAsDouble()) : "no rate";
  }

  private static String label(Assessment assessment) {
    return text(dev.gpuadvisor.text.Msg.Current.named(assessment.worker().label()))
        + " "
        + assessment.quantization().asked();
  }

  private void add(String name, String of, String what) {
    said.add("  " + name + " " + of + ": " + what);
  }

  /** In English; in French there is a text, too. */
  private static String text(Message message) {
    String french = Texts.in(Language.FR).write(message);
    assertFalse(french.isBlank() || french.contains("{"), french);
    return Texts.in(Language.EN).write(message);
  }
}
