package dev.gpuadvisor.cli;

import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.TuningParameters;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether what would be picked without a budget is within it. The API itself says so, by whether it
 * picks the same with the budget: no amount is read or compared here.
 *
 * @param budgets names of those that are given
 */
record BudgetCheck(CommandQuestion question, Set<String> budgets) {

  private static final List<String> BUDGETS =
      List.of(
          RentingParameters.BUDGET_PER_HOUR.name(),
          RentingParameters.BUDGET_PER_MONTH.name(),
          TuningParameters.BUDGET_PER_RUN.name());

  /**
   * @throws WrongLineException where no budget is given, or nothing that could be held against one
   */
  static BudgetCheck of(CommandQuestion question) {
    Set<String> given = new TreeSet<>(question.arguments().names());
    given.retainAll(BUDGETS);
    if (given.isEmpty() || question.command() != Command.RECOMMEND) {
      throw new WrongLineException(
          Msg.Cli.noBudget(CommandOption.BUDGET_CHECK.flag()),
          BUDGETS.stream().map(ParameterFlags::of).toList());
    }
    return new BudgetCheck(question, given);
  }

  CommandQuestion withoutBudget() {
    return question.without(budgets);
  }

  /** What the pick costs, by what the budget is for. */
  String price(Node pick, Figures figures) {
    List<String> prices = new ArrayList<>();
    for (String budget : budgets) {
      if (budget.equals(TuningParameters.BUDGET_PER_RUN.name())) {
        prices.add(figures.perMonthOrRun(pick));
      } else if (budget.equals(RentingParameters.BUDGET_PER_HOUR.name())) {
        prices.add(figures.perHour(pick.at("price.usd_per_hour")));
      } else {
        prices.add(figures.perMonth(pick.at("price.usd_per_month")));
      }
    }
    return String.join(", ", prices);
  }

  /**
   * @param free answered without the budget
   * @param bound answered with it
   */
  static boolean isWithin(Node free, Node bound) {
    Node pick = free.at("picks.recommended");
    Node other = bound.at("picks.recommended");
    return pick.isPresent()
        && List.of("offer", "provider", "gpus", "format", "replicas").stream()
            .allMatch(name -> pick.at(name).equals(other.at(name)));
  }
}
