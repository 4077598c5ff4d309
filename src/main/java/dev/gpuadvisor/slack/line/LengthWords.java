package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
import static dev.gpuadvisor.slack.line.PhraseWords.behind;

import dev.gpuadvisor.parameter.LoadParameters;
import dev.gpuadvisor.parameter.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lengths in tokens as people say them: {@code 32k of context}, {@code 800 in 300 out}.
 *
 * @param tuning whether the line is about fine-tuning, where a context is a sequence
 */
record LengthWords(Settings settings, boolean tuning) {

  private static final Set<String> AT = Sayings.words("at @ with à avec");
  private static final Set<String> PROMPT =
      Sayings.words("in input inputs prompt prompts entrée entrées context-in");
  private static final Set<String> ANSWER =
      Sayings.words(
          "out output outputs response responses answer answers completion completions"
              + " generated sortie summary summaries reply replies réponse réponses");
  private static final Set<String> SEQUENCE = Set.of("seq", "sequence", "sequences", "séquence");
  private static final Set<String> OF = Set.of("en", "de");
  private static final Set<String> IN_FRENCH = Set.of("entrée", "sortie");
  private static final Set<String> OF_LENGTH =
      Sayings.words("of de length size is about around tokens lengths : ~");
  private static final Set<String> TOKENS = Set.of("token", "tokens", "tok", "jetons");

  /** What thousands are of that are no length. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(per|a|par|in|out|and|et|/.*|\\+|[$€£].*|(input|output|prompt|answer|request|req|tok|jeton"
              + "|api|llm|support|ticket|pdf|email|sentence|call|message|quer|chat|doc|page|user|people|utilisat|customer|client|euro|eur|dollar"
              + "|usd|example|exemple|sample|row|step|epoch|image|hour|rps|rpm|max|lines?).*)");

  /** What tokens are of that are not a whole sequence, or not of one. */
  private static final Pattern WHOSE =
      Pattern.compile(
          "in|out|input|output|en|de|d'|of|per|a|par|each|/.*|prompts?|answers?|and|et|\\+|daily|generated|average|out.*|in.*");

  /** Lengths that sequences are cut to: other thousands may be examples. */
  private static final Pattern OF_SEQUENCES =
      Pattern.compile("(?:1|2|4|8|16|32|64|128|256|512)k", Pattern.CASE_INSENSITIVE);

  Optional<Written> written(List<String> words) {
    return context(words)
        .or(() -> contextBehind(words))
        .or(() -> contextAt(words))
        .or(() -> half(words))
        .or(() -> halfBehind(words))
        .or(() -> bare(words));
  }

  /** {@code qwen3-14b q4 32k}: of thousands that nothing is said of, as servers count contexts. */
  private Optional<Written> bare(List<String> words) {
    if (!tuning
        && at(words, 0).matches("[0-9]{1,4}k")
        && TOKENS.contains(at(words, 1))
        && !WHOSE.matcher(at(words, 2)).matches()
        && isTokens(words.get(0))) {
      return Written.of(2, length(words.get(0))); // of nothing else than a sequence
    }
    boolean alone = words.size() == 1 || !COUNTED.matcher(at(words, 1)).matches();
    if (tuning && alone && OF_SEQUENCES.matcher(at(words, 0)).matches()) {
      return Written.of(1, "seq=" + words.get(0));
    }
    return at(words, 0).matches("[0-9]{1,4}k") && alone && isTokens(words.get(0)) && !tuning
        ? Written.of(1, length(words.get(0)))
        : Optional.empty();
  }

  /** {@code 2000 token prompt}, {@code 500 out}. */
  private Optional<Written> half(List<String> words) {
    int of = behind(words, behind(words, 1, TOKENS), OF);
    boolean french = of > 1 && IN_FRENCH.contains(at(words, of));
    int noun = french ? of : behind(words, 1, TOKENS);
    String word = at(words, noun);
    String next = at(words, noun + 1);
    boolean place =
        word.equals("in") && noun == 1 && !next.matches("[0-9].*||[/+&,]|and|et|tokens");
    boolean prompt = PROMPT.contains(word) && !place;
    boolean taken =
        !tuning
            && settings.parameters().contains(LoadParameters.INPUT_TOKENS)
            && (prompt || ANSWER.contains(word))
            && isTokens(words.get(0));
    boolean apart = prompt && next.matches("[/+&]");
    return taken
        ? Written.of(
            apart ? noun + 2 : behind(words, noun + 1, TOKENS),
            (prompt ? "input_tokens=" : "output_tokens=") + words.get(0))
        : Optional.empty();
  }

  /** {@code prompt 512}, {@code output of 128 tokens}. */
  private Optional<Written> halfBehind(List<String> words) {
    String noun = at(words, 0);
    int number = behind(words, 1, OF_LENGTH);
    boolean named = !noun.equals("in") && PROMPT.contains(noun);
    boolean answer = !noun.equals("out") && ANSWER.contains(noun);
    boolean taken =
        !tuning
            && settings.parameters().contains(LoadParameters.INPUT_TOKENS)
            && (named || answer)
            && number < words.size()
            && isTokens(words.get(number));
    return taken
        ? Written.of(
            behind(words, number + 1, TOKENS),
            (named ? "input_tokens=" : "output_tokens=") + words.get(number))
        : Optional.empty();
  }

  /** {@code context of 32k}. */
  private Optional<Written> context(List<String> words) {
    int number = behind(words, 1, Sayings.BETWEEN);
    boolean said = isContext(at(words, 0)) && isTokens(at(words, number));
    return said ? Written.of(number + 1, length(words.get(number))) : Optional.empty();
  }

  /** {@code at 128k}: of a length alone nobody knows what it is. */
  private Optional<Written> contextAt(List<String> words) {
    boolean said = AT.contains(at(words, 0)) && at(words, 1).matches("[0-9]{1,4}k");
    boolean more =
        isContext(at(words, 2))
            || COUNTED.matcher(at(words, 2)).matches()
            || at(words, 2).matches("thinking|reasoning")
            || Sayings.BETWEEN.contains(at(words, 2));
    return said && !more && isTokens(words.get(1))
        ? Written.of(2, length(words.get(1)))
        : Optional.empty();
  }

  /** {@code 32k tokens of context}. */
  private Optional<Written> contextBehind(List<String> words) {
    int name = behind(words, 1, Sayings.BETWEEN);
    boolean next = SEQUENCE.contains(at(words, name)) && isTokens(at(words, name + 1));
    if (!isTokens(words.get(0)) || !isContext(at(words, name)) || next) {
      return Optional.empty();
    }
    return Written.of(behind(words, name + 1, Sayings.BETWEEN), length(words.get(0)));
  }

  private boolean isContext(String word) {
    return Sayings.CONTEXT.contains(word) || tuning && SEQUENCE.contains(word);
  }

  private String length(String tokens) {
    return (tuning ? "seq=" : "ctx=") + tokens;
  }

  private boolean isTokens(String word) {
    return !word.isEmpty()
        && Character.isDigit(word.charAt(0))
        && settings.reads(Parameters.CONTEXT, word);
  }
}
