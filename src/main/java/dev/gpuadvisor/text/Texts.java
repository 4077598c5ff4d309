package dev.gpuadvisor.text;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The texts of all languages. They are read and held against each other when this class is
 * initialised, which a native build does: a sentence that one language lacks breaks the build.
 */
public final class Texts {

  private static final Map<Language, Texts> ALL = load();

  private final Map<String, Template> templates;
  private final Notation notation;

  private Texts(Map<String, Template> templates, Notation notation) {
    this.templates = templates;
    this.notation = notation;
  }

  public static Texts in(Language language) {
    return ALL.get(language);
  }

  /**
   * @throws IllegalArgumentException where the message names a text or a value that does not exist
   */
  public String write(Message message) {
    StringBuilder text = new StringBuilder(160);
    write(message, text);
    return text.toString();
  }

  private void write(Message message, StringBuilder to) {
    Template template = templates.get(message.key());
    if (template == null) {
      throw new IllegalArgumentException("no text '" + message.key() + "'");
    }
    template.write(message, this, to);
  }

  /** The keys of all texts; the same in every language. */
  Set<String> keys() {
    return templates.keySet();
  }

  void write(Message.Value value, StringBuilder to) {
    if (value.kind() == Message.Kind.MESSAGE) {
      write((Message) value.content(), to);
    } else {
      notation.write(value, to);
    }
  }

  /** Whether a number takes the singular. */
  boolean isOne(Message.Value value) {
    return notation.isOne(
        value.content() instanceof Long count
            ? BigDecimal.valueOf(count)
            : (BigDecimal) value.content());
  }

  private static Map<Language, Texts> load() {
    Map<Language, Texts> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Notation notation = Notation.of(language);
      all.put(language, new Texts(MessageFile.read(language, notation), notation));
    }
    MessageFile.requireSameTexts(all.get(Language.EN).templates, all.get(Language.FR).templates);
    return all;
  }
}
