package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.NameIndex;
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
public final class TypedModels {

  private static final int MOST_NEAREST = 3;

  private final NameIndex<Model> index;
  private final List<Entry> entries;
  private final Set<String> parts;
  private final List<String> words;

  TypedModels(NameIndex<Model> index) {
    this.index = index;
    entries = index.all().stream().map(Entry::of).toList();
    parts =
        entries.stream()
            .flatMap(entry -> entry.names().stream())
            .flatMap(name -> name.parts().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    words = parts.stream().filter(part -> part.length() > 2).toList();
  }

  /** What was found. */
  public sealed interface Found {
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

    /** The one that is meant. */
    default Optional<Model> one() {
      return this instanceof Named named
          ? Optional.of(named.model())
          : this instanceof Taken taken ? Optional.of(taken.model()) : Optional.empty();
    }
  }

  private record Entry(Model model, List<TypedName> names) {
    static Entry of(Model model) {
      List<TypedName> names =
          Stream.concat(Stream.of(model.huggingFaceId(), model.id()), model.aliases().stream())
              .map(name -> TypedName.of(name).shared())
              .toList();
      return new Entry(model, names);
    }
  }

  /** An entry by the name that comes nearest to what was asked for. */
  private record Candidate(Model model, TypedName name) {
    static Optional<Candidate> of(Entry entry, TypedName asked) {
      return entry.names().stream()
          .filter(name -> name.contains(asked))
          .min(nearest(asked))
          .map(name -> new Candidate(entry.model(), name));
    }
  }

  public Found find(List<String> words) {
    Optional<Model> named = index.find(String.join(" ", words));
    if (named.isPresent()) {
      return new Found.Named(named.get());
    }
    TypedName asked = TypedName.of(String.join(" ", words));
    boolean plain = words.stream().allMatch(TypedName::isPlain);
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

  /** The model that the words are a whole name of; looks for none that come near. */
  public Optional<Model> named(List<String> words) {
    return index.find(String.join(" ", words));
  }

  /** Models for the first letters of what somebody looks for, likeliest first. */
  public List<Model> starting(String typed) {
    List<String> words = List.of(typed.strip().split("[ /]+"));
    TypedName asked = TypedName.of(typed);
    return entries.stream()
        .filter(entry -> entry.model().carries(words))
        .sorted(Comparator.comparing(entry -> entry.names().get(1), nearest(asked)))
        .map(Entry::model)
        .toList();
  }

  /** Whether the word is made of parts that names of models have. */
  public boolean knows(String word) {
    return TypedName.isPlain(word) && parts.containsAll(TypedName.of(word).parts());
  }

  /** The parts of a name, as it is compared. */
  public static List<String> parts(String name) {
    return TypedName.of(name).parts();
  }

  /** Whether a word could be part of any name. */
  public static boolean isPlain(String word) {
    return TypedName.isPlain(word);
  }

  /** The words that names are made of. */
  public List<String> words() {
    return words;
  }

  private List<Candidate> candidates(TypedName asked) {
    return entries.stream()
        .flatMap(entry -> Candidate.of(entry, asked).stream())
        .sorted(Comparator.comparing(Candidate::name, nearest(asked)))
        .toList();
  }

  /** Plain models before special ones, newer before older, then what has the shortest name. */
  private static Comparator<TypedName> nearest(TypedName asked) {
    return Comparator.<TypedName>comparingLong(name -> name.otherWords(asked))
        .thenComparing(TypedName::version, Comparator.reverseOrder())
        .thenComparingLong(name -> name.otherParts(asked));
  }

  /** Ids of the models whose names come near. */
  public List<String> nearest(String typed) {
    List<String> names =
        index.all().stream()
            .flatMap(model -> Stream.concat(Stream.of(model.id()), model.aliases().stream()))
            .toList();
    return Near.loosely(typed, names).stream()
        .map(name -> index.find(name).orElseThrow().id())
        .distinct()
        .limit(MOST_NEAREST)
        .toList();
  }
}
