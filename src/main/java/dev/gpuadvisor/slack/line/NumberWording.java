package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.Change.change;
import static dev.gpuadvisor.slack.line.Change.exactly;

import java.util.List;
import java.util.function.UnaryOperator;

/** Numbers and their units as people write them, in the way that they are read. */
final class NumberWording {

  private static final String TOKENS = "(?:tokens?|toks?|jetons?)";

  static final List<UnaryOperator<String>> CHANGES =
      List.of(
          exactly("(?<![0-9A-Za-z.])\\.(?=[0-9])", "0."), // $.35/h
          exactly("(?<![^ ])([0-9]{1,2}) ?[xX×*] (?=[a-zA-Z]{0,5} ?[0-9])", "$1x "),
          // dual 4090 or single RTX 6000 Ada: beside another number it is one
          change(
              "(?<= (?:or|vs|ou|versus|contre) )(?:an? |une? )?(?:single|seule?) (?=(?:rtx |gtx |nvidia )?[a-z]{0,2}[0-9]{1,4})",
              "1x "),
          // 20k samples x 500 tok, x 3 epochs
          change(
              "(?<![^ ])[x×*@] (?=[0-9]{1,5} (?:epochs?|époques?|" + TOKENS + ")(?![^ ,.]))", ""),
          // 700in/150out, 1500+300 tokens, 64k-context, 5 - 10 users, sub-200ms
          change(
              "(?<![^ /+])([0-9][0-9.]*k?)(in|out|input|output|prompt|completion)(?=[/+, ]|$)",
              "$1 $2 "),
          change(
              "(?<![^ /+])([0-9][0-9.]*k?)-(?=(?:context|ctx|token|person|user|gpu|bit)s?(?![^ ,.?]))",
              "$1 "),
          change(
              "(?<![^ ])([0-9][0-9.]*k?)[+/]([0-9][0-9.]*k?) ?"
                  + TOKENS
                  + "(?![^ ,.?!])(?! ?(?:/|per|an? |par))",
              "$1/$2"),
          change("(?<![^ ])([0-9]{1,5}) [-–—] (?=[0-9])", "$1-"),
          change("(?<![^ ])sub[- ]?(?=[$€0-9])", "<"),
          change("(?<![^ ])sub[- ]?second(?![a-z])", "<1s"),
          change(
              "(?<=[0-9] ?(?:h|hours?|heures?)) (?:of|d'|de) ?(?:use|usage|work|utilisation)(?![a-z])",
              ""),
          // 60 tokens/sec, 30 tok/s/user, a dozen d'utilisateurs, 2x L40S @ $1.72/h
          change(
              "(?<=[0-9]) ?(?:tokens?|toks?|jetons?)(?: ?/ ?| per | par | a )(?:secs?|seconds?|seconde)(?![a-z])",
              " tok/s"),
          change(
              "(?<=tok/s|toks/s|tokens/s|t/s|tps) ?(?:/|per |par )(?:user|utilisateur)(?![^ ,.?])",
              ""),
          change("(?<=[0-9] )d'(?=[a-zé])", ""),
          change(" @ ?(?=[$€£] ?[0-9]|[0-9.,]+ ?(?:[$€£]|/ ?h))", " at "),
          change(
              "(?<![^ ])(?:exl[23](?: at| @| in)? ([0-9.]+ ?bpw)|([0-9.]+ ?bpw) exl[23])(?![^"
                  + " ,.?])",
              m -> m.group(1) == null ? m.group(2) : m.group(1)),
          change(
              "(?<![^ $€£])([0-9.]+) (?:millions?|mio|mln) (?=(?!tok|jet|in|out|of|de|per)[a-zé]{3})",
              "$1M "),
          change(
              "(?<![^ ])([0-9.]+[kmb]) (?:output|generated|completion)(?: tokens?)?,? (?:and|\\+|et|,)"
                  + " ?([0-9.]+[kmb]) (?:input|prompt)(?: tokens?)?(?![a-z])",
              "$2 input and $1 output tokens"),
          change(
              "(?<![^ ])([0-9.]+[kmb]) (?:input|prompt) tokens?,? (?:and|\\+|et) ?([0-9.]+[kmb])"
                  + " (?:output|generated|completion)(?: tokens?)?(?![a-z])",
              "$1 input and $2 output tokens"),
          change("(?<![^ ])(?:half a million|un demi-million(?: de)?)(?![^ ])", "500k"),
          change("(?<= )(in|input|prompt|tokens|tok) ?/ ?(?=[0-9])", "$1 / "),
          // 10 000 examples are as many; in qwen 2 500 users are two numbers.
          exactly(
              "(?<![^"
                  + " ])(?<!(?:[Qq]wen|[Ll]lama|[Gg]emma|[Pp]hi|GLM|glm|[Yy]i|[Kk]imi|[Ff]alcon|[Oo][Ll][Mm]o|gpt|GPT|v)"
                  + " )([0-9]{1,3}) ([0-9]{3})(?= [a-zA-Zéèê]{3,})",
              "$1$2"),
          change("(?<![^ <])([0-9.]+) ?ms/(?:token|tok|jeton)(?![^ ,.])", "$1 ms per token"),
          change(
              "(?<![^ ])([0-9.]+) ?(?:b|bn|billion|billions|milliards?)(?: |-)(?:de"
                  + " )?(?:parameters?|params?|paramètres?)(?![^ ,.?])",
              "$1b"),
          exactly(" *= *", "="),
          change("@ *(?=[0-9.]+ *bpw)", " "),
          change(
              " *@ *(?=[$€£]|[0-9][0-9.,]*(?:[$€£/]|$| (?!rps|qps|rpm|req|users|tok|k\\b|ctx)))",
              "@"),
          change("(?<![^ =,])([0-9]{1,2})[ -]bits?(?![a-z])", "$1bit"),
          change(
              "(?<![^ ])([0-9]{1,2}(?:\\.[0-9])?) ?(?:tb|terabytes?|to)(?= (?:of |de )?(?:system |host )?(?:ram|ddr[345]|memory|mémoire))",
              "$1TB"),
          change(
              "(?<![^ ])([0-9]{1,4}) ?(?:(GB|Go|GiB)|gigs?|gigabytes?|gigaoctets?)(?: of)?(?![^"
                  + " ?,.])",
              m -> m.group(1) + (m.group(2) == null ? "GB" : m.group(2))));

  private NumberWording() {}
}
