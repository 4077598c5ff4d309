package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that sentences about GPUs are made of, in lower case. */
final class Sayings {

  /** What says nothing here. */
  static final Set<String> SAID =
      words(
          """
          startup can could will would does do is are i we you my our a an the sense itd what which how much many need
          needs needed want run runs running fit fits host serve deploy using should to me gpu card
          vram please hi hey all thanks best cheap cheapest single peut puis-je je nous un une quel
          quelle faut-il besoin moins-cher est-ce que tourne of smallest instance instances server
          serveur machine vm hosted hébergé héberger self-hosted combien cartes location llm llms il only seulement available disponible
          de du des en d'un d'une ? cheaper what's whats inférence inference chatbot carte speed vitesse memory
          faire tourner fonctionner utiliser lancer déployer pouvoir way coding développement each self mon ma mes votre notre chacun équivalent think
          mémoire requirements requirement need fast have has got avg average mean moyenne cost costs coûte coute coût
          price prices pricing prix\
          """);

  static final Set<String> USERS =
      words(
          "user users utils utilisateur utilisateurs people person member coworkers co-workers teammates teachers"
              + " lawyers doctors nurses researchers scientists writers operators reps players"
              + " pupils subscribers lecteurs avocats médecins enseignants élèves chercheurs people persons personne personnes clients"
              + " customers sessions devs developers développeurs employees employés students"
              + " étudiants colleagues collègues engineers ingénieurs staff salariés analysts seats"
              + " members folks friends buddies mates guests gamers kids interns accountants programmers coders chatters humans amis copains membres collaborateurs commerciaux bénévoles testers visiteurs agents");

  /** What so many of come in a month. */
  static final Set<String> COUNTED =
      words("tokens token tok requests reqs req calls messages users hours");

  static final Set<String> AT_ONCE =
      words(
          "concurrent simultaneous parallel active actifs simultanés simultanées simultané concurrents"
              + " simultaneously concurrently concurrentes connectés");
  static final Set<String> CONTEXT = words("context ctx contexte");
  static final Set<String> BETWEEN =
      words("length len window size of de is tokens token at lengths longueur taille");
  static final Set<String> GPUS = words("gpus gpu cards cartes");

  /** What says that the amount behind it is the most. */
  static final Phrases LIMITS =
      Phrases.like(
          """
          (spend |pay )?(no more|not more|less) than, less than or equal to, no higher than, lower than,
          cheaper than, not (exceeding|over|above), (pay |spend )?(at most|up to), to spend, on a,
          (can't|cannot|can not|won't|don't want to|do not want to|not to|rather not|shouldn't) (spend|pay|go|exceed)( more than| over| above| beyond| past)?,
          pas (dépenser|payer|mettre|aller)( plus de| au-delà de| au delà de)?,
          can spend( up to)?, willing to pay, capped at, limited to, (monthly|hourly|daily) budget,
          under, below, within, max(imum|i)?, limit, cap, ceiling, afford, spend, spending,
          budget, budget's, budgeted, budget (maximum|mensuel), dispose de, disposons de, pas plus de,
          (ne pas|sans) dépasser, (en |en-|au-)dessous de, inférieur à, (à )?moins de, au (plus|maximum),
          limité à, limite( de)?, jusqu'à, sous, plafond, dépenser, <=, <, ≤, ≲
          """);

  /** What makes a budget of the amount before it. */
  static final Phrases LIMITS_BEHIND =
      Phrases.like(
          """
          or (less|under|below|cheaper), ou moins, at (the )?most, to spend, au (plus|maximum), (de )?budget,
          max(imum|i)?, tops, limit, cap, ceiling, plafond
          """);

  /** What may stand between a limit and its amount. */
  static final Set<String> ABOUT = words("about around is of environ est roughly approximately :");

  static final Set<String> ON = words("on with at using via in sur avec chez");
  static final Set<String> PER_MONTH = Set.of("per month", "a month", "par mois", "the month");
  static final Set<String> PLACES = words("eu europe us usa asia asie gdpr rgpd");
  static final Set<String> IN = words("in en à within inside dans aux au");
  static final Set<String> RUNTIMES =
      words(
          """
          vllm sglang tgi ollama llama.cpp llamacpp llama-server lmstudio transformers tensorrt-llm
          koboldcpp lmdeploy exllama exllamav2 exllamav3 tabbyapi aphrodite trt-llm tensorrt triton
          nim text-generation-inference mlc-llm ktransformers llamafile\
          """);
  static final Map<String, Language> LANGUAGES =
      Map.of(
          "en",
          Language.EN,
          "english",
          Language.EN,
          "anglais",
          Language.EN,
          "fr",
          Language.FR,
          "french",
          Language.FR,
          "français",
          Language.FR,
          "francais",
          Language.FR);

  /** Places, markets and currencies: an answer that leaves them out is of other prices. */
  private static final Set<String> ABOUT_MONEY =
      words(
          """
          eu eur euro euros europe european us usa america asia apac germany german frankfurt
          ireland france paris uk london netherlands finland sweden norway canada india japan
          switzerland suisse swiss états-unis etats-unis america amérique spain espagne italy italie poland
          pologne portugal belgium belgique luxembourg austria autriche denmark danemark norway norvège suède
          finlande pays-bas israel israël dubai uae saudi korea corée china chine taiwan hongkong singapour
          brésil mexico mexique africa afrique kenya nigeria qatar bahrain nordics scandinavia turkey turquie
          ukraine romania roumanie greece grèce czech hungary prague vienna geneva genève seoul osaka
          texas york chicago lyon marseille bruxelles brussels
          tokyo singapore australia brazil region regions gdpr dollars usd gbp pounds chf yen
          spot preemptible interruptible reserved committed commitment contract yearly annual
          weekend weekends week-end week-ends night nights nightly nuit nuits overnight weekdays
          monthly weekly daily discount cheap cheapest budget max under below less allemagne
          dollar cent cents buck bucks bill facture hour hours heure heures day days jour jours
          month months mois week weeks semaine semaines soir soirs evenings matin matins monday tuesday wednesday thursday friday saturday
          sunday lundi mardi mercredi jeudi vendredi samedi dimanche peak pointe pic average
          stock owned bought electricity électricité kwh per-million per-thousand unlimited dau mau
          charge charges charged blended prepaid upfront term reserve reservation
          irlande royaume-uni inde japon région rgpd réservé annuel mensuel moins sous\
          """);

  /** Work of other kinds: an answer that leaves them out is about something else. */
  static final Set<String> OTHER_WORK =
      words(
          """
          dpo grpo ppo orpo kto rlhf rl rlvr pretrain pretraining pre-train pre-training scratch
          laptop notebook max-q maxq
          quantize quantizing distill distillation embed embeddings speculative draft eagle mtp\
          """);

  private Sayings() {}

  static Set<String> words(String text) {
    return Stream.of(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it names a place, a market or a currency. */
  static boolean isAboutMoney(String word) {
    return isOneOf(ABOUT_MONEY, word);
  }

  /** Whether a word is one of some, in capitals or not. */
  static boolean isOneOf(Set<String> names, String word) {
    return names.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether any of the words is. */
  static boolean isAnyOf(Set<String> names, List<String> words) {
    return words.stream().anyMatch(word -> isOneOf(names, word));
  }
}
