package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.TuningParameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes what people say of fine-tuning out of a line: {@code qlora 5m tokens 3 epochs}. */
record TuningWords(Settings settings, Arguments arguments) {

  private static final List<Parameter<?>> WORDS =
      List.of(
          TuningParameters.TASK,
          TuningParameters.TRAINER,
          TuningParameters.SHARDING,
          TuningParameters.OPTIMIZER);

  private static final List<Parameter<?>> AMOUNTS =
      List.of(
          TuningParameters.DATASET_TOKENS,
          TuningParameters.EXAMPLES,
          TuningParameters.EPOCHS,
          RentingParameters.MAX_GPUS,
          LookupParameters.GPUS);

  /** {@code 5 millions de tokens}. */
  private static final int MOST_WORDS = 4;

  private static final Set<String> DATA =
      Sayings.words("dataset data text corpus texte données jsonl each average chacun moyenne");
  private static final Set<String> EXAMPLES =
      Sayings.words(
          "examples samples rows exemples conversations pairs paires dialogues lines" + " lignes");

  private static final List<Parameter<?>> AMOUNTS_OF_EXAMPLES =
      Stream.concat(Stream.of(TuningParameters.AVERAGE_TOKENS), AMOUNTS.stream()).toList();

  private static final Set<String> FOUR_BITS = Set.of("4bit", "int4", "nf4", "bnb-4bit");

  /** Words of too many meanings to stand alone, and what is no training. */
  private static final Set<String> NEVER_ALONE = Set.of("none", "auto", "inference");

  void take(List<String> words) {
    quantize(words);
    for (int at = 0; at < words.size(); ) {
      int taken = take(words, at);
      words.subList(at, at + taken).clear();
      at += taken == 0 ? 1 : 0;
    }
    words.removeIf(word -> Sayings.isOneOf(DATA, word)); // which its amount has said
    if (arguments.get(TuningParameters.TASK.name()).isEmpty()) {
      arguments.add(TuningParameters.TASK.name(), "lora");
    }
  }

  /** LoRA on weights of 4 bit is QLoRA; all weights are never trained so. */
  private void quantize(List<String> words) {
    boolean open =
        arguments.get(TuningParameters.TASK.name()).isEmpty()
            && words.stream().noneMatch(word -> word.equalsIgnoreCase("full"));
    boolean stored = // unsloth/...-bnb-4bit
        words.stream().anyMatch(word -> word.matches("(?i).+-(?:bnb-4bit|nf4)"));
    if (open && (words.removeIf(word -> Sayings.isOneOf(FOUR_BITS, word)) || stored)) {
      words.removeIf(word -> word.toLowerCase(Locale.ROOT).endsWith("lora"));
      words.add("qlora");
    }
  }

  /**
   * @param asked whether the line says so, beside a word that names a method
   */
  void takeIfAsked(List<String> words, boolean asked) {
    boolean named =
        words.stream()
            .filter(word -> !Sayings.isOneOf(NEVER_ALONE, word))
            .anyMatch(word -> settings.reads(TuningParameters.TASK, word));
    if (asked || named) {
      take(words);
    }
  }

  /** How many words from there on say something of a run. */
  private int take(List<String> words, int at) {
    String word = words.get(at);
    if (NumberType.looksLikeNumber(word) && at + 1 < words.size()) {
      int most = Math.min(MOST_WORDS, words.size() - at);
      for (int length = most; length > 1; length--) {
        List<String> amount = words.subList(at, at + length);
        if (amount.stream().skip(1).allMatch(TuningWords::isWord)
            && add(amounts(words), String.join(" ", amount))) {
          return length + behind(words, at + length);
        }
      }
      return 0;
    }
    boolean alone = !Sayings.isOneOf(NEVER_ALONE, word);
    return alone && add(WORDS, word) ? 1 : 0;
  }

  /** Of so many examples, tokens are those of one: {@code 10k examples of 500 tokens}. */
  private List<Parameter<?>> amounts(List<String> words) {
    boolean examples =
        !arguments.get(TuningParameters.EXAMPLES.name()).isEmpty()
            || Sayings.isAnyOf(EXAMPLES, words);
    return examples ? AMOUNTS_OF_EXAMPLES : AMOUNTS;
  }

  /** {@code 50 MB dataset}, {@code 500 tokens each}. */
  private static int behind(List<String> words, int at) {
    return at < words.size() && Sayings.isOneOf(DATA, words.get(at)) ? 1 : 0;
  }

  /** {@code tokens}, {@code epochs}: a unit of a letter or two may belong to a model. */
  private static boolean isWord(String text) {
    return isSize(text) || text.length() > 2 && text.chars().allMatch(Character::isLetter);
  }

  /** {@code 5 millions}, {@code 200 samples}, {@code 50 MB}. */
  static boolean isAmount(Settings settings, String text) {
    return settings.reads(TuningParameters.DATASET_TOKENS, text)
        || settings.reads(TuningParameters.EXAMPLES, text);
  }

  /** {@code MB}: of a text. */
  private static boolean isSize(String word) {
    return word.matches("(?i)[kmg]i?[bo]");
  }

  private boolean add(List<Parameter<?>> candidates, String value) {
    Optional<Parameter<?>> meant =
        candidates.stream()
            .filter(settings.parameters()::contains)
            .filter(each -> settings.reads(each, value))
            .findFirst();
    meant.ifPresent(each -> arguments.add(each.name(), value));
    return meant.isPresent();
  }
}
