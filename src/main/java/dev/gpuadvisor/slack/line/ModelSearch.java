package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the model that some words mean. A name of the catalogue is always meant; words that several
 * models carry mean one of them only where they say a family and a size.
 */
public final class ModelSearch {

  private static final NameIndex<Model> MODELS = BundledCatalog.catalog().models();
  private static final List<Entry> ENTRIES = MODELS.all().stream().map(Entry::of).toList();
  private static final Set<String> PARTS =
      ENTRIES.stream()
          .flatMap(entry -> entry.names().stream())
          .flatMap(name -> name.parts().stream())
          .collect(Collectors.toCollection(LinkedHashSet::new));
  private static final List<String> WORDS =
      PARTS.stream().filter(part -> part.length() > 2).toList();
  private static final int MOST_NEAREST = 3;

  private ModelSearch() {}

  /** What was found. */
  sealed interface Found {
    /** The words are a name of the model. */
    record Named(Model model) implements Found {}

    /**
     * The words are part of its name.
     *
     * @param others that carry the words, too
     */
    record Taken(Model model, List<String> others) implements Found {}

    /** The words could mean any of them. */
    record Several(List<String> models) implements Found {}

    /** No model carries all the words. */
    record Nothing(List<String> nearest) implements Found {}
  }

  private record Entry(Model model, List<ModelName> names) {
    static Entry of(Model model) {
      List<ModelName> names =
          Stream.concat(Stream.of(model.huggingFaceId(), model.id()), model.aliases().stream())
              .map(name -> ModelName.of(name).shared())
              .toList();
      return new Entry(model, names);
    }
  }

  /** An entry by the name that comes nearest to what was asked for. */
  private record Candidate(Model model, ModelName name) {
    static Optional<Candidate> of(Entry entry, ModelName asked) {
      return entry.names().stream()
          .filter(name -> name.contains(asked))
          .min(nearest(asked))
          .map(name -> new Candidate(entry.model(), name));
    }
  }

  static Found find(List<String> words) {
    Optional<Model> named = MODELS.find(String.join(" ", words));
    if (named.isPresent()) {
      return new Found.Named(named.get());
    }
    ModelName asked = ModelName.of(String.join(" ", words));
    boolean plain = words.stream().allMatch(ModelName::isPlain);
    List<Candidate> candidates = plain ? candidates(asked) : List.of();
    if (candidates.isEmpty()) {
      return new Found.Nothing(nearest(String.join(" ", words)));
    }
    List<String> ids = candidates.stream().map(candidate -> candidate.model().id()).toList();
    boolean certain = candidates.size() == 1 || asked.hasFamily() && asked.hasSize();
    return certain
        ? new Found.Taken(candidates.get(0).model(), ids.subList(1, ids.size()))
        : new Found.Several(ids);
  }

  /** Models for the first letters of what somebody looks for, likeliest first. */
  public static List<Model> starting(String typed) {
    List<String> words = List.of(typed.strip().split("[ /]+"));
    ModelName asked = ModelName.of(typed);
    return ENTRIES.stream()
        .filter(entry -> entry.model().carries(words))
        .sorted(Comparator.comparing(entry -> entry.names().get(1), nearest(asked)))
        .map(Entry::model)
        .toList();
  }

  /** Whether the word is made of parts that names of models have. */
  static boolean knows(String word) {
    return ModelName.isPlain(word) && PARTS.containsAll(ModelName.of(word).parts());
  }

  /** The words that names are made of. */
  static List<String> words() {
    return WORDS;
  }

  private static List<Candidate> candidates(ModelName asked) {
    return ENTRIES.stream()
        .flatMap(entry -> Candidate.of(entry, asked).stream())
        .sorted(Comparator.comparing(Candidate::name, nearest(asked)))
        .toList();
  }

  /** Plain models before special ones, newer before older, then what has the shortest name. */
  private static Comparator<ModelName> nearest(ModelName asked) {
    return Comparator.<ModelName>comparingLong(name -> name.otherWords(asked))
        .thenComparing(ModelName::version, Comparator.reverseOrder())
        .thenComparingLong(name -> name.otherParts(asked));
  }

  /** Ids of the models whose names come near. */
  public static List<String> nearest(String typed) {
    List<String> names =
        MODELS.all().stream()
            .flatMap(model -> Stream.concat(Stream.of(model.id()), model.aliases().stream()))
            .toList();
    return Suggestions.names(typed, names).stream()
        .map(name -> MODELS.find(name).orElseThrow().id())
        .distinct()
        .limit(MOST_NEAREST)
        .toList();
  }
}
