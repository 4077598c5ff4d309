package dev.gpuadvisor.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the message files say, to tell which language a text is in. */
final class Sentences {

  /** What is shorter also stands in names, or in words that both languages have. */
  private static final int LEAST_LENGTH = 12;

  private static final Properties EN = read("en");
  private static final Properties FR = read("fr");
  private static final Set<String> ONLY_EN = parts(EN, FR);
  private static final Set<String> ONLY_FR = parts(FR, EN);
  private static final List<String> KEYS = EN.stringPropertyNames().stream().sorted().toList();

  private Sentences() {}

  static List<String> keys() {
    return KEYS;
  }

  /** Parts of sentences that the other language does not have. */
  static Set<String> onlyIn(String language) {
    return language.equals("en") ? ONLY_EN : ONLY_FR;
  }

  private static Set<String> parts(Properties own, Properties other) {
    String others = other.values().stream().map(Object::toString).collect(Collectors.joining("|"));
    Set<String> parts =
        own.values().stream()
            .flatMap(text -> Stream.of(text.toString().split("\\{[a-zA-Z]+}")))
            .map(String::strip)
            .filter(part -> part.length() >= LEAST_LENGTH && !others.contains(part))
            .collect(Collectors.toCollection(HashSet::new));
    // Both languages are offered under their own names.
    parts.removeIf(part -> part.contains("Français") || part.contains("English"));
    return parts;
  }

  private static Properties read(String language) {
    Properties texts = new Properties();
    try (InputStream in =
        Sentences.class.getResourceAsStream("/messages/" + language + ".properties")) {
      texts.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
