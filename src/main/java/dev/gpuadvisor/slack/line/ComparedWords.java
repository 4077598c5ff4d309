package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Set;

/** Reads what stands behind {@code compare}: offers or cards, and what they are to run. */
record ComparedWords(
    Settings settings, Arguments arguments, List<Doubt> doubts, List<Doubt> remarks) {

  private static final Set<String> VERSUS = Set.of("vs", "versus", "contre");
  private static final Set<String> BEFORE_MODEL = Set.of("for", "pour");

  /**
   * What is asked: of cards beside a place, a market or a provider, which to rent there.
   *
   * @return the verb whose question the arguments are of
   */
  Verb read(List<String> words) {
    Settings rent = settings.of(Verb.RECOMMEND);
    new PhraseWords(rent, false).rewrite(words);
    NameIndex<Offer> known = settings.vocabulary().catalog().offers();
    boolean placed =
        words.stream().anyMatch(word -> rent.isSetting(word) && !settings.isSetting(word))
            && words.stream().noneMatch(word -> known.find(word).isPresent());
    Verb verb = placed ? Verb.RECOMMEND : Verb.COMPARE;
    Settings asked = placed ? rent : settings;
    Parameter<?> offers = placed ? RentingParameters.CARDS : LookupParameters.OFFERS;
    words.replaceAll(word -> word.replaceFirst("(?i)^offers?(?==)", offers.name()));
    new SettingWords(verb, asked, arguments, doubts, remarks).take(words);
    new TrafficWords(asked, arguments).take(words);
    asked.takeBareWords(words, arguments);
    words.removeIf(word -> LineReader.isBetween(word) || Sayings.isOneOf(VERSUS, word));
    if (arguments.get(offers.name()).isEmpty()) {
      new RentedWords(settings, arguments).takeOffers(words, BEFORE_MODEL, offers);
    }
    words.removeIf(LineReader::isFiller);
    if (arguments.get(offers.name()).isEmpty()) {
      doubts.add(new Doubt(Msg.Slack.doubtNoOffers(), List.of()));
      return verb;
    }
    PlaceWords.lookEverywhere(asked, arguments);
    new ModelWords(asked, arguments, doubts, remarks).read(words);
    return verb;
  }
}
