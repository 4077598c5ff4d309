package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.lexicon.Near;
import dev.gpuadvisor.lexicon.NumberWords;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.lexicon.StoredModel;
import dev.gpuadvisor.lexicon.TypedModels;
import dev.gpuadvisor.lexicon.TypedModels.Found;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.ModelDescriptionParameters;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads what is left of a line when all else is taken out: the model. A word that is part of no
 * model's name is left out, and said to be, only where the others are a whole name by themselves
 * and it looks like nothing that would matter.
 */
record ModelWords(Settings settings, Arguments arguments, List<Doubt> doubts, List<Doubt> remarks) {

  static final Pattern SIZE = Pattern.compile("[0-9]{1,4}(?:\\.[0-9]{1,2})?[bB]");
  private static final Set<String> MODEL =
      Sayings.words("model models modèle modèles modele modeles");
  private static final int MOST_SHOWN = 5;

  void read(List<String> words) {
    words.removeIf(word -> Sayings.isOneOf(MODEL, word));
    if (words.isEmpty() && (isDescribed() || isGiven())) {
      return; // by its sizes, or besides the line
    }
    if (words.isEmpty()) {
      doubts.add(new Doubt(Msg.Slack.doubtNoModel(), List.of()));
      return;
    }
    if (words.size() == 1 && SIZE.matcher(words.get(0)).matches() && isParameter()) {
      String size = words.get(0).toLowerCase(Locale.ROOT);
      arguments.add(ModelDescriptionParameters.PARAMETERS.name(), size);
      remarks.add(Doubt.about(size, Msg.Slack::ofSize, List.of()));
      return;
    }
    Found found = models().find(words);
    if (!(found instanceof Found.Named) && (isStored(words) || isOnTheHub(words))
        || found instanceof Found.Nothing && isKnown(words)) {
      arguments.add(Parameters.MODEL.name(), String.join(" ", words));
    } else if (isTaken(words, found)) {
      return;
    } else if (found instanceof Found.Several several) {
      doubts.add(ModelDoubts.several(words, several.models()));
    } else if (readStored(words) || readWithoutStrangers(words)) {
      return;
    } else if (isSized(words)) {
      arguments.add(Parameters.MODEL.name(), String.join(" ", words));
    } else {
      notFound(words, ((Found.Nothing) found).nearest());
    }
  }

  /** The name of a model that nobody knows, and that says its size. */
  private boolean isSized(List<String> words) {
    List<String> name =
        words.stream()
            .filter(word -> !SIZE.matcher(word).matches() && !models().knows(word))
            .toList();
    boolean plain = words.stream().allMatch(this::isNoFlag) && !namesOther(words);
    boolean said = words.size() == 1 || name.stream().allMatch(this::isHarmless);
    return plain
        && said
        && !words.stream().allMatch(word -> word.matches("[0-9.]+[a-zA-Z]?"))
        && settings.vocabulary().lexicon().sized(String.join(" ", words)).isPresent();
  }

  /**
   * By the name of a repository, a file or a tag, or as what is not covered. Of several words none
   * may be left over: it could be about the money.
   */
  private boolean isKnown(List<String> words) {
    Reading<StoredModel> reading = settings.vocabulary().lexicon().model(String.join(" ", words));
    boolean whole =
        reading instanceof Reading.Taken<StoredModel> taken
            && (taken.why() == Reading.Why.OTHER_NAME || taken.why() == Reading.Why.SAME_SHAPE);
    boolean uncovered =
        reading instanceof Reading.NotCovered<StoredModel> none
            && (words.size() == 1 || none.nearest().isEmpty() && !namesOther(words));
    boolean plain = words.stream().allMatch(this::isNoFlag);
    boolean left = words.size() > 1 && !words.stream().allMatch(models()::knows);
    return plain
        && (whole && !left || uncovered || words.size() == 1 && reading.meaning().isPresent());
  }

  /** An option of a command line is no part of a name. */
  private boolean isNoFlag(String word) {
    return TypedModels.isPlain(word) && !word.startsWith("-");
  }

  private TypedModels models() {
    return settings.models();
  }

  private boolean isParameter() {
    return settings.parameters().contains(ModelDescriptionParameters.PARAMETERS);
  }

  private boolean isGiven() {
    return !arguments.get(Parameters.MODEL.name()).isEmpty();
  }

  private boolean isDescribed() {
    return settings.parameters().stream()
        .filter(parameter -> parameter.group() == Group.DESCRIPTION)
        .anyMatch(parameter -> !arguments.get(parameter.name()).isEmpty());
  }

