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
          can could will would does do is are i we you my our a an the what which how much many need
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
          "user users utilisateur utilisateurs people persons personne personnes clients customers"
              + " sessions devs developers développeurs employees employés students étudiants"
              + " colleagues collègues engineers ingénieurs staff salariés analysts seats members"
              + " membres testers visiteurs agents");
  static final Set<String> AT_ONCE =
      words(
          "concurrent simultaneous parallel active simultanés simultanées simultané concurrents"
              + " simultaneously concurrently concurrentes connectés");
  static final Set<String> CONTEXT = words("context ctx contexte");
  static final Set<String> BETWEEN = words("length window size of de is tokens token at");
  static final Set<String> GPUS = words("gpus gpu cards cartes");
  static final Set<String> LIMIT = words("budget under below within max maximum sous < <= ≤ ≲");
  static final List<String> LIMITS =
      List.of(
          "less than",
          "cheaper than",
          "no more than",
          "not more than",
          "not over",
          "at most",
          "up to",
          "moins de",
          "max budget",
          "monthly budget",
          "hourly budget",
          "budget max",
          "budget mensuel",
          "pas plus de",
          "au plus",
          "au maximum",
          "jusqu'à");

  /** What makes a budget of the amount before it. */
  static final Set<String> LIMIT_BEHIND =
      words("budget max maximum tops limit cap ceiling maxi plafond");

  /** What may stand between a limit and its amount. */
  static final Set<String> ABOUT = words("about around is of environ est");

  static final Set<String> ON = words("on with at using via in sur avec chez");
  static final Set<String> PER_MONTH = Set.of("per month", "a month", "par mois", "the month");
  static final Set<String> PLACES = words("eu europe us usa asia asie");
  static final Set<String> IN = words("in en à");
  static final Set<String> RUNTIMES =
      words(
          """
          vllm sglang tgi ollama llama.cpp llamacpp llama-server lmstudio transformers tensorrt-llm
          koboldcpp lmdeploy exllama exllamav2 exllamav3 tabbyapi aphrodite trt-llm tensorrt triton
          nim text-generation-inference mlc-llm ktransformers llamafile\
          """);
  static final Map<String, String> ALONE =
      Map.ofEntries(
          Map.entry("serverless", ""),
          Map.entry("ollama run", "runtime=ollama"),
          Map.entry("ollama pull", "runtime=ollama"),
          Map.entry("no spot", "market=on_demand"),
          Map.entry("not spot", "market=on_demand"),
          Map.entry("pas de spot", "market=on_demand"),
          Map.entry("sans spot", "market=on_demand"),
          Map.entry("without spot", "market=on_demand"),
          Map.entry("committed", "market=reserved"),
          Map.entry("commitment", "market=reserved"),
          Map.entry("à la demande", "market=on_demand"),
          Map.entry("at least", ""),
          Map.entry("au moins", ""),
          Map.entry("tok/s", ""),
          Map.entry("tokens/s", ""),
          Map.entry("t/s", ""),
          Map.entry("tokens/sec", ""),
          Map.entry("tok/sec", ""),
          Map.entry("how many tokens", ""),
          Map.entry("business hours", "hours=40h/week"),
          Map.entry("office hours", "hours=40h/week"),
          Map.entry("working hours", "hours=40h/week"),
          Map.entry("heures de bureau", "hours=40h/week"),
          Map.entry("always on", "hours=730"),
          Map.entry("non stop", "hours=730"),
          Map.entry("no quantization", "quant=16bit"),
          Map.entry("without quantization", "quant=16bit"),
          Map.entry("unquantized", "quant=16bit"),
          Map.entry("non quantifié", "quant=16bit"),
          Map.entry("sans quantification", "quant=16bit"),
          Map.entry("full precision", "quant=16bit"),
          Map.entry("max throughput", "rank=speed"),
          Map.entry("offline", "latency=batch"),
          Map.entry("throughput", ""),
          Map.entry("ec2", "provider=aws"),
          Map.entry("on ec2", "provider=aws"),
          Map.entry("spot", "market=spot"),
          Map.entry("preemptible", "market=spot"),
          Map.entry("interruptible", "market=spot"),
          Map.entry("on-demand", "market=on_demand"),
          Map.entry("on demand", "market=on_demand"),
          Map.entry("spot instances", "market=spot"),
          Map.entry("spot price", "market=spot"),
          Map.entry("reserved", "market=reserved"),
          Map.entry("réservé", "market=reserved"),
          Map.entry("combien coûte", ""),
          Map.entry("combien coute", ""),
          Map.entry("scale to zero", ""),
          Map.entry("scale-to-zero", ""),
          Map.entry("scales to zero", ""),
          Map.entry("batch job", "latency=batch"),
          Map.entry("offline batch", "latency=batch"),
          Map.entry("batch processing", "latency=batch"),
          Map.entry("batch inference", "latency=batch"),
          Map.entry("all providers", "provider=all"),
          Map.entry("any provider", "provider=all"),
          Map.entry("tous les fournisseurs", "provider=all"),
          Map.entry("lm studio", "runtime=lmstudio"),
          Map.entry("24/7", "hours=730"),
          Map.entry("how many gpus", "gpus=8"),
          Map.entry("which gpus", "gpus=8"),
          Map.entry("what gpus", "gpus=8"),
          Map.entry("combien de gpu", "gpus=8"),
          Map.entry("combien de gpus", "gpus=8"),
          Map.entry("how many users", ""),
          Map.entry("how many concurrent users", ""),
          Map.entry("many concurrent users", ""),
          Map.entry("combien d'utilisateurs", ""),
          Map.entry("fastest", "rank=speed"),
          Map.entry("currently on", "vs"),
          Map.entry("currently using", "vs"),
          Map.entry("currently running on", "vs"),
          Map.entry("instead of", "vs"),
          Map.entry("au lieu de", "vs"),
          Map.entry("we use", "vs"),
          Map.entry("i use", "vs"),
          Map.entry("now on", "vs"),
          Map.entry("today on", "vs"),
          Map.entry("per user", ""),
          Map.entry("how fast", ""),
          Map.entry("how long", ""),
          Map.entry("dpo", "task=dpo"),
          Map.entry("grpo", "task=grpo"),
          Map.entry("ppo", "task=ppo"),
          Map.entry("rlhf", "task=rlhf"),
          Map.entry("je paie", "vs"),
          Map.entry("nous payons", "vs"),
          Map.entry("on paie", "vs"),
          Map.entry("tokens per second", ""),
          Map.entry("max context", ""),
          Map.entry("maximum context", ""),
          Map.entry("longest context", ""),
          Map.entry("context length", ""),
          Map.entry("how much context", ""),
          Map.entry("le moins cher", ""),
          Map.entry("la moins chère", ""),
          Map.entry("moins cher", ""),
          Map.entry("par utilisateur", ""),
          Map.entry("i pay", "vs"),
          Map.entry("we pay", "vs"),
          Map.entry("currently paying", "vs"),
          Map.entry("actuellement sur", "vs"));

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
          tokyo singapore australia brazil region regions gdpr dollars usd gbp pounds chf yen
          spot preemptible interruptible reserved committed commitment contract yearly annual
          monthly weekly daily discount cheap cheapest budget max under below less allemagne
          irlande royaume-uni inde japon région rgpd réservé annuel mensuel moins sous\
          """);

  /** Work of other kinds: an answer that leaves them out is about something else. */
  static final Set<String> OTHER_WORK =
      words(
          """
          dpo grpo ppo orpo kto rlhf rl rlvr pretrain pretraining pre-train pre-training scratch
          quantize quantizing distill distillation embed embeddings speculative draft eagle mtp\
          """);

  private Sayings() {}

  private static Set<String> words(String text) {
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
}
