package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.Change.change;

import java.util.List;
import java.util.function.UnaryOperator;

/** What is said besides, of which nothing depends: it goes, or becomes the word that is meant. */
final class Asides {

  private static final String NUMBERED = "(?<![^ ])([0-9]+k?) ";

  private static final String NAME = "([a-z][^ ]*[0-9][^ ]*)";
  private static final String MODEL = "(?: model| modèle)?(?![a-z])";

  /** {@code with qwen3-0.6b as draft}; what it is for is then said. */
  private static final UnaryOperator<String> DRAFT =
      change(
          "(?<![^ ])(?:(?:with|using|and|plus|avec|\\+) )?(?:an? |the )?"
              + (NAME + " (?:as (?:an? |the )?)?draft(?:er)?(?! model [a-z][^ ]*[0-9])" + MODEL)
              + ("|(?<![^ ])draft(?:er)?" + MODEL + "(?: is| of|:| ?=)? ?" + NAME),
          m -> "draft_model=" + (m.group(1) == null ? m.group(2) : m.group(1)));

  private static final UnaryOperator<String> SPECULATIVE =
      change(
          "(?<![^ ])(?:with |using |avec )?(?:speculative (?:decoding|sampling)|spec(?:\\."
              + "|ulative)? ?dec(?:od(?:e|ing))?|décodage spéculatif)(?: with| on| for)?(?![a-z])",
          "");

  private static String drafted(String line) {
    String drafted = DRAFT.apply(line);
    return drafted.equals(line) ? line : SPECULATIVE.apply(drafted);
  }

