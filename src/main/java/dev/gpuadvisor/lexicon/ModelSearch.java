package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.lexicon.Reading.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds a model by the words of a name. */
final class ModelSearch {

  private static final int MOST = 5;
  private static final int WORDS_OF_A_WHOLE_NAME = 3;

  /** Tags of Ollama's library that say less, or something else, than the model's name. */
  private static final Map<String, List<String>> TAGS =
      Map.ofEntries(
          Map.entry("deepseek r1 1.5b", List.of("deepseek-r1-distill-qwen-1.5b")),
          Map.entry("deepseek r1 7b", List.of("deepseek-r1-distill-qwen-7b")),
          Map.entry("deepseek r1 8b", List.of("deepseek-r1-0528-qwen3-8b", "qwen3-8b")),
          Map.entry("deepseek r1 14b", List.of("deepseek-r1-distill-qwen-14b")),
          Map.entry("deepseek r1 32b", List.of("deepseek-r1-distill-qwen-32b")),
          Map.entry("deepseek r1 70b", List.of("deepseek-r1-distill-llama-70b")),
          Map.entry("mistral", List.of("mistral-7b-instruct-v0.3")),
          Map.entry("llama 3", List.of("meta-llama-3-8b-instruct")),
          Map.entry("llama 3.1", List.of("llama-3.1-8b-instruct")),
          Map.entry("llama 3.2", List.of("llama-3.2-3b-instruct")),
          Map.entry("llama 2", List.of("llama-2-7b-chat-hf")),
          Map.entry("qwen 2.5", List.of("qwen2.5-7b-instruct")),
          Map.entry("qwen 3", List.of("qwen3-8b")),
          Map.entry("gemma 3", List.of("gemma-3-4b-it")),
          Map.entry("gemma 2", List.of("gemma-2-9b-it")),
          Map.entry("gpt oss", List.of("gpt-oss-20b")));

  /**
   * What was found.
   *
   * @param why whether by its name or by that of a fine-tune
   */
  record Found(Model model, Why why) {}

  /** A name of a model, its words joined by blanks. */
  private record Name(String words, Model model) {
    List<String> parts() {
      return List.of(words.split(" "));
    }
  }

  private final NameIndex<Model> index;
  private final List<Name> names = new ArrayList<>();
  private final Map<String, Model> byWords = new HashMap<>();
  private final Map<String, Model> byWordsWithoutDates = new HashMap<>();
  private final Map<String, Model> ofSameShape = new HashMap<>();

  ModelSearch(NameIndex<Model> index) {
    this.index = index;
    for (Model model : index.all()) {
      Set<String> own = new LinkedHashSet<>();
      own.add(words(model.id()));
      own.add(words(model.huggingFaceId().substring(model.huggingFaceId().indexOf('/') + 1)));
      model.aliases().forEach(alias -> own.add(words(alias.substring(alias.indexOf('/') + 1))));
      for (String words : own) {
        names.add(new Name(words, model));
        byWords.putIfAbsent(sorted(List.of(words.split(" "))).intern(), model);
        List<String> withoutDates = ModelWords.withoutDates(List.of(words.split(" ")));
        byWordsWithoutDates.putIfAbsent(sorted(withoutDates).intern(), model);
      }
    }
    Resource.lines("finetunes.txt").forEach(this::readFineTunes);
  }

  /** {@code base;name name}: names that do not say what they are made from. */
  private void readFineTunes(String line) {
    int end = line.indexOf(';');
    Model base = index.find(line.substring(0, end)).orElseThrow();
    for (String name : line.substring(end + 1).split(" ")) {
      String words = words(name);
      names.add(new Name(words, base));
      ofSameShape.put(sorted(List.of(words.split(" "))).intern(), base);
    }
  }

  private static String words(String name) {
    return String.join(" ", ModelWords.of(name)).intern();
  }

  private static String sorted(List<String> words) {
    return String.join(" ", words.stream().sorted().toList());
  }

  /**
   * @param tag whether the name is one of Ollama's library
   */
  Optional<Found> find(List<String> written, boolean tag) {
    List<String> words = ModelWords.canonical(written);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<Model> tagged = tag ? tagged(String.join(" ", words)) : Optional.empty();
    boolean known = ofSameShape(words).isPresent();
    Optional<Model> named =
        tagged
            .or(() -> Optional.ofNullable(byWords.get(sorted(words))))
            .or(() -> known ? Optional.empty() : withoutDates(words))
            .or(() -> known ? Optional.empty() : withoutSize(words));
    return named
        .map(model -> new Found(model, Why.OTHER_NAME))
        .or(() -> ofSameShape(words).map(model -> new Found(model, Why.SAME_SHAPE)))
        .or(() -> fineTuned(words).map(model -> new Found(model, Why.FINE_TUNE)));
  }

