package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.lexicon.Format;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.lexicon.StoredModel;
import dev.gpuadvisor.lexicon.Uncovered;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.Hub;
import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Failed;
import dev.gpuadvisor.unlisted.Hub.Found;
import dev.gpuadvisor.unlisted.Hub.NotCovered;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A model that only a hub knows, by the name of its repository. */
record HubModel(Vocabulary in) {

  /** What the hub is asked again for in a while: it said nothing of the repository. */
  private static final Set<Hub.Reason> UNANSWERED =
      Set.of(Hub.Reason.DOWN, Hub.Reason.SLOW, Hub.Reason.TOO_OFTEN);

  /**
   * Empty where the hub is not to be asked: it is off, the name is none of a repository, or is
   * known without it.
   *
   * @param known what the name means without the hub
   * @param sized what its size says, for a hub that does not answer
   */
  Optional<Parsed<Model>> parsed(
      String text, Reading<StoredModel> known, Supplier<Optional<Parsed<Model>>> sized) {
    if (!in.exact() && (isKnown(known) || !in.hub().isOn())) {
      return Optional.empty();
    }
    Optional<RepositoryName> name = RepositoryName.of(text);
    if (in.exact()) {
      name = name.or(() -> known.meaning().flatMap(HubModel::ofCatalogue));
    }
    return name.map(each -> parsed(each, in.hub().find(each), nearest(known), sized));
  }

  private Parsed<Model> parsed(
      RepositoryName name,
      Answer answer,
      List<String> nearest,
      Supplier<Optional<Parsed<Model>>> sized) {
    boolean unanswered =
        answer instanceof Failed failed && UNANSWERED.contains(failed.reason()) && !in.exact();
    return (unanswered ? sized.get() : Optional.<Parsed<Model>>empty())
        .orElseGet(() -> parsed(name, answer, nearest));
  }

  /** One that is published in files, each in a format of its own. */
  Parsed<Model> inFiles(String text) {
    Optional<RepositoryName> name = RepositoryName.of(text);
    if (name.isEmpty()) {
      return refused(Msg.Fault.repository(), List.of());
    }
    Answer answer = in.hub().find(name.get());
    if (answer instanceof Found found && found.runtime().isEmpty()) {
      return refused(reason(name.get().toString(), Hub.Reason.NO_FILE), List.of());
    }
    return parsed(name.get(), answer, List.of());
  }

  private static Optional<RepositoryName> ofCatalogue(StoredModel stored) {
    return RepositoryName.of(stored.model().huggingFaceId());
  }

  private static boolean isKnown(Reading<StoredModel> reading) {
    return reading.meaning().isPresent() || reading instanceof Reading.NotCovered<StoredModel>;
  }

  private static List<String> nearest(Reading<StoredModel> reading) {
    return reading instanceof Reading.Unknown<StoredModel> unknown ? unknown.nearest() : List.of();
  }

  private Parsed<Model> parsed(RepositoryName name, Answer answer, List<String> nearest) {
    if (answer instanceof Found found) {
      return value(found)
          .<Parsed<Model>>map(value -> value)
          .orElseGet(() -> refused(reason(name.toString(), Hub.Reason.NO_FILE), nearest));
    }
    Message why =
        answer instanceof NotCovered other
            ? notCovered(name, other)
            : Msg.Hub.otherwise(reason(name.toString(), ((Failed) answer).reason()));
    return refused(why, nearest);
  }

  private static Parsed<Model> refused(Message why, List<String> nearest) {
    return new Parsed.Refused<>(why, List.of(), nearest);
  }

  /** Empty where its format is one that nobody knows. */
  private Optional<Parsed.Value<Model>> value(Found found) {
    Optional<String> format =
        found.format().flatMap(written -> in.lexicon().format(written).meaning()).map(Format::name);
    if (format.isEmpty() && found.format().isPresent()) {
      return Optional.empty();
    }
    Map<String, String> implied = ModelName.implied(format, found.runtime());
    return Optional.of(
        new Parsed.Value<>(found.model(), found.written(), Optional.of(found.note()), implied));
  }

  private Message notCovered(RepositoryName name, NotCovered other) {
    Optional<Uncovered> kind = in.lexicon().uncoveredModel(other.named());
    if (kind.isPresent()) {
      return UncoveredText.of(kind.get());
    }
    return other.faults().isEmpty()
        ? Msg.Hub.notLanguage(other.named(), name.toString())
        : Msg.Hub.otherwise(
            Msg.Hub.notUnderstood(
                other.faults().get(0).parameter(),
                name.toString(),
                other.faults().get(0).detail()));
  }

  private static Message reason(String name, Hub.Reason reason) {
    return switch (reason) {
      case OFF -> Msg.Hub.off();
      case GATED -> Msg.Hub.gated(name);
      case MISSING -> Msg.Hub.missing(name);
      case NO_REVISION -> Msg.Hub.noRevision(name);
      case NO_WEIGHTS -> Msg.Hub.noWeights(name);
      case NO_CONFIG -> Msg.Hub.noConfig(name);
      case NO_FILE -> Msg.Hub.noFile(name);
      case UNREADABLE -> Msg.Hub.unreadable(name);
      case TOO_OFTEN -> Msg.Hub.tooOften();
      case DOWN -> Msg.Hub.down();
      case SLOW -> Msg.Hub.slow();
    };
  }
}