  static final List<UnaryOperator<String>> CHANGES =
      List.of(
          Asides::drafted,
          change("(?<![^ ])(?:an? |une )?(?:pair|paire) (?:of |de |d')", "2 "),
          change("(?<![^ ])([a-z]{2,12})-only(?![a-z-])", "$1 only"),
          // Is one enough, or do I need two?
          change(
              "(?<![^ ])(?:or|ou)(?: (?:do|would|will) (?:i|we)| (?:est-ce qu')?il (?:m'|nous"
                  + " )?en)?(?: need| faut)? (?:two|2|deux|more|several|multiple|plusieurs)(?="
                  + " ?[?]|$)",
              ""),
          change("(?<=how much |what's the |whats the )[$€](?=[ ?]|$)", "cost"),
          change(
              "(?<=diff |diff in cost |difference |cost |price |speed )(?:btw|b/w)(?![^ ])",
              "between"),
          change(
              "(?<![^"
                  + " ])(budget|region|région|users|context|ctx|quant|quantization|provider|runtime|hours|latency|model|modèle)"
                  + " ?: +(?![a-z]+=)",
              "$1="),
          // price/mo: told for both times
          change(
              "(?<![^ ])(prices?|costs?|prix|coût|rate) ?/ ?(?:mo|month|mois|hr?|hour|heure)(?![a-z])",
              "$1"),
          // A100s 80GB: one of its kind is named.
          change(
              "(?<![^ ])((?:[0-9]{1,2}x?)?(?:[ahlbv][0-9]{2,4}|[2-5]0[5-9]0))s(?= [0-9]{2,3} ?g)",
              "$1"),
          change(
              "(?<![^ ])(?:laptop|notebook|portable)(?: with| has| avec)?(?: an?| une?)?(?: nvidia"
                  + "| geforce)* ((?:rtx|gtx)? ?[2-5]0[5-9]0(?: ?ti)?)",
              "$1 laptop"),
          change("(?<![^ ])(?:with )?max-?q design(?![^ ])", "max-q"),
          change("(?<![^ ])(?:l|d|qu)'(?=[a-z]{0,3}[0-9])", ""),
          change("(?<![^ ])nvidia (?=(?:gpu|card|carte)s?(?![^ ,.?]))", ""),
          change("(?<![^ ])embed (?=.*(?:embed|bge|e5|gte|nomic))", ""),
          change(
              "(?<![^ ])(?:(?:and|but) )?(?:(?:i|we) )?(?:(?:don't|do not) care (?:much )?about"
                  + "|regardless of|peu importe)(?: the| le| la)? (?:prices?|costs?|money|prix|coût)"
                  + "|(?:price|cost|money) (?:doesn't|does not) matter",
              ""),
          change(
              "(?<![^ ])(?:embeddings?|rerank(?:er|ing)|vision|coding|language) models? "
                  + "(?=[a-z0-9./-]*[0-9])",
              ""),
          change(
              "(?<![^ ])(?:other than|apart from|aside from|besides|autre(?:s)? qu(?:e |')|à part|hormis)"
                  + "(?: an?| the| une?| la| le| les)?(?![a-z])",
              "except"),
          change("(?<![^ ])(?:or not|ou pas|ou non)(?= ?[?.!]| ?$)", ""),
          // A100 40gb vs 80gb, h100 pcie or sxm: of the second, the name is that of the first.
          change(
              "(?<![^ ])([ahb][0-9]{2,3}|[2-5]0[5-9]0(?: ?ti)?) (pcie|sxm[0-9]?|nvl|[0-9]{2,3} ?gb?)"
                  + " (vs\\.?|versus|or|and|ou|et|contre) (?:the |la |le )?(pcie|sxm[0-9]?|nvl|[0-9]{2,3} ?gb?)"
                  + "(?![a-z0-9])",
              "$1 $2 $3 $1 $4"),
          change(
              "(?<![^ ])(?:google )?(?:colab|kaggle)(?: (?:pro\\+?|free|tier|gpu|with|an?))* "
                  + "(?=(?:[0-9] ?x? ?)?(?:t4|p100|a100|l4|v100)(?![a-z0-9]))",
              ""),
          change(
              "(?<![^ ])(?:(?:on |with )?(?:a )?cpu[- ]only|only (?:on )?(?:a |the )?cpu"
                  + "|without (?:a |any )?gpu|no gpu(?: at all)?|sans gpu|cpu seul(?:ement)?)(?![^ ,.?!])",
              "on cpu"),
          // a100 80, seq len 4096: how much memory it has.
          change(
              "(?<![^ ])((?:[0-9]{1,2} ?x? ?)?(?:[ah]100|[ah]800)) (40|80)(?=,|$| (?:for|with|pour|avec|or|vs|ou)(?![^ ]))",
              "$1 $2gb"),
          // claude sonnet costs ...: which of them says nothing beside its price.
          change(
              "(?<![^ ])(gemini|claude|gpt|grok)[- ]?[0-9.o]*[- ](?:flash|pro|sonnet|haiku|opus|lite|turbo|nano|mini)"
                  + "(?:[- ](?:[0-9.]+|lite))?(?= (?:costs?|at|is|charges?|prices?|api|à|coûte)(?![^ ]))",
              "$1"),
          change("(?<![^ ])mon(?:day)? ?(?:[-–]|thru) ?fri(?:day)?(?![a-z])", "weekdays"),
          change(
              "(?<=weekdays),? ([0-9]{1,2}) ?h(?:ou)?(?:rs?)?(?![a-z0-9])(?! ?(?:a|/|per|each|par))",
              " $1 hours a day"),
          // 10 support agents: who they are says nothing of how many.
          change(
              NUMBERED
                  + "(?:support|sales|internal|external|power|heavy|casual|beta|paying|end|business|remote|office|company|call["
                  + " -]cent(?:er|re)|customer[ -]service) "
                  + "(?=(?:user|agent|people|person|staff|employee|engineer|dev|analyst|member|seat))",
              "$1 "),
          // When somebody wants the answer.
          change(
              "(?<![^ ])(?:by|before|until|avant|d'ici)"
                  + " (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|demain|eod|eow|eom|next"
                  + " week|(?:the )?end of (?:the )?(?:day|week|month|quarter)|la fin d[eu]"
                  + " [a-z]+|lundi|mardi|mercredi|jeudi|vendredi)(?![^ ,.?!:])",
              ""),
          change("(?<![^ ])(?:need|want|get) (?:an|the|your) answers?(?![^ ])", ""),
          change("(?<![^ ])openai[- ](?:api[- ])?compatible(?: api)?(?![^ ,.?])", ""),
          // What somebody knows of his card is no wish.
          change(
              "(?<![^ ])(?:(?:and|but|since|as|because|mais|car) )?(?:(?:it|they|that|which) )?"
                  + "(?:can(?:'t|not| not)|doesn't|does not|don't|do not)(?: even)?"
                  + " (?:do|have|support|handle)(?: native)? (?:fp8|fp4|nvfp4|bf16|bfloat16)"
                  + "(?: right| natively| in hardware)*(?![^ ,.?!])",
              ""),
          change("(?<![^ ])(?:(?:quick|short|small|dumb|noob|newbie|stupid) )+q(?![^ :,?])", ""),
          change("(?<![^ ])fine tun", "fine-tun"));

  private Asides() {}
}
