package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.lexicon.Reading.Exact;
import dev.gpuadvisor.lexicon.Reading.NotCovered;
import dev.gpuadvisor.lexicon.Reading.Several;
import dev.gpuadvisor.lexicon.Reading.Taken;
import dev.gpuadvisor.lexicon.Reading.Unknown;
import dev.gpuadvisor.lexicon.Reading.Why;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Models by the names of repositories, files and tags, of base models and of fine-tunes. */
final class ModelNames {

  private static final String LLAMA_CPP = "llama.cpp";
  private static final String USUAL_FORMAT = "q4_k_m";
  private static final String KEPT_FORMAT = "mxfp4";

  private final NameIndex<Model> index;
  private final ModelSearch search;
  private final FormatNames formats;
  private final UncoveredNames uncovered;
  private final Set<String> owners;

  ModelNames(NameIndex<Model> index, FormatNames formats, UncoveredNames uncovered) {
    this.index = index;
    this.search = new ModelSearch(index);
    this.formats = formats;
    this.uncovered = uncovered;
    this.owners =
        index.all().stream()
            .map(model -> model.huggingFaceId().split("/")[0].toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  Reading<StoredModel> read(String text) {
    Optional<Model> named = index.find(text);
    StoredName name = StoredName.of(text);
    if (named.isPresent()) {
      return name.tag()
          ? stored(new ModelSearch.Found(named.get(), Why.OTHER_NAME), name)
          : new Exact<>(StoredModel.of(named.get()));
    }
    Optional<ModelSearch.Found> found = search.find(name.words(), name.tag());
    if (found.isPresent()) {
      return stored(found.get(), name);
    }
    String withoutOwner = withoutOwner(text);
    if (!withoutOwner.equals(text)) {
      return read(withoutOwner);
    }
    Optional<Uncovered> kind = kind(text);
    if (kind.isPresent()) {
      return new NotCovered<>(kind.get(), List.of());
    }
    List<String> carriers = search.carrying(name.words());
    if (carriers.size() > 1) {
      return new Several<>(carriers);
    }
    // One that is called so and more is near, no more: InternVL2-1B is none of InternVL 2.5's.
    return new Unknown<>(carriers.isEmpty() ? search.nearest().to(name.words()) : carriers);
  }

  /** {@code bartowski/zai-org_GLM-4.6-GGUF}: who made a model stands before its name. */
  private String withoutOwner(String text) {
    String last = text.substring(text.lastIndexOf('/') + 1);
    int end = last.indexOf('_');
    return end > 0 && owners.contains(last.substring(0, end).toLowerCase(Locale.ROOT))
        ? last.substring(end + 1)
        : text;
  }

  /**
   * The size that the name of a model says which nobody knows; empty without one, where it is
   * stored in a way that is not covered, and where only letters part it from a name that is known:
   * then it is misspelt.
   */
  Optional<NamedSize> size(String text) {
    StoredName name = StoredName.of(MixtureWords.written(text));
    Optional<String> written =
        name.format().isEmpty()
            ? Optional.empty()
            : formats.read(name.format()).meaning().map(Format::name);
    boolean unread = written.isEmpty() && !name.format().isEmpty();
    if (unread || name.container().isPresent() || search.nearest().isMisspelt(name.words())) {
      return Optional.empty();
    }
    boolean llama = name.gguf() || name.tag();
    Optional<String> stored = llama ? written.or(() -> Optional.of(USUAL_FORMAT)) : written;
    Optional<String> runtime =
        llama
            ? Optional.of(LLAMA_CPP)
            : written.flatMap(format -> formats.read(format).meaning()).flatMap(Format::runtime);
    return NamedSize.of(name.words(), stored, runtime);
  }

  /** An owner's name tells less than the model's: it is asked last. */
  private Optional<Uncovered> kind(String text) {
    String name = text.substring(text.lastIndexOf('/') + 1);
    return uncovered
        .kind(UncoveredNames.Scope.MODEL, name)
        .or(() -> uncovered.kind(UncoveredNames.Scope.MODEL, text));
  }

  boolean isFineTune(List<String> words) {
    return search.isFineTune(ModelWords.of(String.join(" ", words)));
  }

  private Reading<StoredModel> stored(ModelSearch.Found found, StoredName name) {
    Model model = found.model();
    if (name.container().isPresent()) {
      return new NotCovered<>(name.container().get(), List.of(model.id()));
    }
    Optional<Format> format =
        name.format().isEmpty() ? Optional.empty() : formats.read(name.format()).meaning();
    if (format.isEmpty() && !name.format().isEmpty()) {
      return new NotCovered<>(Uncovered.OTHER_FORMAT, List.of(model.id()));
    }
    boolean llama = name.gguf() || name.tag();
    Optional<String> written = format.map(Format::name);
    Optional<String> stored = llama ? written.or(() -> Optional.of(usual(model))) : written;
    Optional<String> runtime = llama ? Optional.of(LLAMA_CPP) : format.flatMap(Format::runtime);
    Why why = stored.isPresent() ? Why.STORED_AS : found.why();
    return new Taken<>(new StoredModel(model, stored, runtime), why, List.of());
  }

  /** What is downloaded where nobody says which; models published in MXFP4 keep it in GGUF. */
  private static String usual(Model model) {
    return model.nativeFormat().equals(KEPT_FORMAT) ? KEPT_FORMAT : USUAL_FORMAT;
  }
}
