package dev.gpuadvisor.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows by its words what kind of uncovered thing a name is of. */
final class UncoveredNames {

  /** What kind of thing was expected; {@code arc} is a GPU and no model. */
  enum Scope {
    CARD,
    MODEL,
    RUNTIME,
    FORMAT,
    PROVIDER
  }

  private record Rule(Uncovered kind, List<List<String>> names) {
    boolean matches(List<String> words) {
      return names.stream().anyMatch(name -> name.stream().allMatch(part -> occurs(part, words)));
    }

    private static boolean occurs(String part, List<String> words) {
      boolean first = part.startsWith("^");
      String word = first ? part.substring(1) : part;
      List<String> among = first ? words.subList(0, Math.min(1, words.size())) : words;
      return among.stream().anyMatch(each -> is(word, each));
    }

    private static boolean is(String pattern, String word) {
      if (pattern.equals("*")) {
        return true;
      }
      if (pattern.endsWith("*")) {
        return word.startsWith(pattern.substring(0, pattern.length() - 1));
      }
      return pattern.startsWith("*") ? word.endsWith(pattern.substring(1)) : word.equals(pattern);
    }
  }

  private final Map<Scope, List<Rule>> rules = new EnumMap<>(Scope.class);

  private UncoveredNames() {}

  static UncoveredNames read() {
    UncoveredNames names = new UncoveredNames();
    for (String line : Resource.lines("uncovered.txt")) {
      String[] parts = line.split(";");
      Scope scope = Scope.valueOf(parts[0].toUpperCase(Locale.ROOT));
      Uncovered kind = Uncovered.valueOf(parts[1].toUpperCase(Locale.ROOT));
      List<List<String>> words =
          Arrays.stream(parts[2].split(" ")).map(name -> List.of(name.split("\\+"))).toList();
      names.rules.computeIfAbsent(scope, none -> new ArrayList<>()).add(new Rule(kind, words));
    }
    return names;
  }

  Optional<Uncovered> kind(Scope scope, String text) {
    List<String> words = Spelling.words(text);
    return rules.getOrDefault(scope, List.of()).stream()
        .filter(rule -> rule.matches(words))
        .map(Rule::kind)
        .findFirst();
  }
}
