package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.Change.change;
import static dev.gpuadvisor.slack.line.Change.exactly;

import dev.gpuadvisor.lexicon.NumberWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A typed line taken apart: blanks of every kind divide it, quotes and full stops around a word do
 * not count, and what belongs together is brought together ({@code ctx = 32k}, {@code 8 bit}).
 */
final class Tokenizer {

  private static final String QUOTES = "['\"‘’“”]*";

  /** {@code --limit-mm-per-prompt '{"image": 0, "video": 0}'}: whoever allows none wants text. */
  private static final String NO_IMAGES =
      ("--limit[-_]mm[-_]per[-_]prompt[ =](?=[^-]*image)(?=[^-]*video)Q\\{?"
              + "(?:[ ,]*Q(?:image|video|audio)Q ?[:=] ?0(?![0-9]))+"
              + "(?: ?\\}Q|(?![ ,]*Q[a-z]+Q ?[:=]))")
          .replace("Q", QUOTES);

  /** What is written otherwise here, one after the other. */
  private static final List<UnaryOperator<String>> CHANGES =
      List.of(
          // As Slack sends an address, with or without what it shows for it.
          exactly("<(https?://[^>| ]+)(?:\\|[^>]*)?>", "$1"),
          Shorthand.WRITTEN_OUT,
          change(
              "(?<![^ ])(?:anywhere|everywhere|anything|all|any region|any provider) but(?![^ ])",
              "except"),
          exactly("(?<![^ ]):[a-z][a-z0-9_+-]+:(?![^ :])", " "),
          exactly("(?<![^ ])(?:python3? -m vllm\\.[^ ]+|vllm/vllm-openai[^ ]*) ?", "vllm "),
          exactly(NO_IMAGES, "--language-model-only"),
          exactly("(?<![^ ])(?:-m|-hf|--model|--model-path|--hf-repo|--model-id)[ =]", ""),
          exactly("(?<![^ ])([0-9]{1,2}) ?[xX×*] (?=[a-zA-Z]{0,5} ?[0-9])", "$1x "),
          change("(?<![^ ])tensor[ -]parallel(?:ism)?(?: size)?(?: of)?(?![^ ])", "tp"),
          change(
              "(?<![^ ])(?:(?:fully|entièrement)(?= (?:fine|train|tun))"
                  + "|full[ -]?param(?:eter)?s?(?![^ ,]))",
              "full"),
          // 700in/150out, 1500+300 tokens, 5 - 10 users, sub-200ms
          change(
              "(?<![^ /+])([0-9][0-9.]*k?)(in|out|input|output|prompt|completion)(?=[/+, ]|$)",
              "$1 $2 "),
          change(
              "(?<![^ ])([0-9][0-9.]*k?)[+/]([0-9][0-9.]*k?) ?(?:tokens?|toks?|jetons?)"
                  + "(?![^ ,.?!])(?! ?(?:/|per|an? |par))",
              "$1/$2"),
          change("(?<![^ ])([0-9]{1,5}) [-–—] (?=[0-9])", "$1-"),
          change("(?<![^ ])sub[- ]?(?=[$€0-9])", "<"),
          // Is one enough, or do I need two?
          change(
              "(?<![^ ])(?:or|ou)(?: (?:do|would|will) (?:i|we)| (?:est-ce qu')?il (?:m'|nous"
                  + " )?en)?(?: need| faut)? (?:two|2|deux|more|several|multiple|plusieurs)(?="
                  + " ?[?]|$)",
              ""),
          change("(?<=how much |what's the |whats the )[$€](?=[ ?]|$)", "cost"),
          // 30 tok/s/user, a dozen d'utilisateurs, 2x L40S @ $1.72/h
          change(
              "(?<=tok/s|toks/s|tokens/s|t/s|tps) ?(?:/|per |par )(?:user|utilisateur)(?![^ ,.?])",
              ""),
          change("(?<=[0-9] )d'(?=[a-zé])", ""),
          change(" @ ?(?=[$€£] ?[0-9]|[0-9.,]+ ?(?:[$€£]|/ ?h))", " at "),
          change(
              "(?<![^ ])(?:exl[23](?: at| @| in)? ([0-9.]+ ?bpw)|([0-9.]+ ?bpw) exl[23])(?![^"
                  + " ,.?])",
              m -> m.group(1) == null ? m.group(2) : m.group(1)),
          change("(?<![^ ])(?:half a million|un demi-million(?: de)?)(?![^ ])", "500k"),
          change(
              "(?<![^ ])(?:spot|preemptible|interruptible)/(?:spot|preemptible|interruptible)",
              "spot"),
          change(
              "(?<![^"
                  + " ])(budget|region|région|users|context|ctx|quant|quantization|provider|runtime|hours|latency|model|modèle)"
                  + " ?: +(?![a-z]+=)",
              "$1="),
          change(
              "(?<![^ ])([1-7]|five|six) (days? (?:a|per) week),? (?:at |for )?([0-9]{1,2}"
                  + " ?(?:h|hours?) (?:a|per) day)",
              "$3 $1 $2"),
          // A100s 80GB: one of its kind is named.
          change(
              "(?<![^ ])((?:[0-9]{1,2}x?)?(?:[ahlbv][0-9]{2,4}|[2-5]0[5-9]0))s(?= [0-9]{2,3} ?g)",
              "$1"),
          change("(?<= )(in|input|prompt|tokens|tok) ?/ ?(?=[0-9])", "$1 / "),
          change(
              "(?<![^ ])(?:laptop|notebook|portable)(?: with| has| avec)?(?: an?| une?)?(?: nvidia"
                  + "| geforce)* ((?:rtx|gtx)? ?[2-5]0[5-9]0(?: ?ti)?)",
              "$1 laptop"),
          // A name of Ollama's library is a tag.
          change("(?<![^ ])ollama (?:run|pull|serve) ([a-z][^ :/]+)(?![^ ])", "$1:latest"),
          // 10 000 examples are as many; in qwen 2 500 users are two numbers.
          exactly(
              "(?<![^"
                  + " ])(?<!(?:[Qq]wen|[Ll]lama|[Gg]emma|[Pp]hi|GLM|glm|[Yy]i|[Kk]imi|[Ff]alcon|[Oo][Ll][Mm]o|gpt|GPT|v)"
                  + " )([0-9]{1,3}) ([0-9]{3})(?= [a-zA-Zéèê]{3,})",
              "$1$2"),
          change("(?<![^ ])(?:l|d|qu)'(?=[a-z]{0,3}[0-9])", ""),
          change("(?<![^ <])([0-9.]+) ?ms/(?:token|tok|jeton)(?![^ ,.])", "$1 ms per token"),
          change(
              "(?<![^ ])([0-9.]+) ?(?:b|bn|billion|billions|milliards?)(?: |-)(?:de"
                  + " )?(?:parameters?|params?|paramètres?)(?![^ ,.?])",
              "$1b"),
          change("(?<![^ ])(?:with )?max-?q design(?![^ ])", "max-q"),
          change(
              "(?<=diff |diff in cost |difference |cost |price |speed )(?:btw|b/w)(?![^ ])",
              "between"),
          change(
              "(?<![^ ])(?:embeddings?|rerank(?:er|ing)|vision|coding|language) models? "
                  + "(?=[a-z0-9./-]*[0-9])",
              ""),
          // 10 support agents: who they are says nothing of how many.
          change(
              "(?<![^ ])([0-9]+k?)"
                  + " (?:support|sales|internal|external|power|heavy|casual|beta|paying|end|business|remote|office|company|call["
                  + " -]cent(?:er|re)|customer[ -]service) "
                  + "(?=(?:user|agent|people|person|staff|employee|engineer|dev|analyst|member|seat))",
              "$1 "),
          // As nvidia-smi -L numbers its lines.
          change("(?<![^ ])gpu [0-9]{1,2}: (?=[a-z])|\\(uuid: ?[^)]*\\)", ""),
          change("(?<![^ ])[x×] (?=[0-9]{1,3} (?:epochs?|époques?))", ""),
          // When somebody wants the answer.
          change(
              "(?<![^ ])(?:by|before|until|avant|d'ici)"
                  + " (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|demain|eod|eow|eom|next"
                  + " week|(?:the )?end of (?:the )?(?:day|week|month|quarter)|la fin d[eu]"
                  + " [a-z]+|lundi|mardi|mercredi|jeudi|vendredi)(?![^ ,.?!:])",
              ""),
          change("(?<![^ ])(?:need|want|get) (?:an|the|your) answers?(?![^ ])", ""),
          // GPTQ of 4 bits is one format.
          change(
              "(?<![^ ])(?:([48])bit|int([48])) gptq(?![^ ,.?])",
              m -> gptq(m.group(1), m.group(2))),
          change(
              "(?<![^ ])gptq (?:in )?(?:([48])[ -]?bits?|int([48]))(?![^ ,.?])",
              m -> gptq(m.group(1), m.group(2))),
          change(
              "(?<![^ ])(?:(?:4[ -]?bits?|int4) awq|awq (?:in )?(?:4[ -]?bits?|int4))(?![^ ,.?])",
              "awq"),
          change("(?<![^ ])(?:bnb|bitsandbytes) (4|8)[ -]?bits?(?![^ ,.?])", "bnb-$1bit"),
          exactly(" *= *", "="),
          change("@ *(?=[0-9.]+ *bpw)", " "),
          change(
              " *@ *(?=[$€£]|[0-9][0-9.,]*(?:[$€£/]|$| (?!rps|qps|rpm|req|users|tok|k\\b|ctx)))",
              "@"),
          change("(?<![^ =,])([0-9]{1,2})[ -]bits?(?![a-z])", "$1bit"),
          change(
              "(?<![^ ])([0-9]{1,4}) ?(?:(GB|Go|GiB)|gigs?|gigabytes?|gigaoctets?)(?: of)?(?![^"
                  + " ?,.])",
              m -> m.group(1) + (m.group(2) == null ? "GB" : m.group(2))),
          change(
              "(?<![^ ])(paged[ _-])?(?:adamw?[ _-]?8[ -]?bits?|8[ -]?bits? adamw?)(?![^ ,.?])",
              m -> (m.group(1) == null ? "" : "paged_") + "adamw_8bit"),
          change("(?<![^ ])fine tun", "fine-tun"),
          change(
              "(?<![^ ])(?:model|modele|modèle|(?:lang|langue|language)(?==(?:"
                  + String.join("|", Sayings.LANGUAGES.keySet())
                  + ")(?![^ ])))=",
              ""));

