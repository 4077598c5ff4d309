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
    if (arguments.get(TuningParameters.TASK.name()).isEmpty()) {
      arguments.add(TuningParameters.TASK.name(), "lora");
    }
  }

  /** LoRA on weights of 4 bit is QLoRA; all weights are never trained so. */
  private void quantize(List<String> words) {
    boolean open =
        arguments.get(TuningParameters.TASK.name()).isEmpty()
            && words.stream().noneMatch(word -> word.equalsIgnoreCase("full"));
    if (open && words.removeIf(word -> Sayings.isOneOf(FOUR_BITS, word))) {
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
    if (NumberType.looksLikeNumber(word) && at + 1 < words.size() && isWord(words.get(at + 1))) {
      return add(AMOUNTS, word + " " + words.get(at + 1)) ? 2 : 0;
    }
    boolean alone = !Sayings.isOneOf(NEVER_ALONE, word);
    return alone && add(WORDS, word) ? 1 : 0;
  }

  /** {@code tokens}, {@code epochs}: a unit of a letter or two may belong to a model. */
  private static boolean isWord(String text) {
    return text.length() > 2 && text.chars().allMatch(Character::isLetter);
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
