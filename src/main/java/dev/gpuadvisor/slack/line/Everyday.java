package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Resource;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that people put around a question, in lower case: greetings, thanks, what they are up to.
 * No name of a model, a card or a setting is among them, and nothing that is about money, amounts
 * or what is to be left out.
 */
final class Everyday {

  private static final Set<String> ENGLISH = words("everyday-en.txt");

  private static final Set<String> FRENCH = words("everyday-fr.txt");

  /** What turns the meaning of a line: never left out. */
  private static final Set<String> NEGATIONS =
      Sayings.words(
          """
          no not without except never don't doesn't can't cannot nor neither none avoid exclude
          excluding unless pas sans sauf aucun aucune jamais ni hors éviter exclure ne n'est\
          """);

  /** {@code gagne-t-on}, {@code suffirait-il}: a verb of a question, whichever it is. */
  private static final Pattern INVERTED =
      Pattern.compile("(?iU)[\\p{L}']+-(?:t-)?(?:on|il|elle|ils|elles|je|nous|vous|tu|ce)");

  private Everyday() {}

  private static Set<String> words(String file) {
    return Resource.lines(file).stream()
        .flatMap(line -> Stream.of(line.split(" ")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it says nothing about what is asked. */
  static boolean isOne(String word) {
    int elided = word.indexOf('\'') + 1; // l'équipe, d'aide
    boolean french = elided > 0 && elided < 4 && Sayings.isOneOf(FRENCH, word.substring(elided));
    return french
        || INVERTED.matcher(word).matches()
        || Sayings.isOneOf(ENGLISH, word)
        || Sayings.isOneOf(FRENCH, word);
  }

  /** Whether it says that something is not to be. */
  static boolean isNegation(String word) {
    return Sayings.isOneOf(NEGATIONS, word) || word.toLowerCase(Locale.ROOT).startsWith("non-");
  }

  static Stream<String> all() {
    return Stream.concat(ENGLISH.stream(), FRENCH.stream());
  }
}
