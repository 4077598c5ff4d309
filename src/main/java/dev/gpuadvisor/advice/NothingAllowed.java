package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.sizing.Setting;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Offers fit, and the caller's limits exclude each of them: which limits these are, and which of
 * them alone is in the way.
 *
 * @param cheapest of the offers that fit
 */
record NothingAllowed(Question question, Assessment cheapest) {

  /**
   * What the caller set.
   *
   * @param without the constraints that are left where it is not set
   */
  private record Limit(Setting setting, Constraints without) {}

  Note note() {
    return Note.of(NoteCode.NOTHING_ALLOWED, text());
  }

  private Message text() {
    List<Limit> limits = limits();
    String offer = cheapest.worker().label();
    String format = cheapest.quantization().asked();
    BigDecimal price = cheapest.price().perHour();
    if (limits.isEmpty()) {
      return Msg.Note.nothingInStock(offer, price, format);
    }
    Message supply = Reasons.supply(cheapest.offer().supply());
    List<String> all = settings(limits, each -> true);
    List<String> alone = limits.size() == 1 ? List.of() : settings(limits, this::isInTheWay);
    return alone.isEmpty()
        ? Msg.Note.nothingAllowed(all, offer, price, format, supply)
        : Msg.Note.nothingAllowedBut(alone, all, offer, price, format, supply);
  }

  private static List<String> settings(List<Limit> limits, Predicate<Limit> which) {
    return limits.stream().filter(which).map(limit -> limit.setting().written()).toList();
  }

  /** Whether an offer would be recommended if this one was not set. */
  private boolean isInTheWay(Limit limit) {
    return Advisor.allowsAny(question.within(limit.without()));
  }

  private List<Limit> limits() {
    Constraints all = question.constraints();
    Constraints.Budget budget = all.budget();
    List<Limit> limits = new ArrayList<>();
    add(limits, "budget_per_hour", budget.perHour(), all.within(budget.withoutHour()));
    add(limits, "budget_per_month", budget.perMonth(), all.within(budget.withoutMonth()));
    add(limits, "budget_per_run", budget.perRun(), all.within(budget.withoutRun()));
    if (all.minSupply() != Supply.UNKNOWN) {
      String least = all.minSupply().name().toLowerCase(Locale.ROOT);
      limits.add(new Limit(new Setting("min_supply", least), all.ofAnySupply()));
    }
    add(limits, "min_tokens_per_second", all.minTokensPerSecond(), all.ofAnySpeed());
    return limits;
  }

  private static void add(
      List<Limit> limits, String setting, Optional<BigDecimal> value, Constraints without) {
    value.ifPresent(amount -> limits.add(new Limit(Setting.of(setting, amount), without)));
  }
}
