package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.lower;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a line says of hardware that is no question of whether a model fits. */
record RunningNow(Settings settings, Arguments arguments) {

  private static final Set<String> NOW =
      Sayings.words("now currently today already actuellement aujourd'hui déjà");
  private static final Set<String> SAVING =
      Sayings.words(
          "savings save saving cheaper alternative alternatives instead less switch"
              + " replace migrate upgrade remplacer migrer économiser économies moins mieux"
              + " better");
  private static final Set<String> BETWEEN = Set.of("between", "entre");
  private static final Set<String> AND = Set.of("and", "et");
  private static final Set<String> VERSUS = Sayings.words("vs versus contre compare or ou");
  private static final Set<String> FOR_A =
      Sayings.words("for on pour sur a an the un une each our my");
  static final Set<String> BEFORE_PRICE =
      Sayings.words(
          "at for à pour @ costs costing cost coûte coûtant is us me nous which that qui"
              + " priced facturée facturé louée loué rented billed (");
  private static final Set<String> ON = Set.of("on", "sur");
  private static final Set<String> WITH_A =
      Sayings.words(
          "with avec a an un une gives give gave offers offered quotes quoted sells rents me us nous"
              + " propose loue facture");
  static final Set<String> ARTICLES = Sayings.words("a an the un une our nos");

  /**
   * {@code we run llama-3.1-8b on g5.xlarge right now, any savings?}: what it runs on is what is
   * paid for; {@code the difference between an L4 and an A10} is one against the other.
   */
  void rewrite(List<String> words) {
    boolean now = Sayings.isAnyOf(NOW, words);
    boolean saving = Sayings.isAnyOf(SAVING, words);
    if (Sayings.isAnyOf(BETWEEN, words)) {
      words.replaceAll(word -> Sayings.isOneOf(AND, word) ? "vs" : word);
    }
    RentedWords rented = new RentedWords(settings, arguments);
    new Comparisons(settings).rewrite(words);
    new Moves(settings, this).rewrite(words);
    if (!new Quotes(settings, this).rewrite(words)) {
      priced(words);
    }
    for (int at = 0; now && saving && at < words.size() - 1; at++) {
      if (Sayings.isOneOf(ON, words.get(at))) {
        int article = PhraseWords.behind(words, at + 1, ARTICLES);
        if (article < words.size() && rented.isRented(words.get(article))) {
          words.set(at, "vs");
        }
      }
    }
  }

  /**
   * {@code an L4 at 0.80 $/h for mistral 7b}: whoever says what a card costs him pays it, or could.
   */
  private void priced(List<String> words) {
    boolean said = words.stream().anyMatch(word -> VERSUS.contains(lower(word)) || isSetting(word));
    boolean model = words.stream().anyMatch(this::isPartOfModel);
    for (int at = 0; !said && model && at < words.size() - 1; at++) {
      List<String> rest = words.subList(at, words.size());
      int name = new HardwareWords(settings).lengthOfRented(rest);
      int price = name == 0 ? 0 : PhraseWords.behind(words, at + name, BEFORE_PRICE);
      price = name > 0 && !isPaid(words, price) ? priceBehind(words, at + name) : price;
      int amount = at > 0 && isLimit(words.get(at - 1)) ? 0 : lengthOfPaid(words, at);
      int owner = amount > 0 ? lengthOfOwner(words, at + amount) : 0; // 1200 €/mois chez ovh pour
      int card = amount == 0 ? 0 : PhraseWords.behind(words, at + amount + owner, FOR_A);
      int paid =
          card == 0
              ? 0
              : new HardwareWords(settings).lengthOfRented(words.subList(card, words.size()));
      if (name > 0 && isPaid(words, price)) {
        words.subList(at + name, price).clear();
        words.add(at + name, "at");
      } else if (paid > 0) {
        int end = card + paid;
        words.subList(end, end + lengthOfOwner(words, end)).clear();
        words.subList(at + amount, card).clear();
        words.add(at + amount, "for");
      } else if (name == 0 || !pricedApart(words, at + name)) {
        continue;
      }
      words.add(at, "vs");
      withoutProvider(words, at);
      return;
    }
  }

  private static final Pattern BEHIND_PRICED =
      Pattern.compile("(?i)at|@|à|costs?|costing|coûte|is|us|me|nous");

