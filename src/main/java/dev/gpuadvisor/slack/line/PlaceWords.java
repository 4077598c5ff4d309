package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
import static dev.gpuadvisor.slack.line.PhraseWords.lower;

import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose offers, with what to serve, and where, by their names: {@code on aws}, {@code in eu}. */
record PlaceWords(Settings settings) {

  private static final Pattern SIDED =
      Pattern.compile(
          "(us|eu|ap|ca|sa|europe|asia)-(north|south|east|west|central|northeast|southeast)");

  /** Providers that are words of other things. */
  private static final Set<String> OTHER_MEANING =
      Set.of(
          "nvidia",
          "beam",
          "salad",
          "thunder",
          "latitude",
          "genesis",
          "voltage",
          "snowflake",
          "nebula",
          "lium",
          "alibaba",
          "tencent",
          "databricks");

  private static final Set<String> EITHER = Set.of("or", "and", "ou", "et");

  /** Behind these, {@code us} are the people who ask. */
  private static final Set<String> BEFORE_PEOPLE =
      Set.of("cost", "costs", "for", "of", "let", "tell", "give", "gives", "charges", "help", "to");

  /** Cities and rules by what they are of; providers have other names for the places. */
  private static final Map<String, String> WITHIN =
      Map.ofEntries(
          Map.entry("gdpr", "eu"),
          Map.entry("états-unis", "us"),
          Map.entry("etats-unis", "us"),
          Map.entry("america", "us"),
          Map.entry("rgpd", "eu"),
          Map.entry("frankfurt", "germany"),
          Map.entry("francfort", "germany"),
          Map.entry("berlin", "germany"),
          Map.entry("paris", "france"),
          Map.entry("london", "uk"),
          Map.entry("londres", "uk"),
          Map.entry("dublin", "ireland"),
          Map.entry("amsterdam", "netherlands"),
          Map.entry("stockholm", "sweden"),
          Map.entry("helsinki", "finland"),
          Map.entry("zurich", "switzerland"),
          Map.entry("milan", "italy"),
          Map.entry("madrid", "spain"),
          Map.entry("warsaw", "poland"),
          Map.entry("tokyo", "japan"),
          Map.entry("mumbai", "india"),
          Map.entry("sydney", "oceania"),
          Map.entry("singapore", "singapore"),
          Map.entry("virginia", "us"),
          Map.entry("oregon", "us"),
          Map.entry("ohio", "us"),
          Map.entry("california", "us"),
          Map.entry("iowa", "us"),
          Map.entry("montreal", "canada"),
          Map.entry("toronto", "canada"));

  /**
   * @param before the word that stands before them
   */
  Optional<Written> written(List<String> words, String before) {
    int start = Sayings.ON.contains(at(words, 0)) || Sayings.IN.contains(at(words, 0)) ? 1 : 0;
    for (int length = Math.min(2, words.size() - start); length > 0; length--) {
      String name = String.join(" ", words.subList(start, start + length));
      if (length == 1 && Sayings.RUNTIMES.contains(lower(name)) && isTaken("runtime")) {
        return Written.of(start + 1, "runtime=" + name);
      }
      if (isProvider(name, start > 0)) {
        return Written.of(start + length, "provider=" + name.replace(" ", "-"));
      }
      boolean region = at(words, start + length).matches("r[eé]gion");
      if (region && isPlace(name)) {
        return Written.of(start + length + 1, "region=" + name.replace(" ", "-"));
      }
      boolean people = name.equals("us") && BEFORE_PEOPLE.contains(before);
      if (people && length == 1 && start == 0) {
        return Written.of(1);
      }
      boolean there = Sayings.IN.contains(at(words, 0)) || length == 1 && isRegion(name);
      if (there && !people && isPlace(name)) {
        return withOther(words, start + length, name.replace(" ", "-"));
      }
    }
    String within = WITHIN.get(at(words, start));
    return within != null && isTaken("region")
        ? withOther(words, start + 1, within)
        : Optional.empty();
  }

  /** {@code in Germany or France}: two places, which is for the question's reader to refuse. */
  private Optional<Written> withOther(List<String> words, int length, String place) {
    String other = at(words, length + 1);
    return EITHER.contains(at(words, length)) && (WITHIN.containsKey(other) || isPlace(other))
        ? Written.of(length + 2, "region=" + place, "region=" + WITHIN.getOrDefault(other, other))
        : Written.of(length, "region=" + place);
  }

  private boolean isTaken(String name) {
    return !settings.named(name).isEmpty();
  }

  /** Without a word before it, only what could be no part of a model's name. */
  private boolean isProvider(String name, boolean said) {
    return name.length() > 2
        && name.chars().allMatch(c -> Character.isLetter(c) || " .-".indexOf(c) >= 0)
        && isTaken("provider")
        && !Everyday.isOne(name)
        && (said || !settings.models().knows(name))
        && (settings.reads(RentingParameters.PROVIDERS, name) || isUncovered(name));
  }

  /** Whose offers are not listed: to be told so. */
  private boolean isUncovered(String name) {
    return name.length() > 3
        && name.indexOf(' ') < 0
        && !Sayings.isOneOf(OTHER_MEANING, name)
        && settings.vocabulary().lexicon().provider(name)
            instanceof Reading.NotCovered<List<PriceList>>;
  }

  /** {@code us-east-1}, {@code eu}: nothing else is written so. */
  private static boolean isRegion(String name) {
    return name.matches("[a-z]{2,}-[a-z]+-?[0-9]")
        || SIDED.matcher(name).matches()
        || Sayings.PLACES.contains(lower(name));
  }

  /** Codes of countries are words of sentences, too: {@code in my}. */
  private boolean isPlace(String name) {
    boolean sided = SIDED.matcher(name).matches(); // to be asked which
    return isTaken("region")
        && (sided
            || !(Everyday.isOne(name) && name.equals(lower(name)))
                && settings.reads(RentingParameters.REGION, name));
  }
}
