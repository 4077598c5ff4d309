package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.text.Msg;
import java.util.List;

/** Amounts of money that nobody said the meaning of: {@code 500 EUR/mo} may be a budget. */
record AmountWords(Settings settings, List<Doubt> doubts) {

  private static final List<Parameter<?>> BUDGETS =
      List.of(RentingParameters.BUDGET_PER_HOUR, RentingParameters.BUDGET_PER_MONTH);

  void take(List<String> words) {
    for (int at = 0; at < words.size(); ) {
      String word = words.get(at);
      List<String> behind = words.subList(at + 1, words.size());
      int rest = settings.lengthOfRest(BUDGETS, word, behind);
      List<String> amount = words.subList(at, at + 1 + rest);
      String whole = String.join(" ", amount);
      if (NumberType.isMoney(whole)) {
        doubts.add(Doubt.about(whole, Msg.Slack::doubtAmount, List.of("budget=" + whole)));
        amount.clear();
      } else {
        at++;
      }
    }
  }
}
