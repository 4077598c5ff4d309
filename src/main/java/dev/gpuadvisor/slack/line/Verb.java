package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.question.Questions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line asks for; a line that does not say so wants a recommendation. */
public enum Verb {
  RECOMMEND(Questions::recommendation, "recommend", "recommander"),
  /** A recommendation for fine-tuning. */
  TUNE(
      Questions::recommendation,
      "tune",
      "finetune",
      "fine-tune",
      "finetuning",
      "fine-tuning",
      "fine-tuner",
      "train",
      "training",
      "ft",
      "sft",
      "affiner",
      "affinage",
      "finetuner",
      "finetunage",
      "entraînement",
      "entrainement",
      "entraîner",
      "entrainer"),
  /** What something takes, and whether it runs on the card that is named. */
  FIT(Questions::estimate, "fit", "fits", "estimate", "tient", "estimation", "estimer"),
  COMPARE(Questions::comparison, "compare", "comparer"),
  LIST_OFFERS(Questions::offers, "offers", "offer", "offres", "offre", "prices", "prix"),
  HISTORY(Questions::offer, "history", "historique", "price"),
  LIST_MODELS(Questions::models, "models", "model", "modèles", "modeles", "modèle"),
  LAUNCH(Questions::launch, "launch", "start", "lancer", "démarrer", "demarrer"),
  FORM(Questions::recommendation, "form", "formulaire"),
  HELP(Questions::nothing, "help", "aide", "?", "usage");

  /** {@code help me choose ...} is no question about this command. */
  private static final int LONGEST_HELP = 3;

  private static final Set<String> OF_HISTORY = Set.of("history", "historique");

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<![^ ])(?:docker|docker-compose|compose file|helm|kubernetes|k8s|start command|launch"
              + " command|serve command|how to launch|how to start|how do i launch|how do i"
              + " start|run command|vllm command|command line|command (?:to|for)|commande"
              + " (?:de|pour))(?= |$)");
  private static final Set<String> OF_COMMAND =
      Sayings.words(
          "docker docker-compose compose file helm kubernetes k8s command commande chart"
              + " manifest yaml launch start line");

  private static final List<String> RUNS_ON =
      List.of(
          "what runs on ",
          "what can run on ",
          "which models run on ",
          "what models run on ",
          "what models can run on ",
          "runs on ",
          "qu'est-ce qui tourne sur ",
          "quels modèles tournent sur ");

  /** {@code models that run on}, which asks the same. */
  private static final Pattern MODELS_ON =
      Pattern.compile(
          "(?:(?:what|which|any|all|list|the|quels|les|des) )*(?:models?|modèles?|modeles?|llms?)"
              + " (?:(?:that|which|qui|can|could|will|i|we|peuvent|would) )*"
              + "(?:runs?|running|fits?|fitting|works?|tournent|tiennent|tourner|tenir)"
              + "(?: well)? (?:on|in|within|sur|dans|en) ");

  private final Function<Questions, Reader<?>> reader;
  private final List<String> names;

  /**
   * @param reader of the question that it asks
   */
  Verb(Function<Questions, Reader<?>> reader, String... names) {
    this.reader = reader;
    this.names = List.of(names);
  }

  /** What can be said besides: the parameters of the same operation of the API. */
  public List<Parameter<?>> parameters(Questions questions) {
    return reader.apply(questions).parameters();
  }

  /** The name that is shown. */
  public String shown() {
    return names.get(0);
  }

  boolean isCalled(String word) {
    return names.contains(word.toLowerCase(Locale.ROOT));
  }

  /** What a line begins with; {@code what runs on} asks for models, and its last word stays. */
  public static Optional<Verb> of(List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String line = String.join(" ", words).toLowerCase(Locale.ROOT);
    Matcher launch = COMMAND.matcher(line);
    if (launch.find()) {
      words.removeIf(word -> OF_COMMAND.contains(word.toLowerCase(Locale.ROOT)));
      words.add(0, LAUNCH.shown());
      return Optional.of(LAUNCH);
    }
    Matcher models = MODELS_ON.matcher(line);
    if (models.lookingAt()) {
      words.subList(0, models.group().split(" ").length).clear();
      words.addAll(0, List.of(LIST_MODELS.shown(), "on"));
      return Optional.of(LIST_MODELS);
    }
    Optional<String> asked = RUNS_ON.stream().filter(line::startsWith).findFirst();
    asked.ifPresent(start -> words.subList(0, start.split(" ").length - 2).clear());
    boolean sentence =
        words.size() > LONGEST_HELP
            && (HELP.isCalled(words.get(0)) || words.get(0).matches("(?i)model|mod[eè]le"));
    return asked.isPresent()
        ? Optional.of(LIST_MODELS)
        : sentence ? Optional.empty() : of(words.get(0)).or(() -> last(words));
  }

  /** {@code L4 price history}: it becomes the first word. */
  private static Optional<Verb> last(List<String> words) {
    String last = words.get(words.size() - 1);
    boolean history = Sayings.isOneOf(OF_HISTORY, last) && words.size() > 1;
    if (history) {
      words.add(0, words.remove(words.size() - 1));
    }
    return history ? Optional.of(HISTORY) : Optional.empty();
  }

  static Optional<Verb> of(String word) {
    return Arrays.stream(values()).filter(verb -> verb.isCalled(word)).findFirst();
  }
}
