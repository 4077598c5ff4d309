package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
import static dev.gpuadvisor.slack.line.PhraseWords.behind;
import static dev.gpuadvisor.slack.line.PhraseWords.lower;

import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose offers, with what to serve, and where, by their names: {@code on aws}, {@code in eu}. */
record PlaceWords(Settings settings) {

  private static final Pattern SIDED =
      Pattern.compile(
          "(us|eu|ap|ca|sa|europe|asia)-(north|south|east|west|central|northeast|southeast)");

  private static final Pattern REGION =
      Pattern.compile(
          "(?:us|eu|ap|ca|sa|me|af|il|mx|europe|asia|australia|northamerica|southamerica|africa)"
              + "-(?:gov-)?(?:north|south|east|west|central)(?:east|west)?-?[0-9]{1,2}");

  /** Providers that are words of other things. */
  private static final Set<String> OTHER_MEANING =
      Sayings.words(
          "nvidia beam salad thunder latitude genesis voltage snowflake nebula lium"
              + " alibaba tencent databricks");

  private static final Set<String> EITHER = Set.of("or", "and", "ou", "et");

  /** Behind these, {@code us} are the people who ask. */
  private static final Set<String> BEFORE_PEOPLE =
      Sayings.words(
          "quoted quotes offered offers sold sells rents cost costs for of let tell give gives charges help to run set charge");

  /** Before what is not wanted, which may be several. */
  private static final Set<String> NOT =
      Sayings.words(
          "not no but except without excluding exclude avoid avoiding outside pas sauf sans hors"
              + " éviter exclure");

  private static final Set<String> BEFORE_NOT =
      Sayings.words(
          "anything anywhere anyone any all everything everywhere everyone tout tous partout"
              + " provider providers region cloud");

  private static final Set<String> BEFORE_EXCLUDED =
      Sayings.words("on in from of by via the using de d' du sur en aux à chez with le la les l'");

  /** The shortest name of a place that needs no word before it. */
  private static final int SHORTEST_ALONE = 5;

  /** Whoever says where, or on which market, takes any provider that sells so. */
  static void lookEverywhere(Settings settings, Arguments arguments) {
    boolean picky =
        !arguments.get(RentingParameters.REGION.name()).isEmpty()
            || !arguments.get(RentingParameters.MARKET.name()).isEmpty();
    boolean open = arguments.get(RentingParameters.PROVIDERS.name()).isEmpty();
    if (picky && open && settings.parameters().contains(RentingParameters.PROVIDERS)) {
      arguments.add(RentingParameters.PROVIDERS.name(), ProviderName.ALL);
    }
  }

  /**
   * @param before the word that stands before them
   */
  Optional<Written> written(List<String> words, String before) {
    int start = Sayings.ON.contains(at(words, 0)) || Sayings.IN.contains(at(words, 0)) ? 1 : 0;
    start = at(words, start).matches("r[eé]gion") ? start + 1 : start;
    for (int length = Math.min(2, words.size() - start); length > 0; length--) {
      String name = withoutArticle(String.join(" ", words.subList(start, start + length)));
      if (length == 1 && Sayings.RUNTIMES.contains(lower(name)) && isTaken("runtime")) {
        return Written.of(start + 1, "runtime=" + name);
      }
      if (isProvider(name, start > 0)) {
        return Written.of(start + length, "provider=" + name.replace(" ", "-"));
      }
      boolean said = start > 0 && at(words, start - 1).matches("r[eé]gion");
      boolean region = at(words, start + length).matches("r[eé]gion");
      if ((region || said || length == 1) && isNamedAsRegion(name)
          || (region || said) && isPlace(name)) {
        return Written.of(start + length + (region ? 1 : 0), "region=" + name.replace(" ", "-"));
      }
      boolean people = name.equals("us") && BEFORE_PEOPLE.contains(before);
      if (people && length == 1 && start == 0) {
        return Written.of(1);
      }
      boolean there =
          Sayings.IN.contains(at(words, 0)) || length == 1 && isRegion(name) || isKnownAlone(name);
      if (there && !people && isPlace(name)) {
        return withOther(words, start + length, name.replace(" ", "-"));
      }
    }
    return Optional.empty();
  }

