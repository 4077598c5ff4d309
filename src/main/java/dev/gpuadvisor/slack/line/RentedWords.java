package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.PaidName;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.PriceParameters;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Takes the names of offers and cards out of a line; they may be of several words. */
record RentedWords(Settings settings, Arguments arguments) {

  private static final int MOST_WORDS = 5;
  private static final Set<String> PAID_FOR = Set.of("for", "on", "pour", "sur");

  /** Whether what runs now is asked for, whose price may stand behind it. */
  static boolean isCurrent(Parameter<?> parameter) {
    return parameter.equals(RentingParameters.CURRENT);
  }

  /** {@code vs a10g@1.00}. */
  void takeCurrent(List<String> words, Set<String> versus) {
    for (int at = indexOf(words, versus); at >= 0; at = indexOf(words, versus)) {
      words.remove(at);
      List<String> after = words.subList(at, words.size());
      boolean model =
          !after.isEmpty()
              && Character.isLetter(after.get(0).charAt(0))
              && settings.models().knows(after.get(0))
              && lengthOfName(after, this::isRented) == 0;
      if (!after.isEmpty() && !model) {
        int length = lengthOfCurrent(after);
        int place = lengthOfPlace(after, length);
        List<String> name = after.subList(0, length);
        current(String.join(" ", name));
        if (place > 0) { // a price, and what it is paid for
          current(String.join(" ", after.subList(length + 1, length + 1 + place)));
        }
        after.subList(0, place > 0 ? length + 1 + place : length).clear();
      }
    }
  }

  /** {@code $1.20/h for an A10G}: how many words behind "for" are what is paid for. */
  private int lengthOfPlace(List<String> words, int price) {
    boolean said =
        price + 1 < words.size()
            && Sayings.isOneOf(PAID_FOR, words.get(price))
            && NumberType.isMoney(String.join(" ", words.subList(0, price)));
    return said ? lengthOfName(words.subList(price + 1, words.size()), this::isRented) : 0;
  }

  /** {@code an A10G at $1.20/h}: how many words are "at" and a price. */
  private int lengthOfPaid(List<String> words, int name) {
    if (name + 1 >= words.size() || !PaidName.isBeforePrice(words.get(name))) {
      return 0;
    }
    int units = unitsBehind(words.get(name + 1), words.subList(name + 2, words.size()));
    String price = String.join(" ", words.subList(name + 1, name + 2 + units));
    return NumberType.isMoney(price) ? 2 + units : 0;
  }

  /** {@code a10g@1.00}: what runs now, and what is paid for it; either may stand alone. */
  void current(String typed) {
    Optional<PaidName> paid = PaidName.of(typed);
    if (paid.isPresent()) {
      arguments.add(RentingParameters.CURRENT.name(), paid.get().name());
      arguments.add(RentingParameters.CURRENT_PRICE_PER_HOUR.name(), paid.get().price());
    } else if (typed.startsWith("@") || isPriceAlone(typed)) {
      String price = typed.startsWith("@") ? typed.substring(1).strip() : typed;
      arguments.add(RentingParameters.CURRENT_PRICE_PER_HOUR.name(), price);
    } else {
      arguments.add(RentingParameters.CURRENT.name(), typed);
    }
  }

  private boolean isPriceAlone(String typed) {
    return !typed.chars().allMatch(Character::isDigit) // a card may be called by its number
        && !settings.reads(RentingParameters.CURRENT, typed)
        && settings.reads(RentingParameters.CURRENT_PRICE_PER_HOUR, typed);
  }

  /** Up to the price and its unit, else as many as are a name. */
  private int lengthOfCurrent(List<String> words) {
    for (int i = 0; i < Math.min(MOST_WORDS, words.size()); i++) {
      int at = words.get(i).indexOf('@');
      if (at >= 0) {
        return i
            + 1
            + unitsBehind(words.get(i).substring(at + 1), words.subList(i + 1, words.size()));
      }
    }
    int length = lengthOfName(words, this::isRented);
    return length > 0
        ? length + lengthOfPaid(words, length)
        : 1 + unitsBehind(words.get(0), words.subList(1, words.size()));
  }

  /** Words of an offer of one's own, {@code 2x RTX 3090 at 0.40/h}: up to its price. */
  int lengthOfOffer(String value, List<String> behind) {
    if (value.indexOf(' ') > 0) {
      return 0; // all of it, as it was put together
    }
    int bought = behind.indexOf("bought");
    if (bought >= 0 && bought < MOST_WORDS) {
      int end =
          bought + 2 < behind.size() && behind.get(bought + 2).equals("over")
              ? bought + 5
              : bought + 2;
      boolean power =
          end + 1 < behind.size()
              && behind.get(end).equals("at")
              && behind.get(end + 1).endsWith("/kwh");
      return Math.min(behind.size(), power ? end + 2 : end);
    }
    for (int i = -1; i < Math.min(MOST_WORDS, behind.size() - 1); i++) {
      String word = i < 0 ? value : behind.get(i);
      int at = word.indexOf('@');
      if (at >= 0) {
        return i + 1 + unitsBehind(word.substring(at + 1), behind.subList(i + 1, behind.size()));
      }
      if (PaidName.isBeforePrice(word)) {
        return i + 2 + unitsBehind(behind.get(i + 1), behind.subList(i + 2, behind.size()));
      }
    }
    return settings.lengthOfRest(List.of(PriceParameters.OWN_OFFERS), value, behind);
  }

  int unitsBehind(String price, List<String> behind) {
    return settings.lengthOfRest(List.of(RentingParameters.CURRENT_PRICE_PER_HOUR), price, behind);
  }

  /** Everything before "for"; without one, as long as there are offers. */
  void takeOffers(List<String> words, Set<String> between, Parameter<?> parameter) {
    int end = indexOf(words, between);
    List<String> offers = words.subList(0, end < 0 ? words.size() : end);
    for (int length = lengthOfName(offers, this::isOffer);
        end < 0 ? length > 0 : !offers.isEmpty();
        length = lengthOfName(offers, this::isOffer)) {
      List<String> name = offers.subList(0, Math.max(1, length));
      arguments.add(parameter.name(), String.join(" ", name));
      name.clear();
    }
    words.removeIf(word -> Sayings.isOneOf(between, word));
  }

  /** {@code on g5.xlarge}, where it can be said. */
  void takePlace(List<String> words, Set<String> before, Parameter<?> parameter) {
    for (int at = words.size() - 2; at >= 0; at--) {
      List<String> after = words.subList(at + 1, words.size());
      int length =
          settings.parameters().contains(parameter) && Sayings.isOneOf(before, words.get(at))
              ? lengthOfName(after, name -> settings.reads(parameter, name))
              : 0;
      if (length > 0) {
        arguments.add(parameter.name(), String.join(" ", after.subList(0, length)));
        words.subList(at, at + 1 + length).clear();
        return;
      }
    }
  }

  private static int lengthOfName(List<String> words, Predicate<String> isName) {
    for (int length = Math.min(MOST_WORDS, words.size()); length > 0; length--) {
      if (isName.test(String.join(" ", words.subList(0, length)))) {
        return length;
      }
    }
    return 0;
  }

  private boolean isOffer(String name) {
    return settings.reads(LookupParameters.OFFERS, name);
  }

  boolean isRented(String name) {
    return settings.reads(RentingParameters.CURRENT, name);
  }

  private static int indexOf(List<String> words, Set<String> any) {
    for (int i = 0; i < words.size(); i++) {
      if (Sayings.isOneOf(any, words.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
