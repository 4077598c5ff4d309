package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Cards;
import dev.gpuadvisor.lexicon.Near;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.ModelDescriptionParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a word that was not understood may have been. */
record Meant(Settings settings, Arguments arguments) {

  private static final Pattern TOKENS = Pattern.compile("[0-9]{1,4}[kK]");
  private static final int MOST_SHOWN = 5;

  /** Whether it can hardly be anything else than what is known, misspelt or in another place. */
  boolean isSlip(String word) {
    return Near.isSlipOf(word, names());
  }

  /** What a word that nobody knows may have been. */
  List<String> of(String word) {
    if (new RentedWords(settings, arguments).isRented(word)) {
      return List.of("vs " + word);
    }
    List<String> machines = settings.vocabulary().lexicon().nearestMachines(word);
    if (!machines.isEmpty()) {
      return machines; // p5: of which size
    }
    if (HardwareWords.isMemory(word)
        && settings.vocabulary().lexicon().cards(word) instanceof Reading.Unknown<Cards> none) {
      return none.nearest(); // no card has so much
    }
    if (ModelWords.SIZE.matcher(word).matches()
        && settings.parameters().contains(ModelDescriptionParameters.PARAMETERS)) {
      return List.of("parameters=" + word.toLowerCase(Locale.ROOT));
    }
    if (TOKENS.matcher(word).matches()) {
      return List.of("ctx=" + word);
    }
    return Near.loosely(word, names()).stream()
        .map(near -> near.equalsIgnoreCase(word) && isSetting(near) ? near + "=" : near)
        .limit(MOST_SHOWN)
        .toList();
  }

  /** What a word of a line may be. */
  private List<String> names() {
    return Stream.of(
            Arrays.stream(Verb.values()).map(Verb::shown),
            settings.bareWords().stream(),
            settings.names().stream(),
            settings.models().words().stream())
        .flatMap(stream -> stream)
        .distinct()
        .toList();
  }

  private boolean isSetting(String name) {
    return !settings.named(name).isEmpty();
  }
}