  /** {@code anything but aws or gcp}, {@code not in the us}: where not to look. */
  Optional<Written> without(List<String> words) {
    if (at(words, 0).startsWith("non-")) { // non-aws
      String name = excluded(List.of(words.get(0).substring("non-".length())), 0, 1);
      return name.isEmpty() ? Optional.empty() : Written.of(1, name);
    }
    int not = behind(words, 0, BEFORE_NOT);
    boolean but = not > 0 && at(words, not).equals("but"); // anything but aws
    if (!but && !NOT.contains(at(words, not)) || not > 2) {
      return Optional.empty();
    }
    List<String> excluded = new ArrayList<>();
    int end = not;
    for (int next = not + 1; next < words.size(); ) {
      int start = behind(words, next, BEFORE_EXCLUDED);
      boolean said = excluded.isEmpty() || EITHER.contains(at(words, next - 1));
      if (!said && start > next || NOT.contains(at(words, next))) {
        break; // anything but an A10G on aws: there it is to be
      }
      int length = Math.min(2, words.size() - start);
      while (length > 0 && excluded(words, start, length).isEmpty()) {
        length--;
      }
      if (length <= 0) {
        break;
      }
      String name = excluded(words, start, length);
      boolean only = at(words, start + length).matches("only|uniquement|seulement");
      if (only || !said && !isOfKind(name, excluded.get(0))) {
        break; // no A100, us only
      }
      excluded.add(name);
      end = start + length;
      next = EITHER.contains(at(words, end)) ? end + 1 : end;
    }
    return excluded.isEmpty()
        ? but ? Written.of(not + 1, "except") : Optional.empty() // of nobody knows what
        : Optional.of(new Written(end, excluded));
  }

  private static boolean isOfKind(String setting, String other) {
    int end = setting.indexOf('=');
    return other.startsWith(setting.substring(0, end + 1));
  }

  private String excluded(List<String> words, int start, int length) {
    String name = String.join("-", words.subList(start, start + length));
    String spaced = name.replace('-', ' ');
    if (isProvider(spaced, true)) {
      return "provider=not-" + name;
    }
    if (isPlace(spaced)) {
      return "region=not-" + name;
    }
    boolean card = isTaken("card") && isCard(words.subList(start, start + length));
    return card ? "card=not-" + name : "";
  }

  /** A card, or what many are called; no amount of memory, and no model. */
  private boolean isCard(List<String> words) {
    String name = String.join(" ", words);
    return words.stream()
            .noneMatch(
                word ->
                    HardwareWords.isMemory(word)
                        || LineReader.isFiller(word)
                        || word.matches("[0-9]{1,2}"))
        && words.stream()
            .noneMatch(
                word ->
                    Character.isLetter(word.charAt(0))
                        && !word.equalsIgnoreCase("nvidia")
                        && settings.models().knows(word))
        && settings.reads(RentingParameters.CARDS, name);
  }

  /** {@code in Germany or France}: two places. */
  private Optional<Written> withOther(List<String> words, int length, String place) {
    int next = behind(words, length + 1, Sayings.IN);
    String other = withoutArticle(at(words, next));
    return EITHER.contains(at(words, length)) && isPlace(other)
        ? Written.of(next + 1, "region=" + place, "region=" + other)
        : Written.of(length, "region=" + place);
  }

  /** {@code l'UE}. */
  private static String withoutArticle(String name) {
    return name.replaceFirst("^[lL]'", "");
  }

  private boolean isTaken(String name) {
    return !settings.named(name).isEmpty();
  }

  /** Without a word before it, only what could be no part of a model's name. */
  private boolean isProvider(String name, boolean said) {
    return name.length() > 2
        && name.chars().allMatch(c -> Character.isLetter(c) || " .-".indexOf(c) >= 0)
        && isTaken("provider")
        && !Everyday.isOne(name)
        && (said || !settings.models().knows(name))
        && (settings.reads(RentingParameters.PROVIDERS, name) || isUncovered(name));
  }

  /** Whose offers are not listed: to be told so. */
  private boolean isUncovered(String name) {
    return name.length() > 3
        && name.indexOf(' ') < 0
        && !Sayings.isOneOf(OTHER_MEANING, name)
        && settings.vocabulary().lexicon().provider(name)
            instanceof Reading.NotCovered<List<PriceList>>;
  }

  /** {@code us-east-1}, {@code eu}: nothing else is written so. */
  private static boolean isRegion(String name) {
    return name.matches("[a-z]{2,}-[a-z]+-?[0-9]")
        || SIDED.matcher(name).matches()
        || Sayings.PLACES.contains(lower(name));
  }

  /** What only a region is called, whether or not anything is rented there: to be told so. */
  private boolean isNamedAsRegion(String name) {
    return isTaken("region") && REGION.matcher(lower(name)).matches();
  }

  /** {@code germany}: which no sentence has for anything else, and no model is called. */
  private boolean isKnownAlone(String name) {
    return name.length() >= SHORTEST_ALONE
        && name.chars().noneMatch(Character::isDigit)
        && !settings.models().knows(name);
  }

  /** Codes of countries are words of sentences, too: {@code in my}. */
  private boolean isPlace(String name) {
    boolean sided = SIDED.matcher(name).matches(); // to be asked which
    return isTaken("region")
        && (sided
            || !(Everyday.isOne(name) && name.equals(lower(name)))
                && settings.reads(RentingParameters.REGION, name));
  }
}