  /**
   * {@code on g5.12xlarge for llama 3.1 8b at $5.67/h}: what is said to be paid for some time, in a
   * line where it can be for nothing else. It is put behind the card.
   */
  private boolean pricedApart(List<String> words, int end) {
    for (int at = end + 1; at < words.size(); at++) {
      int length = BEHIND_PRICED.matcher(words.get(at - 1)).matches() ? lengthOfPaid(words, at) : 0;
      if (length > 0 && !isLimit(PhraseWords.at(words, at - 2))) {
        List<String> price = new ArrayList<>(words.subList(at, at + length));
        words.subList(at - 1, at + length).clear();
        words.addAll(end, price);
        words.add(end, "at");
        return true;
      }
    }
    return false;
  }

  /**
   * Behind words of no number, of which one says that it is a price: {@code on aws costing $2/h}.
   */
  int priceBehind(List<String> words, int from) {
    boolean said = false;
    for (int at = from; at < Math.min(from + 5, words.size()); at++) {
      if (said && isPaid(words, at)) {
        return at;
      }
      if (isLimit(words.get(at)) && !words.get(at).matches("(?i)to|de|à")
          || lower(words.get(at)).matches("less|moins|up")
          || isPartOfModel(words.get(at))
          || words.get(at).chars().anyMatch(Character::isDigit)) {
        break;
      }
      said |= BEFORE_PRICE.contains(lower(words.get(at))) && !isLimitWord(words.get(at));
    }
    return from;
  }

  /**
   * {@code our azure A100 is $3.67/h}, {@code on lambda with a GH200}: whose what runs now is says
   * nothing of what to rent.
   */
  private void withoutProvider(List<String> words, int at) {
    int before = at - 1;
    while (before > 0 && WITH_A.contains(lower(words.get(before)))) {
      before--;
    }
    String word = before < 0 ? "" : words.get(before);
    boolean letters = word.length() > 2 && word.chars().allMatch(Character::isLetter);
    if (letters && !Everyday.isOne(word) && settings.reads(RentingParameters.PROVIDERS, word)) {
      words.remove(before);
    }
  }

  /** {@code on azure}, {@code at lambda labs}: how many words say whose it is. */
  private int lengthOfOwner(List<String> words, int at) {
    int most = PhraseWords.at(words, at).matches("chez|at|with|to|on|à|from|via") ? 2 : 0;
    for (int length = Math.min(most, words.size() - at - 1); length > 0; length--) {
      String name = String.join(" ", words.subList(at + 1, at + 1 + length));
      if (settings.reads(RentingParameters.PROVIDERS, name)) {
        return 1 + length;
      }
    }
    return 0;
  }

  boolean isPaid(List<String> words, int at) {
    return lengthOfPaid(words, at) > 0;
  }

  /** How many words are an amount of money for some time. */
  int lengthOfPaid(List<String> words, int at) {
    if (at >= words.size() || !NumberType.looksLikeNumber(words.get(at))) {
      return 0;
    }
    List<String> behind = words.subList(at + 1, words.size());
    int units = new RentedWords(settings, arguments).unitsBehind(words.get(at), behind);
    String amount = String.join(" ", words.subList(at, at + 1 + units));
    return NumberType.isMoney(amount) && !NumberType.isPrice(amount) ? 1 + units : 0;
  }

  private static boolean isLimitWord(String word) {
    return Sayings.LIMITS.length(List.of(word), 0) > 0;
  }

  static boolean isLimit(String word) {
    return isLimitWord(word) || lower(word).matches("than|to|de|à|most");
  }

  private static boolean isSetting(String word) {
    return word.matches("(?i)(?:offers?|vs|current|card)=.*") || word.indexOf('@') > 0;
  }

  /** A number of a model's name: without one, nothing is to run. */
  private boolean isPartOfModel(String word) {
    return settings.models().knows(word);
  }

  /** {@code a GPU with 141 GB}: of no model, and of nothing that runs. */
  static boolean isHardwareAlone(List<String> words, Set<String> models, Set<String> running) {
    return Sayings.isAnyOf(Sayings.GPUS, words)
        && words.stream().anyMatch(word -> word.matches("(?i)[0-9]{2,4}(gb|go|gib)"))
        && words.stream()
            .noneMatch(word -> Sayings.isOneOf(models, word) || Sayings.isOneOf(running, word));
  }
}