  private static final Pattern COMMA_OF_NUMBER = Pattern.compile("(?<=[0-9]),(?=[0-9]-)");

  /** {@code 1,20}, {@code $1,500}, {@code 100,000}; two cards are longer. */
  private static final Pattern NUMBER =
      Pattern.compile("[$€£]?[0-9]{1,3}(?:,[0-9]{1,3})+[.;:?!]?(?:[$€£]?(?:/[a-z]+)?),?");

  /** {@code ~15}, {@code 100+}. */
  private static final Pattern MORE_OR_LESS =
      Pattern.compile("^[~≈](?=[$€£0-9])|(?<=^[0-9]{1,6})\\+$");

  /** Between clauses, or before an answer that is asked for: {@code how much $}. */
  private static final Set<String> SIGNS = Sayings.words("- – — • | ~ ...");

  private static final String OF_NO_MEANING = "\"'`*.,;:!()[]{}“”‘’«»…";

  private Tokenizer() {}

  private static String gptq(String bits, String integer) {
    return "gptq-int" + (bits == null ? integer : bits);
  }

  static List<String> of(String line) {
    String text = blanksAlike(withoutEntities(line)).replace('’', '\'');
    List<String> raw = new ArrayList<>(List.of(Change.all(CHANGES, text).strip().split(" +")));
    NumberWords.inDigits(raw);
    text = Change.all(MoneyWording.CHANGES, String.join(" ", raw));
    return new ArrayList<>(
        Arrays.stream(text.split(" "))
            .flatMap(Tokenizer::apart)
            .map(Tokenizer::bare)
            .filter(
                word -> !word.isEmpty() && !SIGNS.contains(word.replaceFirst("(?<=.)\\?+$", "")))
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
