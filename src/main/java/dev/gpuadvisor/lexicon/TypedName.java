package dev.gpuadvisor.lexicon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model's name in its parts: {@code qwen2.5-14b-instruct} is qwen, 2.5, 14b, instruct. Parts are
 * compared whole, so that {@code 4b} is not found in {@code 14b}.
 */
record TypedName(List<String> parts) {

  private static final Pattern PART = Pattern.compile("[a-z]{2,}|[a-z]?[0-9][0-9a-z.]*|[a-z]");
  private static final Pattern SIZE =
      Pattern.compile("a?[0-9]+(?:\\.[0-9]+)?[bm]|[0-9]+x[0-9]+(?:\\.[0-9]+)?b");
  private static final Pattern VERSION = Pattern.compile("v?([0-9]{1,2}(?:\\.[0-9]{1,2})?)");

  /** Tokenizer that most published models carry and nobody types. */
  private static final Set<String> OF_COURSE = Set.of("instruct", "chat", "it", "hf");

  static TypedName of(String name) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(name.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return new TypedName(List.copyOf(parts));
  }

  /** The same, with the words that other names have, too: for names that are kept. */
  TypedName shared() {
    return new TypedName(parts.stream().map(String::intern).toList());
  }

  /** Whether a word could be part of any name: all its letters are of those that names have. */
  static boolean isPlain(String word) {
    return !of(word).parts.isEmpty()
        && word.codePoints().filter(Character::isLetterOrDigit).allMatch(c -> c < 128);
  }

  boolean contains(TypedName words) {
    return !words.parts.isEmpty() && parts.containsAll(words.parts);
  }

  /** Whether it says how large the model is. */
  boolean hasSize() {
    return parts.stream().anyMatch(part -> SIZE.matcher(part).matches());
  }

  boolean hasFamily() {
    return parts.stream().anyMatch(TypedName::isWord);
  }

  /** How many words it has that were not asked for: each makes it another kind of model. */
  long otherWords(TypedName asked) {
    return parts.stream()
        .filter(part -> isWord(part) && !OF_COURSE.contains(part) && !asked.parts.contains(part))
        .count();
  }

  long otherParts(TypedName asked) {
    return parts.stream().filter(part -> !asked.parts.contains(part)).count();
  }

  /** The generation of the family; 0 where the name has none. */
  BigDecimal version() {
    return parts.stream()
        .map(VERSION::matcher)
        .filter(Matcher::matches)
        .map(matcher -> new BigDecimal(matcher.group(1)))
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private static boolean isWord(String part) {
    return part.length() > 1 && part.chars().allMatch(Character::isLetter);
  }
}
