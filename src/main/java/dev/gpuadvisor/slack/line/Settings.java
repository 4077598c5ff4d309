package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Format;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.lexicon.TypedModels;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.ServingParameters;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameters of an operation by the words that people type for them. */
record Settings(Questions questions, List<Parameter<?>> parameters, Vocabulary vocabulary) {

  private static final int MOST_WORDS = 4;

  static Settings of(Verb verb, Questions questions, Language language) {
    return new Settings(questions, verb.parameters(questions), questions.vocabulary(language));
  }

  /** The models that words may mean. */
  TypedModels models() {
    return vocabulary.lexicon().typed();
  }

  /** Those of another verb. */
  Settings of(Verb verb) {
    return of(verb, questions, vocabulary.language());
  }

  /** Several where a word is short for several; their units tell which is meant. */
  List<Parameter<?>> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT).replace('-', '_');
    List<Parameter<?>> own = having(parameter -> parameter.name().equals(wanted));
    return own.isEmpty() ? having(parameter -> parameter.slackWords().contains(wanted)) : own;
  }

  /** Whether a word is {@code ctx=64k}, of one of these. */
  boolean isSetting(String word) {
    int end = word.indexOf('=');
    return end > 0 && !named(word.substring(0, end)).isEmpty();
  }

  private List<Parameter<?>> having(java.util.function.Predicate<Parameter<?>> what) {
    return parameters.stream().filter(what).<Parameter<?>>map(parameter -> parameter).toList();
  }

  /** Every name, for suggestions. */
  List<String> names() {
    return parameters.stream()
        .flatMap(each -> Stream.concat(each.slackWords().stream(), Stream.of(each.name())))
        .distinct()
        .toList();
  }

  /** The parameter of which the word alone is a value. */
  Optional<Parameter<?>> ofBareWord(String word) {
    return having(parameter -> parameter.isBareWord() && reads(parameter, word)).stream()
        .findFirst();
  }

  /** Takes the words out that are values by themselves. */
  void takeBareWords(List<String> words, Arguments arguments) {
    words.removeIf(
        word -> {
          Optional<Parameter<?>> parameter = ofBareWord(word).or(() -> ofUncoveredFormat(word));
          parameter.ifPresent(each -> arguments.add(each.name(), word));
          return parameter.isPresent();
        });
  }

  /** A format that is not covered is one all the same: to be told so. */
  Optional<Parameter<?>> ofUncoveredFormat(String word) {
    boolean uncovered =
        word.indexOf('/') < 0 // a repository says it in its name
            && vocabulary.lexicon().format(word) instanceof Reading.NotCovered<Format>
            && !models().knows(word);
    return uncovered
        ? named("quantization").stream().filter(Parameter::isBareWord).findFirst()
        : Optional.empty();
  }

  /** The values that may stand alone, for suggestions. */
  List<String> bareWords() {
    return parameters.stream()
        .filter(Parameter::isBareWord)
        .map(parameter -> parameter.type().shape(vocabulary))
        .flatMap(
            shape -> shape instanceof Shape.Choice choice ? choice.values().stream() : Stream.of())
        .toList();
  }

  /** Whether a text is a value and no more: what is paid for it is a word of its own in a line. */
  boolean reads(Parameter<?> parameter, String text) {
    return parameter.type().parse(text, vocabulary.ofAnyMoney()) instanceof Parsed.Value<?> value
        && !value.implied().containsKey(RentingParameters.CURRENT_PRICE_PER_HOUR.name());
  }

  /** How many of the words behind a value belong to it: {@code 32 k}, {@code 3 per hour}. */
  int lengthOfRest(List<Parameter<?>> candidates, String value, List<String> behind) {
    boolean runtime = candidates.contains(Parameters.RUNTIME);
    boolean version = // vllm 0.19; in vllm 8 rps the number is none
        behind.isEmpty()
            || behind.get(0).indexOf('.') > 0
            || !NumberType.looksLikeNumber(behind.get(0));
    boolean name = candidates.contains(ServingParameters.DRAFT_MODEL);
    if (name
        || candidates.stream().anyMatch(parameter -> parameter.type().takesAnything())
        || runtime && !version) {
      return 0;
    }
    for (int length = Math.min(runtime ? 1 : MOST_WORDS, behind.size()); length > 0; length--) {
      String longer = value + " " + String.join(" ", behind.subList(0, length));
      if (candidates.stream().anyMatch(parameter -> reads(parameter, longer))) {
        return length;
      }
    }
    int units = 0; // wrong ones too: what they say must not be left out
    while (units < behind.size() && NumberType.looksLikeUnit(behind.get(units))) {
      units += behind.get(units).equals("/") ? 2 : 1;
    }
    return NumberType.looksLikeNumber(value) ? Math.min(units, behind.size()) : 0;
  }
}
