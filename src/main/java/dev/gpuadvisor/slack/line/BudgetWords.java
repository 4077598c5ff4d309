package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
import static dev.gpuadvisor.slack.line.PhraseWords.behind;
import static dev.gpuadvisor.slack.line.PhraseWords.lower;

import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.TuningParameters;
import java.util.List;
import java.util.Optional;

/**
 * Limits of money, before an amount or behind it.
 *
 * @param tuning whether the line is about fine-tuning, whose run may have one
 */
record BudgetWords(Settings settings, boolean tuning) {

  private static final List<Parameter<?>> BUDGETS =
      List.of(RentingParameters.BUDGET_PER_HOUR, RentingParameters.BUDGET_PER_MONTH);

  /** {@code budget of 500/month}, {@code less than $2 per hour}, {@code $2/h max}. */
  Optional<Written> written(List<String> words) {
    int start = Sayings.LIMIT.contains(at(words, 0)) ? 1 : 0;
    for (String limit : Sayings.LIMITS) {
      int length = limit.split(" ").length;
      start =
          words.size() > length && lower(String.join(" ", words.subList(0, length))).equals(limit)
              ? length
              : start;
    }
    int at = behind(words, start, Sayings.BETWEEN);
    at = start > 0 && Sayings.ABOUT.contains(at(words, at)) ? at + 1 : at;
    String glued = start == 0 ? words.get(0).replaceFirst("^(<=?|≤)", "") : "";
    boolean less = start == 0 && glued.length() < words.get(0).length();
    if (at >= words.size() || settings.named("budget").isEmpty()) {
      return Optional.empty();
    }
    String first = less ? glued : words.get(at);
    List<String> rest = words.subList(at + 1, words.size());
    int length = first.isEmpty() ? 0 : settings.lengthOfRest(BUDGETS, first, rest);
    String amount = (first + " " + String.join(" ", rest.subList(0, length))).strip();
    int end = at + 1 + length;
    boolean behind = start == 0 && !less && Sayings.LIMIT_BEHIND.contains(at(words, end));
    boolean run = tuning && settings.reads(TuningParameters.BUDGET_PER_RUN, amount);
    return (start > 0 || less || behind) && NumberType.isMoney(amount)
        ? Written.of(
            behind ? end + 1 : end, (run ? "budget_per_run=" : "budget=") + amount.replace(" ", ""))
        : Optional.empty();
  }
}
