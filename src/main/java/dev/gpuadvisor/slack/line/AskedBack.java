package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is understood and cannot be answered as it stands: two models, a job without a time, a
 * purchase without a price, the term of a reservation. The question back says why, and how to ask.
 */
record AskedBack(Settings settings) {

  private static final Pattern BUYING =
      Pattern.compile(
          "buy|buying|purchase|purchased|purchasing|bought|acheter|achat|achète|acheté|achetée");
  private static final Pattern JOB =
      Pattern.compile(
          TrafficWording.MANY
              + TrafficWording.DOCUMENTS
              + ")(?= |$)(?! ?(?:/|per|an? |daily|par|each day|every))");
  private static final String A_MONTH =
      "(?: ?/ ?(?:mo|month|mois)| (?:an?|per|par|each) (?:month|mois))(?![a-z])";
  private static final Pattern BILL =
      Pattern.compile(
          "(?<![^ ])(?:[$€£] ?[0-9][0-9.,k]*|[0-9][0-9.,k]* ?(?:[$€£]|dollars?|usd|euros?|eur))"
              + A_MONTH);
  private static final Pattern NUMBER_A_MONTH =
      Pattern.compile("(?<=(?:bill|facture|invoice)[^0-9]{1,20})[0-9][0-9.,]*k?" + A_MONTH);
  private static final Pattern CHARGED =
      Pattern.compile(
          "(?<![^ ])(?:(?:l'|d')?api|openai|openrouter|anthropic|bedrock|gemini|gpt|claude|together"
              + "|groq|deepinfra|fireworks|bill|billed|facture|invoice)(?![a-z])");
  private static final Pattern DAILY_USERS =
      Pattern.compile(
          "(?<![^ ])[0-9][0-9.,]*k? ?(?:(?:daily|monthly|weekly)(?: active)?"
              + " (?!prices?|costs?|rates?|bills?|budgets?|rent)[a-z]+|[dm]au|(?:users?|utilisateurs|visitors?|visiteurs|people|customers|clients)"
              + " ?(?:/|per|an?|par|each|every) ?(?:day|jour|month|mois|week|semaine))(?![a-z])");
  private static final Pattern TERM =
      Pattern.compile(
          "(?<![^ ])(?:(?:[1-5]|one|three|un|trois) ?-?(?:y|yr|yrs|year|years|an|ans)"
              + "|(?:6|12|24|36) ?-?(?:months?|mois))(?= |$)");
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?<![^ ])(?:reserv|réserv|commit|contract|contrat|engage|term(?= |$)|savings)[^ ]*");
  private static final Pattern AUDIO =
      Pattern.compile("(?<![^ ])[0-9][^ ]* ?(?:h|hours?|heures?|minutes?) (?:of |d')?audio(?= |$)");

  private static final Pattern PRETRAINING =
      Pattern.compile("(?<![^ ])(?:pre-?train(?:ing)?|(?:train|training).* from scratch)(?![^ ])");
  private static final Pattern TUNING =
      Pattern.compile("(?<![^ ])(?:q?lora|sft|ft|train|training|fine-?tun.*|affiner|entra[iî]ner)");
  private static final Pattern SYSTEM_PROMPT =
      Pattern.compile(
          "(?<![^ ])(?:[0-9][0-9.]*k?(?: tokens?)? (?:of )?)?(?:system|shared|common)"
              + " (?:prompt|prefix)|prompt syst[eè]me|préprompt");
  private static final Pattern UTILIZATION =
      Pattern.compile(
          "(?<![^ ])([0-9]{1,3}) ?% (?:gpu )?(?:utili[sz]ation|util|busy|load|occupancy)");
  private static final Pattern HALF_USED =
      Pattern.compile("(?<![^ ])half[ -](?:empty|full|used|idle|loaded)(?![a-z])");
  private static final String HALF = "50";
  private static final Pattern RUN_TIME =
      Pattern.compile(
          "(?<![^ ])(?:within|in|under|in under|in less than|less than|en|en moins de|sous) (?:an?"
              + " |une )?[0-9.]* ?(?:h|hours?|heures?|minutes?|mins?|days?|jours?)(?![a-z])"
              + "(?! (?:a|per|par|each|every|of))");
  private static final Pattern REPLICAS =
      Pattern.compile(
          "(?<![^ ])(?:[0-9]+ ?(?:-|–|to|and|à|et) ?|(?:up to|max(?:imum|imal)?|at most|au plus|jusqu'à) )"
              + "([0-9]+) (?:replicas?|réplicas?|workers?|instances)(?![a-z])");
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?<![^ ])(?:[2-9]|1[0-9]) ?x? ?(?:[a-z]+ )?(?:[ahlbvt][0-9]{1,4}|mi[0-9]{3}|[2-5]0[5-9]0)");
  private static final Pattern EACH =
      Pattern.compile(
          "[0-9] ?(?:[$€£]|usd|dollars?)? ?(?:/ ?|per |an |par )h[a-z]*(?: [^ 0-9]+)? ?(each|apiece|(?:per"
              + " |/)(?:gpu|card)|chacune?|(?:la )?pièce|l'unité)(?= |$)");
  private static final Pattern IMAGES =
      Pattern.compile(
          "(?<![^ ])(?:[0-9]+|an?|une?) (?:images?|photos?|pictures?|screenshots?|pages?|frames?)"
              + " ?(?:per|/|a|each|every|par) ?(?:req|prompt|message|call|chat|question|user|query)[^ ]*");
  private static final Pattern ONE_WAY =
      Pattern.compile(
          "(?<![^ ])[0-9][0-9.,]*[kmb]? ?(?:input|output|generated|prompt|completion)"
              + " (?:tokens?|toks?) ?(?:/|per|an?|each|every|daily|monthly)[^ ]*(?: [a-z]+)?");
  private static final Pattern IN = Pattern.compile("[0-9][kmb]? ?(?:input|prompt)");
  private static final Pattern OUT =
      Pattern.compile("[0-9][kmb]? ?(?:output|generated|completion)");
  private static final Pattern MILLIONS =
      Pattern.compile(
          "(?<![^ ])([0-9][0-9.]* ?m(?:illions?)?) (?:prompts|requests|calls|completions|generations"
              + "|queries|requêtes)(?= |$)(?! ?(?:/|per|an? |daily|monthly|par|each|every|day|month))");
  private static final Pattern SOME_LAYERS =
      Pattern.compile(
          "(?<![^ ])(?:half|most|some|a third|two thirds|a quarter|the rest|part|la moitié|une partie)"
              + "(?: of| des?)?(?: the| its| my| les)? ?(?:layers|couches|model|modèle)(?= (?:on|in|to|offload|sur|dans|en))");
  private static final Pattern PERCENTILE = Pattern.compile("(?<![^ <])p9[0-9.]+(?![^ :<=])");

  /** Empty where nothing of it is there. */
  Optional<Doubt> of(List<String> words) {
    String line = String.join(" ", words).toLowerCase(Locale.ROOT);
    return pretraining(line)
        .or(() -> term(line))
        .or(() -> buying(words))
        .or(() -> bill(line))
        .or(() -> dailyUsers(line))
        .or(() -> PartTime.of(words))
        .or(() -> utilization(line))
        .or(() -> runTime(line))
        .or(() -> job(line))
        .or(() -> found(AUDIO, line, Msg.Slack::doubtAudio))
        .or(() -> oneWay(line))
        .or(() -> found(SOME_LAYERS, line, Msg.Slack::doubtSomeLayers, "gpu_layers="))
        .or(() -> found(PERCENTILE, line, Msg.Slack::doubtPercentile))
        .or(() -> found(REPLICAS, line, Msg.Slack::doubtReplicas, "min_replicas="))
        .or(() -> found(IMAGES, line, Msg.Slack::doubtImages, "in="))
        .or(() -> each(line))
        .or(() -> systemPrompt(line))
        .or(() -> new TwoModels(settings).of(words));
  }

  private static Optional<Doubt> pretraining(String line) {
    return PRETRAINING.matcher(line).find()
        ? Optional.of(new Doubt(Msg.Uncovered.pretraining(), List.of()))
        : Optional.empty();
  }

  private Optional<Doubt> term(String line) {
    return RESERVED.matcher(line).find()
        ? found(TERM, line, Msg.Slack::doubtTerm, "reserved", "on_demand")
        : Optional.empty();
  }

  private Optional<Doubt> buying(List<String> words) {
    boolean priced = words.stream().anyMatch(word -> word.matches("offer[s]?[=:].*"));
    return words.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> !priced && BUYING.matcher(word).matches())
        .findFirst()
        .map(word -> Doubt.about(word, Msg.Slack::doubtBuying, List.of()));
  }

  private Optional<Doubt> job(String line) {
    Matcher job = JOB.matcher(line);
    boolean found = job.find() || job.usePattern(MILLIONS).reset().find();
    return !TUNING.matcher(line).find() && found
        ? Optional.of(
            Doubt.about(
                job.group(),
                Msg.Slack::doubtJob,
                List.of(job.group(1).replace(" ", "") + " requests per day latency=batch")))
        : Optional.empty();
  }

  /** What an API's tokens come to in a month says nothing of how many they are. */
  private static Optional<Doubt> bill(String line) {
    Matcher bill = BILL.matcher(line);
    boolean amount = bill.find() || bill.usePattern(NUMBER_A_MONTH).reset().find();
    boolean charged = CHARGED.matcher(line).find() && !line.contains("budget");
    return charged && !line.contains("per-million") && amount
        ? Optional.of(
            Doubt.about(bill.group(), Msg.Slack::doubtBill, List.of("vs " + bill.group())))
        : Optional.empty();
  }

  /** Of tokens that come out nobody knows how many go in for them. */
  private static Optional<Doubt> oneWay(String line) {
    boolean both = IN.matcher(line).find() && OUT.matcher(line).find();
    return both ? Optional.empty() : found(ONE_WAY, line, Msg.Slack::doubtOneWay, "in=", "out=");
  }

  private static Optional<Doubt> dailyUsers(String line) {
    Matcher users = DAILY_USERS.matcher(line);
    return users.find() && !users.group().matches(".*(?:req|mess|call|token|hour).*")
        ? Optional.of(
            Doubt.about(users.group(), Msg.Slack::doubtDailyUsers, List.of("users=", "requests=")))
        : Optional.empty();
  }

  /** It is part of each prompt, of which nobody knows how long it is. */
  private static Optional<Doubt> systemPrompt(String line) {
    return line.contains("cached")
        ? Optional.empty()
        : found(SYSTEM_PROMPT, line, Msg.Slack::doubtSystemPrompt, "in=", "cached=");
  }

  /** A price of one card beside several: what could be put together is so by now. */
  private static Optional<Doubt> each(String line) {
    Matcher each = EACH.matcher(line);
    return SEVERAL.matcher(line).find() && each.find()
        ? Optional.of(Doubt.about(each.group(1), Msg.Slack::doubtEach, List.of()))
        : Optional.empty();
  }

  /** Of its memory, or of its time. */
  private static Optional<Doubt> utilization(String line) {
    Matcher said = UTILIZATION.matcher(line);
    Matcher half = HALF_USED.matcher(line);
    boolean number = said.find();
    if (!number && !half.find() || line.contains("max_load")) {
      return Optional.empty();
    }
    String share = (number ? said.group(1) : HALF) + "%";
    return Optional.of(
        Doubt.about(
            number ? said.group() : half.group(),
            Msg.Slack::doubtUtilization,
            List.of("gpu_memory_utilization=" + share, "max_load=" + share)));
  }

  /** How long a run takes is told, and no run is looked for that is as short. */
  private static Optional<Doubt> runTime(String line) {
    return TUNING.matcher(line).find()
        ? found(RUN_TIME, line, Msg.Slack::doubtRunTime, "rank=speed")
        : Optional.empty();
  }

  /** The question back about what a pattern finds. */
  private static Optional<Doubt> found(
      Pattern pattern, String line, Function<String, Message> sentence, String... suggestions) {
    Matcher found = pattern.matcher(line);
    return found.find()
        ? Optional.of(Doubt.about(found.group(), sentence, List.of(suggestions)))
        : Optional.empty();
  }
}
