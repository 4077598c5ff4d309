package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.Change.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Work that comes again and again, as requests over a time: {@code 40,000 mails per day}, {@code
 * daily batch of 80k documents}.
 */
final class TrafficWording {

  /** What people have read, each a request. */
  static final String DOCUMENTS =
      "docs?|documents?|pdfs?|files?|fichiers?|articles?|emails?|e-mails?|mails?|courriels?|tickets?"
          + "|reviews?|avis|records?|invoices?|factures?|contracts?|contrats?|papers?|transcripts?"
          + "|chunks?|tweets?|comments?|commentaires?|products?|produits?|images?|photos?"
          + "|books?|livres?|reports?|rapports?|texts?|textes?|sentences|phrases|passages|pages?";

  private static final String WORK =
      DOCUMENTS
          + "|posts?|summaries|résumés|translations|traductions|items?|generations?|conversations?"
          + "|descriptions?|snippets?|transactions?";

  private static final String WHAT =
      WORK
          + "|chats?|messages?|msgs?|questions?|prompts?|appels?|calls?|requests?|requ[êe]tes?|quer(?:y|ies)";

  /** Of anything else that comes so often each is a request; of people, times and money none is. */
  private static final String ANY_WORK =
      WORK
          + "|(?!(?:tok|jeton|user|utilis|visit|people|person|custom|client|employ|stud|étud|agent|staff"
          + "|dev|engin|seat|member|hour|heure|hr|h$|day|jour|night|nuit|week|semaine|month|mois|year|an(?![a-z])"
          + "|min|sec|ms|time|fois|chat|question|prompt|dollar|usd|eur|cent|buck|gb|go(?![a-z])|gpu|card|req|quer|call|mess|appel"
          + "|million|billion|thousand|mille|mil|per|par|and|et|or|ou|max|at|of)[a-zé]*)"
          + "[a-zéè-]{4,}s";

  /** How many, with a word that says of which kind they are. */
  static final String MANY =
      "(?<![^ ])([0-9][0-9.,]*(?: ?(?:k|m|million|millions|thousand|mille))?)(?: d[e']| of)?"
          + "(?: (?!of|in|per|en|par|concurr|simult|parall|activ)[a-zéè-]{3,})?? (?:";

  private static final String TIME =
      "(second|seconde|minute|hour|heure|day|jour|night|nuit|soir|morning|matin|week|semaine|month|mois|s|min|h|d|mo)";
  private static final String EVERY =
      "(?:(?:every(?: single)?|each|per|an?|par|chaque|/|toutes les|tous les) ?" + TIME + "s?";