  private Optional<Model> ofSameShape(List<String> words) {
    return Optional.ofNullable(ofSameShape.get(sorted(words)));
  }

  private Optional<Model> tagged(String words) {
    return TAGS.getOrDefault(words, List.of()).stream()
        .flatMap(id -> index.find(id).stream())
        .findFirst();
  }

  private Optional<Model> withoutDates(List<String> words) {
    List<String> plain = ModelWords.withoutDates(words);
    return plain.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byWordsWithoutDates.get(sorted(plain)));
  }

  /** {@code phi4-mini:3.8b}: a size that the model's own name leaves out. */
  private Optional<Model> withoutSize(List<String> words) {
    List<String> rest = words.stream().filter(word -> !ModelWords.isSize(word)).toList();
    return rest.size() < 2 || rest.size() == words.size()
        ? Optional.empty()
        : Optional.ofNullable(byWords.get(sorted(rest))).filter(model -> sizesAgree(model, words));
  }

  /** Within a tenth of the size that was written: no other model of that name is meant. */
  private static boolean sizesAgree(Model model, List<String> words) {
    double written =
        words.stream()
            .filter(ModelWords::isSize)
            .filter(word -> word.endsWith("b") && word.indexOf('x') < 0)
            .mapToDouble(word -> Double.parseDouble(word.substring(0, word.length() - 1)))
            .findFirst()
            .orElse(0);
    return Math.abs(written * 1e9 - model.parameters()) < 0.1 * model.parameters();
  }

  /** All words of a model's name, in their order, with others that make no other shape. */
  private Optional<Model> fineTuned(List<String> words) {
    return names.stream()
        .filter(name -> isWhole(name.parts()) && isPartOf(name.parts(), words))
        .max(Comparator.comparingInt(name -> name.parts().size()))
        .map(Name::model);
  }

  private static boolean isWhole(List<String> parts) {
    boolean sized = parts.stream().anyMatch(ModelWords::isSize);
    return parts.size() >= WORDS_OF_A_WHOLE_NAME || sized && parts.size() > 1;
  }

  private static boolean isPartOf(List<String> parts, List<String> words) {
    int next = 0;
    boolean version = false; // whether a number of the name stands right before
    for (String word : words) {
      boolean number = Spelling.isNumber(word) && !ModelWords.isDate(word);
      if (next < parts.size() && parts.get(next).equals(word)) {
        next++;
        version = number;
      } else if (!ModelWords.isHarmless(word) || version && number) {
        return false; // 3_5 is not 3
      } else {
        version = false;
      }
    }
    return next == parts.size();
  }

  /** Ids of the models whose names carry all the words; for whoever leaves some out. */
  List<String> carrying(List<String> written) {
    List<String> words = ModelWords.canonical(written);
    return words.isEmpty()
        ? List.of()
        : names.stream()
            .filter(name -> name.parts().containsAll(words))
            .map(name -> name.model().id())
            .distinct()
            .limit(MOST)
            .toList();
  }

  /** Of the same family first, nearest in size; else what differs by a few letters. */
  List<String> nearest(List<String> written) {
    List<String> words = ModelWords.canonical(written);
    List<String> family =
        words.stream()
            .filter(word -> word.length() > 2 && Spelling.isLetter(word.charAt(0)))
            .toList();
    double size = size(words);
    List<String> kin =
        names.stream()
            .filter(name -> family.stream().anyMatch(name.parts()::contains))
            .sorted(
                Comparator.<Name>comparingLong(
                        name -> -words.stream().filter(name.parts()::contains).count())
                    .thenComparingDouble(name -> Math.abs(size(name.parts()) - size)))
            .map(name -> name.model().id())
            .distinct()
            .limit(MOST)
            .toList();
    List<String> slips = slips(String.join(" ", words));
    return Stream.concat(slips.stream().limit(2), kin.stream()).distinct().limit(MOST).toList();
  }

  /** Models whose names differ by a few letters. */
  private List<String> slips(String words) {
    List<String> near = Near.among(words, names.stream().map(Name::words).distinct().toList());
    return near.stream()
        .flatMap(each -> names.stream().filter(name -> name.words().equals(each)))
        .map(name -> name.model().id())
        .distinct()
        .toList();
  }

  private static double size(List<String> words) {
    return words.stream()
        .filter(ModelWords::isSize)
        .map(word -> word.substring(0, word.length() - 1))
        .filter(number -> number.indexOf('x') < 0)
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElse(0);
  }
}
