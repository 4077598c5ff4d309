package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Takes the names of offers and cards out of a line; they may be of several words. */
record RentedWords(Arguments arguments) {

  private static final int MOST_WORDS = 5;

  /** {@code vs a10g@1.00}. */
  void takeCurrent(List<String> words, Set<String> versus) {
    for (int at = indexOf(words, versus); at >= 0; at = indexOf(words, versus)) {
      words.remove(at);
      List<String> after = words.subList(at, words.size());
      if (!after.isEmpty()) {
        List<String> name = after.subList(0, lengthOfCurrent(after));
        Setting.current(String.join(" ", name))
            .forEach(given -> arguments.add(given.parameter().name(), given.text()));
        name.clear();
      }
    }
  }

  /** Up to the word that carries the price, else as many as are a name. */
  private static int lengthOfCurrent(List<String> words) {
    for (int i = 0; i < Math.min(MOST_WORDS, words.size()); i++) {
      if (words.get(i).indexOf('@') > 0) {
        return i + 1;
      }
    }
    return Math.max(1, lengthOfName(words, RentedWords::isRented));
  }

  /** Everything before "for"; without one, as long as there are offers. */
  void takeOffers(List<String> words, Set<String> between) {
    int end = indexOf(words, between);
    List<String> offers = words.subList(0, end < 0 ? words.size() : end);
    for (int length = lengthOfName(offers, RentedWords::isOffer);
        end < 0 ? length > 0 : !offers.isEmpty();
        length = lengthOfName(offers, RentedWords::isOffer)) {
      List<String> name = offers.subList(0, Math.max(1, length));
      arguments.add(Parameters.OFFERS.name(), String.join(" ", name));
      name.clear();
    }
    words.removeIf(word -> between.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static int lengthOfName(List<String> words, Predicate<String> isName) {
    for (int length = Math.min(MOST_WORDS, words.size()); length > 0; length--) {
      if (isName.test(String.join(" ", words.subList(0, length)))) {
        return length;
      }
    }
    return 0;
  }

  private static boolean isOffer(String name) {
    return BundledCatalog.catalog().offers().find(name).isPresent();
  }

  static boolean isRented(String name) {
    return isOffer(name) || BundledCatalog.catalog().cards().find(name).isPresent();
  }

  private static int indexOf(List<String> words, Set<String> any) {
    for (int i = 0; i < words.size(); i++) {
      if (any.contains(words.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }
}
