package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
import static dev.gpuadvisor.slack.line.PhraseWords.behind;

import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.TuningParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Limits of money, before an amount or behind it.
 *
 * @param tuning whether the line is about fine-tuning, whose run may have one
 */
record BudgetWords(Settings settings, boolean tuning) {

  /** What somebody has or offers is the most that he spends. */
  private static final Set<String> WITH =
      Sayings.words("with have got avec ai j'ai avons for pour");

  private static final List<Parameter<?>> BUDGETS =
      List.of(RentingParameters.BUDGET_PER_HOUR, RentingParameters.BUDGET_PER_MONTH);

  /** {@code budget of 500/month}, {@code less than $2 per hour}, {@code $2/h max}. */
  Optional<Written> written(List<String> words) {
    int start = limit(words);
    String glued = start == 0 ? words.get(0).replaceFirst("^(<=?|≤)", "") : "";
    boolean less = start == 0 && glued.length() < words.get(0).length();
    if (start >= words.size() || settings.named("budget").isEmpty()) {
      return Optional.empty();
    }
    String first = less ? glued : words.get(start);
    List<String> rest = words.subList(start + 1, words.size());
    int length = first.isEmpty() ? 0 : settings.lengthOfRest(BUDGETS, first, rest);
    String amount = (first + " " + String.join(" ", rest.subList(0, length))).strip();
    int end = start + 1 + length;
    int more = Sayings.LIMITS_BEHIND.length(words, end);
    boolean said = start > 0 || less || more > 0;
    boolean tokens = // cheaper than $0.59 in, $0.79 out
        at(words, end).matches("out|input|output|entrée|sortie|per-million|per-thousand")
            || at(words, end).equals("in")
                && at(words, end + 1).matches("[$€£0-9/&,].*|and|et|out.*");
    if (tokens) {
      return Optional.empty();
    }
    boolean run = tuning && settings.reads(TuningParameters.BUDGET_PER_RUN, amount);
    boolean timed = // 1.20 an hour
        start > 0
            && amount.matches("[0-9.,]+ ?(?:an?|per|par|each) ?(?:hour|heure|h|month|mois)")
            && BUDGETS.stream().anyMatch(budget -> settings.reads(budget, amount));
    return said && (timed || NumberType.isMoney(amount))
        ? Written.of(end + more, (run ? "budget_per_run=" : "budget=") + amount.replace(" ", ""))
        : Optional.empty();
  }

  /** How many words say that what follows is the most: {@code my budget is at most about}. */
  private static int limit(List<String> words) {
    int at = Sayings.LIMITS.length(words, 0);
    if (at == 0) {
      int amount = behind(words, 1, Sayings.ABOUT);
      return WITH.contains(at(words, 0)) && NumberType.looksLikeNumber(at(words, amount))
          ? amount
          : 0;
    }
    for (int more = 1; more > 0; at += more) {
      boolean between =
          Sayings.BETWEEN.contains(at(words, at)) || Sayings.ABOUT.contains(at(words, at));
      int length = Sayings.LIMITS.length(words, at);
      more = length > 0 ? length : between ? 1 : 0;
    }
    return at;
  }
}
