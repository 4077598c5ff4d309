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

/** Finds a model by the words of a name. */
final class ModelSearch {

  private static final int MOST = 5;
  private static final int WORDS_OF_A_WHOLE_NAME = 3;

  /**
   * What was found.
   *
   * @param why whether by its name or by that of a fine-tune
   */
  record Found(Model model, Why why) {}

  /** A name of a model, its words joined by blanks. */
  record Name(String words, Model model) {
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

  static String sorted(List<String> words) {
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

  boolean isFineTune(List<String> words) {
    return ofSameShape(words).isPresent();
  }

  private Optional<Model> ofSameShape(List<String> words) {
    return Optional.ofNullable(ofSameShape.get(sorted(words)));
  }

  private Optional<Model> tagged(String words) {
    return OllamaTags.models(words).stream().flatMap(id -> index.find(id).stream()).findFirst();
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
    String before = ""; // the part of the name that stands right before
    for (String word : words) {
      if (next < parts.size() && parts.get(next).equals(word)) {
        next++;
        before = word;
      } else if (!ModelWords.isHarmless(word)
          || isOtherVersion(before, word, next < parts.size())) {
        return false;
      } else {
        before = "";
      }
    }
    return next == parts.size();
  }

  /**
   * {@code 3_5} is not 3, and {@code apertus-v1.5-8b} not apertus-8b; what stands behind the whole
   * name, or a word of its own, is the version of a fine-tune.
   */
  private static boolean isOtherVersion(String before, String word, boolean within) {
    boolean number = Spelling.isNumber(word) && !ModelWords.isDate(word);
    boolean behindNumber = Spelling.isNumber(before) && !ModelWords.isDate(before);
    return number && behindNumber || within && !before.isEmpty() && ModelWords.isVersion(word);
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

  /** Those that a name which nobody knows may have meant. */
  NearestModels nearest() {
    return new NearestModels(names);
  }
}
