package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.text.Msg;
import java.util.Collections;
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
    takeCard(words);
    for (String card : arguments.get(LookupParameters.WANTED_CARD.name())) {
      removeAll(List.of(card.split(" ")), words); // once for each of whom it is asked
    }
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

  /** The card that offers are looked for with; an amount of memory is none. */
  private void takeCard(List<String> words) {
    HardwareWords cards = new HardwareWords(settings);
    if (arguments.get(LookupParameters.WANTED_CARD.name()).isEmpty()) {
      for (int at = 0; at < words.size(); at++) {
        Optional<List<String>> name =
            cards
                .one(words.subList(at, words.size()), false)
                .filter(
                    found ->
                        !settings.reads(LookupParameters.MIN_MEMORY_GIB, String.join(" ", found)));
        if (name.isPresent()) {
          arguments.add(LookupParameters.WANTED_CARD.name(), with(words, at, name.get().size()));
          return;
        }
      }
    }
  }

  private static void removeAll(List<String> said, List<String> words) {
    int at = Collections.indexOfSubList(words, said);
    while (at >= 0) {
      words.subList(at, at + said.size()).clear();
      at = Collections.indexOfSubList(words, said);
    }
  }

  /** Takes it out, with the cards that stand behind it: {@code mi300x vs h200}. */
  private String with(List<String> words, int at, int length) {
    String name = HardwareWords.counted(words.subList(at, at + length));
    words.subList(at, at + length).clear();
    boolean more =
        at < words.size() - 1 && words.get(at).matches("(?i)vs|versus|or|and|ou|et|contre");
    int next = more ? new HardwareWords(settings).lengthOfOne(words, at + 1) : 0;
    if (next == 0) {
      return name;
    }
    words.remove(at);
    return name + " or " + with(words, at, next);
  }

  /** How much memory, whose offers, or a word that nobody knows: one about money is not dropped. */
  private void take(String word) {
    boolean number = word.chars().anyMatch(Character::isDigit);
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
