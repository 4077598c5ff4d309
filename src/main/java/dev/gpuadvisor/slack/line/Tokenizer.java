package dev.gpuadvisor.slack.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A typed line taken apart: blanks of every kind divide it, quotes and full stops around a word do
 * not count, and what belongs together is brought together ({@code ctx = 32k}, {@code 8 bit}).
 */
final class Tokenizer {

  private static final Pattern AROUND_EQUALS = Pattern.compile(" *= *");
  private static final Pattern BEFORE_PRICE =
      Pattern.compile(
          " *@ *(?=[$€£]|[0-9][0-9.,]*(?:[$€£/]|$| (?!rps|qps|rpm|req|users|tok|k\\b|ctx)))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_BIT =
      Pattern.compile("(?<![^ =,])([0-9]{1,2})[ -]bits?(?![a-z])", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_GIGABYTES =
      Pattern.compile(
          "(?<![^ ])([0-9]{1,4}) ?(?:(GB|Go|GiB)|gigs?|gigabytes?|gigaoctets?)(?: of)?(?![^ ?,.])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern KEYS_OF_NO_USE =
      Pattern.compile(
          "(?<![^ ])(?:model|modele|modèle|(?:lang|langue|language)(?==(?:"
              + String.join("|", Sayings.LANGUAGES.keySet())
              + ")(?![^ ])))=",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FINE_TUNING =
      Pattern.compile("(?<![^ ])fine tun", Pattern.CASE_INSENSITIVE);

  /** As Slack sends an address, with or without what it shows for it. */
  private static final Pattern LINK = Pattern.compile("<(https?://[^>| ]+)(?:\\|[^>]*)?>");

  private static final Pattern EMOJI = Pattern.compile("(?<![^ ]):[a-z][a-z0-9_+-]+:(?![^ :])");

  private static final Pattern MODULE =
      Pattern.compile("(?<![^ ])(?:python3? -m vllm\\.[^ ]+|vllm/vllm-openai[^ ]*) ?");
  private static final Pattern MODEL_FLAG =
      Pattern.compile("(?<![^ ])(?:-m|-hf|--model|--model-path|--hf-repo|--model-id)[ =]");
  private static final Pattern ALL_BUT =
      Pattern.compile(
          "(?<![^ ])(?:anywhere|everywhere|anything|all|any region|any provider) but(?![^ ])",
          Pattern.CASE_INSENSITIVE);

  /** {@code A100s 80GB}. */
  private static final Pattern PLURAL =
      Pattern.compile(
          "(?<![^ ])((?:[0-9]{1,2}x?)?(?:[ahlbv][0-9]{2,4}|[2-5]0[5-9]0))s(?= [0-9]{2,3} ?g)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LENGTHS =
      Pattern.compile("(?<= )(in|input|prompt|tokens|tok)/(?=[0-9])", Pattern.CASE_INSENSITIVE);
  private static final Pattern LAPTOP =
      Pattern.compile(
          "(?<![^ ])(?:laptop|notebook|portable)(?: with| has| avec)?(?: an?| une?)?(?: nvidia"
              + "| geforce)* ((?:rtx|gtx)? ?[2-5]0[5-9]0(?: ?ti)?)",
          Pattern.CASE_INSENSITIVE);

  /** {@code $400 monthly}. */
  private static final Pattern OFTEN =
      Pattern.compile(
          "(?<=[0-9€$£])(?<=[$€£][0-9.,]{1,9}|[€$£]) (monthly|hourly|mensuels?)(?![^ ,.?])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CENTS =
      Pattern.compile("(?<![^ ])([0-9]{1,2}) ?(?:cents?|¢)(?=[ /?,.]|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BUCKS =
      Pattern.compile("(?<![^ ])([0-9.]+) ?bucks?(?![^ /,.?])", Pattern.CASE_INSENSITIVE);

  /** A name of Ollama's library is a tag. */
  private static final Pattern OLLAMA =
      Pattern.compile(
          "(?<![^ ])ollama (?:run|pull|serve) ([a-z][^ :/]+)(?![^ ])", Pattern.CASE_INSENSITIVE);

  /** {@code 10 000 examples}; {@code qwen 2 500 users} is none. */
  private static final Pattern THOUSANDS =
      Pattern.compile("(?<![^ ])([0-9]{2,3}|(?<![a-zA-Z] )[0-9]) ([0-9]{3})(?= [a-zA-Zéèê]{3,})");

  private static final Pattern ELISION =
      Pattern.compile("(?<![^ ])(?:l|d|qu)'(?=[a-z]{0,3}[0-9])", Pattern.CASE_INSENSITIVE);
  private static final Pattern PER_TOKEN =
      Pattern.compile(
          "(?<![^ <])([0-9.]+) ?ms/(?:token|tok|jeton)(?![^ ,.])", Pattern.CASE_INSENSITIVE);
  private static final Pattern BILLIONS =
      Pattern.compile(
          "(?<![^ ])([0-9.]+) ?(?:b|bn|billion|billions|milliards?)(?: |-)(?:de"
              + " )?(?:parameters?|params?|paramètres?)(?![^ ,.?])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMA_OF_NUMBER = Pattern.compile("(?<=[0-9]),(?=[0-9]-)");
  private static final Pattern BEFORE_BITS_PER_WEIGHT =
      Pattern.compile("@ *(?=[0-9.]+ *bpw)", Pattern.CASE_INSENSITIVE);

  /** {@code 1,20}, {@code $1,500}, {@code 100,000}; two cards are longer. */
  private static final Pattern NUMBER =
      Pattern.compile("[$€£]?[0-9]{1,3}(?:,[0-9]{1,3})+[.;:?!]?(?:[$€£]?(?:/[a-z]+)?)");

  /** {@code ~15}, {@code 100+}. */
  private static final Pattern MORE_OR_LESS =
      Pattern.compile("^[~≈](?=[$€£0-9])|(?<=^[0-9]{1,6})\\+$");

  private static final String OF_NO_MEANING = "\"'`*.,;:!()[]{}“”‘’«»…";

  private Tokenizer() {}

  static List<String> of(String line) {
    String text = blanksAlike(withoutEntities(line)).replace('’', '\'');
    text = LINK.matcher(text).replaceAll("$1");
    text = EMOJI.matcher(text).replaceAll(" ");
    text = MODULE.matcher(text).replaceAll("vllm ");
    text = MODEL_FLAG.matcher(text).replaceAll("");
    text = ALL_BUT.matcher(text).replaceAll("except");
    text = PLURAL.matcher(text).replaceAll("$1");
    text = LENGTHS.matcher(text).replaceAll("$1 / ");
    text = LAPTOP.matcher(text).replaceAll("$1 laptop");
    text = OFTEN.matcher(text).replaceAll(m -> m.group(1).startsWith("h") ? "/h" : "/mo");
    text = CENTS.matcher(text).replaceAll(m -> "\\$" + cents(m.group(1)));
    text = BUCKS.matcher(text).replaceAll("\\$$1");
    text = OLLAMA.matcher(text).replaceAll("$1:latest");
    text = THOUSANDS.matcher(text).replaceAll("$1$2");
    text = ELISION.matcher(text).replaceAll("");
    text = PER_TOKEN.matcher(text).replaceAll("$1 ms per token");
    text = BILLIONS.matcher(text).replaceAll("$1b");
    text = AROUND_EQUALS.matcher(text).replaceAll("=");
    text = BEFORE_BITS_PER_WEIGHT.matcher(text).replaceAll(" ");
    text = BEFORE_PRICE.matcher(text).replaceAll("@");
    text = BEFORE_BIT.matcher(text).replaceAll("$1bit");
    text =
        BEFORE_GIGABYTES
            .matcher(text)
            .replaceAll(m -> m.group(1) + (m.group(2) == null ? "GB" : m.group(2)));
    text = FINE_TUNING.matcher(text).replaceAll("fine-tun");
    text = KEYS_OF_NO_USE.matcher(text).replaceAll("");
    return new ArrayList<>(
        Arrays.stream(text.split(" "))
            .flatMap(Tokenizer::apart)
            .map(Tokenizer::bare)
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /** {@code 8bit,4bit} are two words; in a value, a comma may be part of a number. */
  private static Stream<String> apart(String word) {
    boolean isValue = word.indexOf('=') >= 0 || word.indexOf('@') >= 0;
    boolean isName = !word.isEmpty() && Character.isLetter(word.charAt(0)); // qwen2,5
    String whole = isName ? COMMA_OF_NUMBER.matcher(word).replaceAll(".") : word;
    return isValue || NUMBER.matcher(word).matches()
        ? Stream.of(word)
        : Arrays.stream(whole.split(","));
  }

  private static String cents(String number) {
    return "0." + (number.length() < 2 ? "0" : "") + number;
  }

  /** Slack writes the three characters that are special to it as entities. */
  private static String withoutEntities(String line) {
    return line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** What cannot be seen goes: marks of direction, joiners, halves of characters. */
  private static String blanksAlike(String line) {
    StringBuilder text = new StringBuilder(line.length());
    line.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                text.append(' ');
              } else if (type != Character.FORMAT
                  && type != Character.CONTROL
                  && type != Character.SURROGATE) {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }

  private static String bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && OF_NO_MEANING.indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && OF_NO_MEANING.indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    String bare = word.substring(from, to);
    return MORE_OR_LESS.matcher(bare).replaceAll("");
  }
}
