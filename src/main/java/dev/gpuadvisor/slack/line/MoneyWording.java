package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.Change.change;
import static dev.gpuadvisor.slack.line.Change.exactly;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;

/** Amounts of money as people write them, in the way that amounts are read. */
final class MoneyWording {

  private static final String NUMBER = "([0-9]+(?:[.,][0-9]+)?k?)";
  private static final String BEHIND = "(?:[$€£]|dollars?|usd|bucks?|euros?|eur)";
  private static final String TOKENS = "(?: ?(?:of |de )?(?:tokens?|toks?|jetons?))?(?![a-z])";

  /** US dollars an hour for a card: more is what one costs to buy. */
  private static final BigDecimal MOST_AN_HOUR = BigDecimal.valueOf(30);

  static final List<UnaryOperator<String>> CHANGES =
      List.of(
          change(
              "(?<![^ ])([$€£]) ?([0-9]+(?:\\.[0-9]+)?) ?k(?![a-z0-9])|(?<![^"
                  + " ])([0-9]+(?:\\.[0-9]+)?) ?k(?= ?"
                  + BEHIND
                  + ")",
              MoneyWording::thousands),
          // $1,450 a month: of thousandths of a dollar nobody speaks.
          change(
              "(?<![0-9.,=])([0-9]{1,3})[,.]([0-9]{3})(?= ?"
                  + BEHIND
                  + "? ?(?:/ ?|per |an? |par )(?:mo|month|mois)(?![a-z]))",
              "$1$2"),
          change(
              "(?<![^ ])([0-9]{1,2}) ?x? ?((?:[a-z]+ )?(?:[a-z]{0,3}[0-9]{2,4}|[lt]4)[a-z0-9 ]{0,12}?)(?: (?:at|on|from|chez) [a-z]+)?"
                  + "(?:,? (?:at |@ ?|for |à )|, )([$€£]?)([0-9]+(?:[.,][0-9]+)?) ?([$€£]?)(?:/ ?h(?:ou)?r?|"
                  + " (?:per|an |par) ?h[a-z]+)?(?: each| apiece| per (?:gpu|card)|/gpu| chacune?|"
                  + " (?:la )?pièce)(?![a-z])",
              MoneyWording::together),
          // $1.006/h: no card costs a thousand an hour.
          change(
              "(?<![0-9.,])([0-9]\\.[0-9]{3})(?= ?[$€£]? ?(?:/ ?|per |an )h)",
              m -> m.group(1) + "0"),
          change("(?<=[0-9]) ?(?:eur|euros?)(?= ?/ ?kwh)", "€"),
          change("(?<=[0-9]) ?balles(?![a-z])", " €"),
          change("(?<=[0-9]) (?=[$€£]/kwh)", ""),
          // Prices are listed without tax.
          change(
              "(?<=[$€£]|[$€£][0-9.,]{1,9}|euros?|eur|usd) ?(?:ht|hors taxes?|(?:excl\\.?|excluding|ex|plus|\\+)"
                  + " ?(?:vat|tax))(?![a-z])",
              ""),
          change("(?<![^ ])half an? (?:dollar|buck)(?![a-z])", "\\$0.5"),
          change("(?<![^ ])(?:an?|one|1|un|single) (?:dollar|buck)(?![a-z])", "\\$1"),
          change(
              "(?<![^ ])([0-9]{1,2}) ?(?:(?:cents?|centimes?)(?: de dollar)?|¢)(?=[ /?,.]|$)",
              MoneyWording::cents),
          change("(?<![^ ])([0-9.]+) ?bucks?(?![^ /,.?])", "\\$$1"),
          change(
              "(?<=[$€£]|dollars?|usd|eur|euros?|[$€£] {0,1}[0-9.,]{1,9}) ?(?:de |à )?l'heure",
              "/h"),
          change(
              "((?:[$€£] ?"
                  + NUMBER
                  + "|"
                  + NUMBER
                  + " ?"
                  + BEHIND
                  + ")) ?(?:an?|per|par|each|every)"
                  + " (hour|heure|month|mois|day|jour|year|an|année|week|semaine)(?![a-z])",
              m -> m.group(1) + "/" + m.group(4)),
          // $500 to spend this month
          change(
              "([$€£] ?[0-9][0-9.,]*|[0-9][0-9.,]* ?"
                  + BEHIND
                  + ")((?: to spend| à dépenser| budget| de budget| max)?) (?:this|ce|cette) (month|mois|week|semaine)(?:-ci)?(?![a-z])",
              "$1/$3$2"),
          change(
              "(?<=[0-9$€£]) ?(?:/ ?|per |an? |par |le |du"
                  + " )k(?:ilo)?w(?:att)?-?h(?:eure|our)?(?![a-z])",
              "/kwh"),
          // $400 monthly: as $400/mo.
          change(
              "(?<=[$€£][0-9.,]{1,9}|[€$£]|dollars|euros?|usd|eur) (monthly|hourly|mensuels?)(?![^"
                  + " ,.?])",
              m -> m.group(1).startsWith("h") ? "/h" : "/mo"),
          // 1 200 $: in qwen 3 200 $ are two numbers.
          change(
              "(?<![^ ])(?<!(?:qwen|llama|gemma|phi|glm|yi|gpt|kimi|falcon|olmo) )"
                  + "([0-9]{1,3}) ([0-9]{3})(?= ?"
                  + BEHIND
                  + ")",
              "$1$2"),
          // What APIs charge; a small m behind a slash is a month's.
          exactly(
              "(?<=[0-9$€£]|dollars?|in|out|put|sortie|entrée) ?/ ?(?:1 ?)?(?:M|[Mm]illion)"
                  + TOKENS,
              " per-million "),
          change( // gpt-4o-mini at 0.15/0.60: of two prices that stand so, each is for a million
              "(?<=(?:gpt|claude|gemini|grok|api|deepseek|openrouter|groq|together)[^ ]{0,24} (?:at|@|is|for|à|costs) )"
                  + "[$]?([0-9]{0,2}[.]?[0-9]+) ?/ ?[$]?([0-9]{0,2}[.]?[0-9]+)(?= |$)(?! ?(?:per|a|/|le|k|tok))",
              "\\$$1 in \\$$2 out per-million"),
          change( // 0.3/2.5 per million
              "(?<![^ ])([0-9]{0,2}[.][0-9]+|[0-9]{1,2}) ?/ ?([0-9]{0,2}[.][0-9]+|[0-9]{1,2})(?= ?(?:per|a|/|le) ?(?:1 ?)?(?:m|mtok|million|per-million)(?![a-z]))",
              "\\$$1/\\$$2"),
          exactly("/ ?1?[Mm] ?[Tt]ok(?:en)?s?(?![a-z])", " per-million "),
          change(
              "(?:(?<![^ ])(?:per|par|le|du|au)|(?<=[0-9$€£]|dollars?|usd|euros?) (?:for|pour|a|un))"
                  + " (?:1 ?|un |a )?(?:m|mn|mtoks?|millions?)(?![a-z])(?! ?(?:of )?(?:req|users?))"
                  + TOKENS,
              " per-million"),
          change(
              "(?<=cost of |price of |coût d')(?:an? |1 ?|one |un )(?:m|million)(?: d[e'])?(?:"
                  + " (?:input|output|generated))?"
                  + TOKENS
                  + "|(?<![^ ])(?:an? |1 ?|one |un )(?:m|million)(?: d[e'])?(?:"
                  + " (?:input|output|generated))?"
                  + TOKENS
                  + "(?= costs?(?![a-z])| coûte)",
              "per-million"),
          change(
              "(?<![^ ])(?:per|par|/) ?(?:1 ?)?(?:k|1000|thousand) ?tok(?:en)?s?(?![a-z])",
              "per-thousand"),
          // ($0.15/$0.60): of what goes in and what comes out.
          change(
              "(?<![^ (])([0-9.,]*[0-9]) ?([$€£]) ?/ ?([0-9.,]*[0-9]) ?\\2(?![^ ),;?])",
              "$2$1/$2$3"),
          change(
              "(?<![^ (])([$€£][0-9.,]+ ?/ ?[$€£][0-9.,]*[0-9])(?![0-9.,]*[0-9])(?=[ ),;?]|$)(?! *per)",
              m -> m.group(1) + " per-million"),
          change(
              "([$€£])" + NUMBER + " ?/ ?[$€£]?" + NUMBER + "(?= *per-million)",
              m -> m.group(1) + m.group(2) + " in " + m.group(1) + m.group(3) + " out"),
          // Of a range, the upper end is what may be spent.
          change(
              "(?<![^ =])(between |from |entre |de )?([$€£]?)"
                  + NUMBER
                  + " ?("
                  + BEHIND
                  + ")? ?(-|–|—|to|and|à|et) ?([$€£]?)"
                  + NUMBER
                  + "(?![0-9.,]*[0-9])(?= ?("
                  + BEHIND
                  + "|/h)?)",
              MoneyWording::upperEnd));

