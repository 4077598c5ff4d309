package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what is left of a line that asks for a list of offers. */
record OfferWords(Settings settings, Arguments arguments, List<Doubt> doubts, List<Doubt> remarks) {

  private static final Phrases LEAST_MEMORY =
      Phrases.of(
          """
          min_memory_gib=#GB: (at least|au moins|min|minimum|over|more than|plus de|>=|>) #(gb|go|gib)
          min_memory_gib=#GB: #(gb|go|gib)( vram)? (((or|and|ou|et) (more|up|above|plus))|min|minimum|au moins)
          """);

  /** {@code at least 24 GB}: as a setting. */
  static boolean asksForMemory(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      Optional<Written> said = LEAST_MEMORY.at(words, at).findFirst();
      if (said.isPresent()) {
        words.subList(at, at + said.get().length()).clear();
        words.addAll(at, said.get().settings());
        return true;
      }
    }
    return false;
  }

  private static final Set<String> OFFERED =
      Sayings.words(
          "have has offer offers rent rents sell sells propose proposent loue louent vend");

  /** {@code which gpus does modal have}: before the words are taken out that say so. */
  static boolean asksForOffers(List<String> words) {
    return words.stream()
        .anyMatch(word -> Sayings.isOneOf(Sayings.GPUS, word) || Sayings.isOneOf(OFFERED, word));
  }

  /**
   * Whether no more is said than whose offers, where and for what at most; a number of GPUs limits
   * no list, and is taken out then.
   */
  static boolean saysWhose(List<String> words, Settings listed) {
    boolean whose = words.stream().anyMatch(word -> word.startsWith("provider="));
    boolean all =
        whose
            && words.stream()
                .allMatch(
                    word ->
                        LineReader.isFiller(word)
                            || word.startsWith("gpus=")
                            || listed.isSetting(word));
    if (all) {
      words.removeIf(word -> word.startsWith("gpus="));
    }
    return all;
  }

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