  /** One that is said next to how many, or anywhere in the line. */
  private static final Pattern RATE =
      Pattern.compile(
          MANY + ANY_WORK + ") ?" + EVERY + "|(daily|nightly|hourly|weekly|monthly))(?![a-zé])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CALLS =
      Pattern.compile(
          "(?:requ[eê]|reqs?|calls?|quer|messages?|prompts?)[^ ]* ?(?:/|(?:per|par|a) )");

  private static final Pattern ITEMS =
      Pattern.compile(MANY + WHAT + ")(?![^ ])", Pattern.CASE_INSENSITIVE);
  private static final Pattern OFTEN =
      Pattern.compile(
          "(?<![^ ])(?:"
              + EVERY.replace("|per|an?|par", "").replace("|/", "")
              + ")"
              + "|(daily|nightly|hourly|weekly|monthly|quotidiens?|quotidiennes?))(?![^ ])"
              + "(?! (?:costs?|prices?|bills?|rates?|rents?|budgets?|fees?|spend))",
          Pattern.CASE_INSENSITIVE);

  private static final UnaryOperator<String> EACH =
      change(
          "(?<![^ ])(?:(?:of|de|at|about|around|~|with|avec|à) )*([0-9][0-9.,]*k?)"
              + " ?(?:tokens?|toks?|jetons?) (?:each|apiece|chacune?|(?:on )?average|avg|(?:en )?"
              + "moyenne|(?:(?:per|par|a) |/ ?)(?:requests?|requête|prompt|call|"
              + WHAT
              + "))(?![^ ])|(?<![^ ])(?:each|apiece|chacune?)(?:"
              + " (?:about|around|of|is|has|at|with|de|fait|environ))* ~?([0-9][0-9.,]*k?)"
              + " ?(?:tokens?|toks?|jetons?)(?![^ ])",
          said -> "input_tokens=" + (said.group(1) == null ? said.group(2) : said.group(1)));
  private static final UnaryOperator<String> OF =
      change(
          "(?<=(?:per|par|a) [a-z]{1,8}|/[a-z]{1,8})(?:"
              + " (?:of|de|at|with|à|averaging|about|around))+ ([0-9][0-9.,]*k?)"
              + " ?(?:tokens?|toks?|jetons?)(?![^ ])(?! (?:in|out|input|output|en|prompt))",
          " input_tokens=$1");

  private static final UnaryOperator<String> APART =
      change(
          "(?<![^ ])([0-9]{1,6}|an?|une) (?:req(?:uest|u[êe]te)?s?|calls?|appels?) (?:every|toutes"
              + " les) ([0-9]{1,4}) ?(s|secs?|seconds?|secondes?|min|minutes?|hours?|heures?)(?![^"
              + " ])",
          m -> {
            BigDecimal many =
                m.group(1).matches("[0-9]+") ? new BigDecimal(m.group(1)) : BigDecimal.ONE;
            BigDecimal apart = new BigDecimal(m.group(2)).max(BigDecimal.ONE);
            String often =
                many.divide(apart, 6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
            return often + " requests per " + m.group(3).replaceFirst("(?<=..)s$", "");
          });

  private static final String PEOPLE =
      "(?:daily |active"
          + " )*(?:users?|utilisateurs|visitors?|visiteurs|people|personnes|customers|clients"
          + "|employees|students|étudiants|agents|staff|dau)";
  private static final String ASKS =
      "(?:(?:of"
          + " them|who|and|with|avec|qui|send(?:ing|s)?|asks?|asking|making|make|do|doing|x|×|each|chacun|on"
          + " average|about|around|envoient|posent|font|,) )*";

  /** {@code 5k users a day, each 3 messages}: how many requests that are. */
  private static final UnaryOperator<String> BY_USERS =
      change(
          "(?<![^ ])([0-9][0-9.,]*) ?(k?) ?"
              + PEOPLE
              + "(?: ?(?:/|an?|per|par|each|every) ?(day|jour|month|mois|week|semaine|hour|heure))?"
              + " "
              + ASKS
              + "([0-9]{1,4}) ?(?:"
              + WHAT
              + ")(?: ?(?:each|apiece|chacune?|(?:per|a|par)"
              + " (?:user|person|head|utilisateur|personne)))?(?: ?(?:/|an?|per|par|each|every)"
              + " ?(day|jour|month|mois|week|semaine|hour|heure))?(?![^ ])",
          TrafficWording::byUsers);

  /** {@code 500 users at 0.02 req/s each}: what all of them ask. */
  private static final UnaryOperator<String> RATE_OF_EACH =
      change(
          "(?<![^ ])([0-9][0-9.,]*) ?(k?) ?(?:concurrent |simultaneous )?"
              + PEOPLE
              + "[, ]+"
              + ASKS
              + "(?:(?:at|à|@) ?)?([0-9]{1,4}(?:[.,][0-9]{1,4})?) ?(?:(?:reqs?|"
              + WHAT
              + ") ?(?:/|per|par|an?) ?(sec|s|min|h|d|seconde?|minute|hour|heure|day|jour)|[rq]ps)"
              + ",? ?(?:each|apiece|chacune?|(?:/ ?|per |par )(?:user|person|head|utilisateur|personne))"
              + "(?![^ ])",
          TrafficWording::rateOfAll);

  private static final UnaryOperator<String> BATCH =
      change(
          "(?<![^ ])(?:batch(?:es)?|jobs?|lots?)(?: of| de| d')? (?=[0-9]+[a-z]* requests per)",
          "latency=batch ");

  private TrafficWording() {}

  static void rewrite(List<String> words) {
    String line = String.join(" ", words);
    String each = BY_USERS.apply(RATE_OF_EACH.apply(APART.apply(line)));
    String said = RateLevels.rewrite(often(each));
    if (!said.equals(line)) {
      words.clear();
      words.addAll(new ArrayList<>(List.of(said.strip().split(" +"))));
    }
  }

  /** Two times, or none: what is said cannot be told in one rate. */
  private static String byUsers(MatchResult said) {
    String time = said.group(3) == null ? said.group(5) : said.group(3);
    boolean daily = said.group().matches("(?i).*(?:daily|dau).*");
    boolean twice =
        said.group(3) != null && said.group(5) != null && !said.group(3).equals(said.group(5));
    if (time == null && !daily || twice) {
      return said.group();
    }
    String requests = ofAll(said.group(1), said.group(2), said.group(4));
    return requests + " requests per " + (time == null ? "day" : time);
  }

  private static String rateOfAll(MatchResult said) {
    String requests = ofAll(said.group(1), said.group(2), said.group(3).replace(',', '.'));
    return requests(requests, said.group(4) == null ? "s" : said.group(4));
  }

  private static String ofAll(String many, String thousands, String each) {
    String number = many.replaceAll("[,.](?=[0-9]{3}(?![0-9]))", "").replace(',', '.');
    BigDecimal users =
        new BigDecimal(number.replaceAll("[.]$", "")).movePointRight(thousands.isEmpty() ? 0 : 3);
    return users.multiply(new BigDecimal(each)).stripTrailingZeros().toPlainString();
  }

  private static String often(String line) {
    Matcher rate = RATE.matcher(line);
    if (rate.find()) {
      String time = rate.group(2) == null ? rate.group(3) : rate.group(2);
      return each(rate.replaceFirst(requests(rate.group(1), time)));
    }
    Matcher items = ITEMS.matcher(line);
    Matcher time = OFTEN.matcher(line);
    if (!items.find() || !time.find()) {
      return CALLS.matcher(line).find() ? each(line) : line;
    }
    String said = time.group(1) == null ? time.group(2) : time.group(1);
    String requests = requests(items.group(1), said);
    boolean before = time.start() < items.start();
    return each(
        before
            ? line.substring(0, time.start())
                + line.substring(time.end(), items.start())
                + requests
                + line.substring(items.end())
            : line.substring(0, items.start())
                + requests
                + line.substring(items.end(), time.start())
                + line.substring(time.end()));
  }

  private static String each(String line) {
    return BATCH.apply(OF.apply(EACH.apply(line.replaceAll(" +", " "))));
  }

  /** What comes by night may take until the morning. */
  private static String requests(String many, String time) {
    String lower = time.toLowerCase(Locale.ROOT);
    boolean night = lower.matches("night|nightly|nuit|soir");
    String over =
        switch (lower) {
          case "hourly", "h" -> "hour";
          case "weekly" -> "week";
          case "monthly", "mo" -> "month";
          case "s", "sec" -> "second";
          case "min" -> "minute";
          case "second", "seconde", "minute", "hour", "heure", "week", "semaine", "month", "mois" ->
              lower;
          default -> "day";
        };
    return many.replace(" ", "") + " requests per " + over + (night ? " latency=batch" : "");
  }
}
