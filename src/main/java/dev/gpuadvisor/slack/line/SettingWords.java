package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Near;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.PriceParameters;
import dev.gpuadvisor.text.Msg;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the words {@code name=value} out of a line, with the words behind them that belong to the
 * value. The value is read as the parameter itself reads it.
 */
record SettingWords(
    Verb verb, Settings settings, Arguments arguments, List<Doubt> doubts, List<Doubt> remarks) {

  private static final int MOST_SUGGESTIONS = 3;

  /** Whoever says one of these asks for more than whether a model fits. */
  private static final Pattern OF_PRICES =
      Pattern.compile("region|market|spot|budget|budget_per_[a-z]+|api_usd_.*");

  void take(List<String> words) {
    for (int at = 0; at < words.size(); ) {
      int end = endOfName(words.get(at));
      if (end <= 0) {
        at++;
        continue;
      }
      String word = words.remove(at);
      String name = word.substring(0, end);
      String value = word.substring(end + 1);
      List<String> behind = words.subList(at, words.size());
      List<String> rest = behind.subList(0, lengthOfRest(settings.named(name), value, behind));
      String whole = rest.isEmpty() ? value : value + " " + String.join(" ", rest);
      rest.clear();
      read(name + word.charAt(end), name, whole);
    }
  }

  private int lengthOfRest(List<Parameter<?>> candidates, String value, List<String> behind) {
    if (candidates.contains(PriceParameters.OWN_OFFERS)) {
      return new RentedWords(settings, arguments).lengthOfOffer(value, behind);
    }
    int at = value.indexOf('@');
    boolean priced = at >= 0 && candidates.stream().anyMatch(RentedWords::isCurrent);
    return priced
        ? new RentedWords(settings, arguments).unitsBehind(value.substring(at + 1), behind)
        : settings.lengthOfRest(candidates, value, behind);
  }

  /** A colon also stands in names: only what is known counts. */
  private int endOfName(String word) {
    int equals = word.indexOf('=');
    if (equals > 0) {
      return equals;
    }
    int colon = word.indexOf(':');
    return colon > 0 && !settings.named(word.substring(0, colon)).isEmpty() ? colon : -1;
  }

  /**
   * @param start name and sign as they were typed
   */
  private void read(String start, String name, String value) {
    List<Parameter<?>> candidates = settings.named(name);
    String typed = start + value;
    if (candidates.isEmpty()) {
      unknown(typed, name);
    } else if (candidates.size() > 1) {
      readOneOf(candidates, typed, start, value);
    } else if (RentedWords.isCurrent(candidates.get(0))) {
      new RentedWords(settings, arguments).current(value);
    } else {
      arguments.add(candidates.get(0).name(), value);
    }
  }

  /** The unit tells which of them is meant: {@code 3/h}, {@code 500/mo}. */
  private void readOneOf(List<Parameter<?>> candidates, String typed, String start, String value) {
    List<Parameter<?>> reading =
        candidates.stream()
            .filter(candidate -> settings.reads(candidate, value))
            .<Parameter<?>>map(candidate -> candidate)
            .toList();
    if (reading.size() == 1) {
      arguments.add(reading.get(0).name(), value);
    } else if (reading.isEmpty() && !NumberType.looksLikeNumber(value)) {
      arguments.add(candidates.get(0).name(), value); // a fault that says why
    } else {
      List<String> meant =
          candidates.stream()
              .map(candidate -> NumberType.withUnitOf(candidate.example(), value))
              .flatMap(each -> each.stream())
              .map(each -> start + each)
              .toList();
      doubts.add(new Doubt(Msg.Slack.doubtUnit(Doubt.shown(typed)), meant));
    }
  }

  /** What is not understood may change the money or the workload: no answer is safe. */
  private void unknown(String typed, String name) {
    if (verb == Verb.FIT && OF_PRICES.matcher(name).matches()) {
      doubts.add(
          new Doubt(
              Msg.Slack.doubtNoPrices(Doubt.shown(typed)), List.of(Verb.LIST_OFFERS.shown())));
      return;
    }
    if (isOfAnotherVerb(name)) {
      remarks.add(new Doubt(Msg.Slack.doubtNotHere(verb.shown(), Doubt.shown(typed)), List.of()));
      return;
    }
    List<String> near = Near.loosely(name, settings.names());
    List<String> meant = near.stream().limit(MOST_SUGGESTIONS).map(other -> other + "=").toList();
    doubts.add(new Doubt(Msg.Slack.doubtUnknown(Doubt.shown(typed)), meant));
  }

  private boolean isOfAnotherVerb(String name) {
    return Arrays.stream(Verb.values())
        .map(other -> settings.of(other))
        .anyMatch(other -> !other.named(name).isEmpty());
  }
}