  private MoneyWording() {}

  private static String thousands(MatchResult said) {
    String sign = said.group(1) == null ? "" : said.group(1);
    String number = said.group(said.group(1) == null ? 3 : 2);
    return sign + new BigDecimal(number).movePointRight(3).stripTrailingZeros().toPlainString();
  }

  /**
   * {@code 2 h100 at $2.49 each}: what all of them cost an hour; more is what one is bought for.
   */
  private static String together(MatchResult said) {
    BigDecimal each = new BigDecimal(said.group(4).replace(',', '.'));
    boolean bought = each.compareTo(MOST_AN_HOUR) > 0;
    if (bought && said.group().matches("(?i).*(?:/|(?:per|an?|par) )h.*")) {
      return said.group();
    }
    String sign = said.group(3) + said.group(5);
    BigDecimal all = each.multiply(new BigDecimal(said.group(1)));
    return said.group(1)
        + "x "
        + said.group(2)
        + " at "
        + (sign.isEmpty() ? "$" : sign)
        + all.stripTrailingZeros().toPlainString()
        + (bought ? "" : "/h");
  }

  private static String cents(MatchResult said) {
    String number = said.group(1);
    return "$0." + (number.length() < 2 ? "0" : "") + number;
  }

  private static String upperEnd(MatchResult said) {
    String sign = said.group(6).isEmpty() ? said.group(2) : said.group(6);
    boolean behind = said.group(8) != null;
    boolean two = said.group(5).matches("and|et") && said.group(1) == null;
    if (two || sign.isEmpty() && said.group(4) == null && !behind) {
      return said.group();
    }
    String unit = sign.isEmpty() && !behind ? " " + said.group(4) : "";
    return "under " + sign + said.group(7) + unit;
  }
}
