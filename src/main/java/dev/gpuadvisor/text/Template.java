package dev.gpuadvisor.text;

import java.util.Set;
import java.util.TreeSet;

/**
 * A text with places for values, {@code "{percent} dearer than {offer}"}. It stays one text, and is
 * taken apart whenever it is written: there are hundreds of them in memory, and a dozen in an
 * answer.
 */
record Template(String text) {

  /**
   * @throws IllegalArgumentException where a brace is left open
   */
  static Template parse(String text) {
    Template template = new Template(text);
    template.nameSet();
    return template;
  }

  Set<String> nameSet() {
    Set<String> names = new TreeSet<>();
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      names.add(text.substring(open + 1, close(open)));
    }
    return names;
  }

  void write(Message message, Texts texts, StringBuilder to) {
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = close(open);
      to.append(text, from, open);
      to.append(texts.write(value(message, text.substring(open + 1, close))));
      from = close + 1;
    }
    to.append(text, from, text.length());
  }

  private int close(int open) {
    int close = text.indexOf('}', open);
    if (close < 0) {
      throw new IllegalArgumentException("a brace is left open in '" + text + "'");
    }
    return close;
  }

  private static Message.Value value(Message message, String name) {
    for (Message.Value value : message.values()) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    throw new IllegalArgumentException("'" + message.key() + "' wants a value '" + name + "'");
  }
}
