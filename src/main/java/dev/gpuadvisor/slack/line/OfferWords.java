package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.stream.Stream;

/** Reads what is left of a line that asks for a list of offers. */
record OfferWords(Settings settings, Arguments arguments, List<Doubt> doubts, List<Doubt> remarks) {

  void take(List<String> words) {
    new HardwareWords(settings).takeNamed(words, arguments);
    words.forEach(this::take);
    boolean picky =
        Stream.of(
                LookupParameters.WANTED_CARD,
                LookupParameters.MIN_MEMORY_GIB,
                RentingParameters.REGION,
                RentingParameters.MARKET)
            .anyMatch(parameter -> !arguments.get(parameter.name()).isEmpty());
    if (picky && arguments.get(RentingParameters.PROVIDERS.name()).isEmpty()) {
      // whoever looks for a card takes it wherever it is cheapest
      arguments.add(RentingParameters.PROVIDERS.name(), ProviderName.ALL);
    }
  }

  /** How much memory, whose offers, or a word that nobody knows: one about money is not dropped. */
  private void take(String word) {
    boolean number = word.chars().anyMatch(Character::isDigit);
    if (arguments.get(LookupParameters.WANTED_CARD.name()).contains(word)) {
      return; // once for each of whom it is asked
    }
    boolean memory = HardwareWords.isMemory(word) || word.matches("[0-9]{1,3}");
    if (memory && settings.reads(LookupParameters.MIN_MEMORY_GIB, word)) {
      arguments.add(LookupParameters.MIN_MEMORY_GIB.name(), word);
    } else if (settings.reads(RentingParameters.PROVIDERS, word)) {
      arguments.add(RentingParameters.PROVIDERS.name(), word);
    } else if (number || Sayings.isAboutMoney(word)) {
      doubts.add(Doubt.about(word, Msg.Slack::doubtUnknown, List.of()));
    } else {
      remarks.add(Doubt.about(word, Msg.Slack::doubtWord, List.of()));
    }
  }
}
