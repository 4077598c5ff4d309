package dev.gpuadvisor.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Reads {@code /messages/<language>.properties}. */
final class MessageFile {

  private MessageFile() {}

  static Map<String, Template> read(Language language, Notation notation) {
    String name = "/messages/" + language.code() + ".properties";
    Properties texts = new Properties();
    try (InputStream file = MessageFile.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(file, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Template> templates = new HashMap<>();
    // One string for a key in all languages, and in the code that names it.
    texts.forEach(
        (key, text) ->
            templates.put(
                ((String) key).intern(), Template.parse(notation.punctuate((String) text))));
    return templates;
  }

  static void requireSameTexts(Map<String, Template> one, Map<String, Template> other) {
    requireAll(one, other);
    requireAll(other, one);
  }

  private static void requireAll(Map<String, Template> wanted, Map<String, Template> present) {
    wanted.forEach(
        (key, template) -> {
          Template twin = present.get(key);
          if (twin == null || !twin.nameSet().equals(template.nameSet())) {
            throw new IllegalStateException(
                "messages: '" + key + "' is missing in a language, or has other values there");
          }
        });
  }
}
