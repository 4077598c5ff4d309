package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a line names two models, of which an answer could be about one. */
record TwoModels(Settings settings) {

  private static final Pattern SIZE =
      Pattern.compile("(?:.*[^0-9a-z.])?([0-9]{1,4}(?:\\.[0-9]{1,2})?b)(?:[^0-9a-z].*)?");
  private static final Set<String> BETWEEN =
      Sayings.words("and or vs versus et ou contre + & / against");

  /** Two sizes, or two names with a word between them. */
  Optional<Doubt> of(List<String> words) {
    for (int at = 1; at < words.size() - 1; at++) {
      if (Sayings.isOneOf(BETWEEN, words.get(at))) {
        Optional<String> left = before(words.subList(0, at));
        Optional<String> right = behind(words.subList(at + 1, words.size()));
        if (left.isPresent() && right.isPresent() && differ(left.get(), right.get())) {
          return Optional.of(two(left.get(), right.get()));
        }
      }
    }
    Optional<Doubt> named = named(words);
    if (named.isPresent()) {
      return named;
    }
    List<String> sized = sized(words);
    return sized.size() > 1 ? Optional.of(two(sized.get(0), sized.get(1))) : Optional.empty();
  }

  /** {@code phi-4, gemma 3 27b}: whole names side by side that are none together. */
  private Optional<Doubt> named(List<String> words) {
    for (int from = 0; from < words.size() - 1; from++) {
      for (int at = from + 1; at < Math.min(from + 5, words.size()); at++) {
        List<String> left = words.subList(from, at);
        int most = Math.min(4, words.size() - at);
        for (int length = most; length > 0 && isNamed(left); length--) {
          List<String> right = words.subList(at, at + length);
          if (isNamed(right) && !isModel(words.subList(from, at + length))) {
            return Optional.of(two(String.join(" ", left), String.join(" ", right)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isNamed(List<String> name) {
    return settings.models().named(name).isPresent() && hasFamily(name);
  }

  /** The names of the catalogue: what was typed is no line to copy. */
  private Doubt two(String first, String second) {
    List<String> ids =
        List.of(first, second).stream().flatMap(name -> id(name).stream()).distinct().toList();
    return new Doubt(
        Msg.Slack.doubtTwoModels(Doubt.shown(first), Doubt.shown(second)),
        ids,
        ids.stream().findFirst());
  }

  private Optional<String> id(String name) {
    return settings.models().find(List.of(name.split(" "))).one().map(Model::id);
  }

  /** Names that stand side by side, each with the size that ends it. */
  private List<String> sized(List<String> words) {
    List<String> found = new ArrayList<>();
    List<String> sizes = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (!settings.models().knows(word) || word.indexOf('=') >= 0) {
        from = at + 1;
        continue;
      }
      Matcher size = SIZE.matcher(word.toLowerCase(Locale.ROOT));
      boolean amount =
          at + 1 < words.size() && words.get(at + 1).matches("(?i)(tok|jeton|param).*");
      List<String> name = words.subList(from, at + 1);
      boolean named = size.matches() && !amount && hasFamily(name);
      if (named && !sizes.contains(size.group(1)) && id(String.join(" ", name)).isPresent()) {
        found.add(String.join(" ", name));
        sizes.add(size.group(1));
        from = at + 1;
      }
    }
    return found;
  }

  private static boolean hasFamily(List<String> name) {
    return name.stream().anyMatch(word -> word.matches("(?i)[a-z]{2,}.*"));
  }

  private static boolean differ(String left, String right) {
    return !left.equalsIgnoreCase(right);
  }

  /** The longest name of a model that the words end in. */
  private Optional<String> before(List<String> words) {
    for (int from = Math.max(0, words.size() - 5); from < words.size(); from++) {
      List<String> name = words.subList(from, words.size());
      if (isModel(name)) {
        return Optional.of(String.join(" ", name));
      }
    }
    return Optional.empty();
  }

  /** A model, or the other size of the one before. */
  private Optional<String> behind(List<String> words) {
    if (words.get(0).matches("(?i)[0-9.]{1,5}b")) {
      return Optional.of(words.get(0));
    }
    for (int to = Math.min(5, words.size()); to > 0; to--) {
      if (isModel(words.subList(0, to))) {
        return Optional.of(String.join(" ", words.subList(0, to)));
      }
    }
    return Optional.empty();
  }

  /** Near names are only looked for where all words are of names. */
  private boolean isModel(List<String> name) {
    if (!hasFamily(name) || !name.stream().allMatch(settings.models()::knows)) {
      return false;
    }
    return settings.models().find(name).one().isPresent();
  }
}