  /** {@code can gemma3:12b-it-q8_0 live there}: a file, a tag or a repository is a whole name. */
  private boolean readStored(List<String> words) {
    List<String> stored = words.stream().filter(word -> isStored(List.of(word))).toList();
    List<String> others = words.stream().filter(word -> !stored.contains(word)).toList();
    boolean harmless = others.stream().allMatch(word -> isHarmless(word) || Everyday.isOne(word));
    if (stored.size() != 1 || counts(words) || !harmless) {
      return false;
    }
    arguments.add(Parameters.MODEL.name(), stored.get(0));
    others.forEach(word -> remarks.add(Doubt.about(word, Msg.Slack::doubtWord, List.of())));
    return true;
  }

  private boolean readWithoutStrangers(List<String> words) {
    List<String> strangers = words.stream().filter(word -> !models().knows(word)).toList();
    List<String> rest = words.stream().filter(models()::knows).toList();
    if (rest.isEmpty() || strangers.size() > MOST_SHOWN || counts(words)) {
      return false;
    }
    Found found = models().find(rest);
    if (!strangers.stream().allMatch(word -> isHarmless(word) || isOfName(word, found))
        || !isTaken(rest, found)) {
      return false;
    }
    strangers.forEach(word -> remarks.add(Doubt.about(word, Msg.Slack::doubtWord, List.of())));
    return true;
  }

  /** {@code llama 3.1 8b instrct}: what the name says already, with a slip. */
  private static boolean isOfName(String word, Found found) {
    return found
        .one()
        .filter(model -> Near.isSlipOf(word, TypedModels.parts(model.id() + "-instruct")))
        .isPresent();
  }

  /** {@code 3 coworkers}: so many of what nobody knows; in {@code gemma 3} it is of the name. */
  private boolean counts(List<String> words) {
    return IntStream.range(1, words.size())
        .filter(at -> !models().knows(words.get(at)) && words.get(at - 1).matches("[0-9]{1,5}"))
        .anyMatch(at -> at == 1 || !words.get(at - 2).matches("[a-zA-Z]+"));
  }

  /** Whether some of the words are a whole name by themselves: the others are then none of it. */
  private boolean namesOther(List<String> words) {
    return IntStream.range(0, words.size())
        .anyMatch(
            from ->
                IntStream.rangeClosed(from + 1, Math.min(words.size(), from + MOST_SHOWN))
                    .filter(to -> to - from < words.size())
                    .mapToObj(to -> words.subList(from, to))
                    .anyMatch(some -> models().named(some).isPresent()));
  }

  /** One word that may name a repository which only the hub knows. */
  private boolean isOnTheHub(List<String> words) {
    return words.size() == 1
        && settings.questions().hub().isOn()
        && RepositoryName.of(words.get(0)).isPresent();
  }

  /** One word that names a file, a tag or a repository of weights in some format. */
  private boolean isStored(List<String> words) {
    return words.size() == 1
        && settings.vocabulary().lexicon().model(words.get(0))
            instanceof Reading.Taken<StoredModel> taken
        && taken.why() == Reading.Why.STORED_AS;
  }

  /**
   * Every number matters, and so does what may be a misspelt word of the ones that are known, or is
   * about a place or the money.
   */
  private boolean isHarmless(String word) {
    return word.chars().noneMatch(Character::isDigit)
        && !Sayings.isAboutMoney(word)
        && !Sayings.isOneOf(Sayings.OTHER_WORK, word)
        && !Everyday.isNegation(word)
        && !NumberWords.isOne(word)
        && !word.startsWith("-")
        && word.indexOf('/') < 0
        && (word.indexOf('@') < 0 || word.length() == 1)
        && !new Meant(settings, arguments).isSlip(word);
  }

  private void notFound(List<String> words, List<String> nearest) {
    List<String> strangers = words.stream().filter(word -> !models().knows(word)).toList();
    List<String> rest = words.stream().filter(models()::knows).toList();
    boolean named = !rest.isEmpty() && models().find(rest).one().isPresent();
    if (strangers.isEmpty() || !nearest.isEmpty() && !named) {
      doubts.add(Doubt.about(String.join(" ", words), Msg.Slack::doubtNoSuchModel, nearest));
      return;
    }
    // Whoever misspelt the verb wrote a line that only makes sense with it.
    boolean verb =
        new Meant(settings, arguments)
            .of(words.get(0)).stream().anyMatch(name -> Verb.of(name).isPresent());
    strangers.stream()
        .limit(verb ? 1 : MOST_SHOWN)
        .forEach(
            word ->
                doubts.add(
                    Doubt.about(
                        word, Msg.Slack::doubtUnknown, new Meant(settings, arguments).of(word))));
  }

  /** Takes the one model that is meant. */
  private boolean isTaken(List<String> words, Found found) {
    Optional<Model> model = found.one();
    model.ifPresent(one -> arguments.add(Parameters.MODEL.name(), one.id()));
    if (found instanceof Found.Taken taken) {
      remarks.add(ModelDoubts.took(words, taken));
    }
    return model.isPresent();
  }
}
