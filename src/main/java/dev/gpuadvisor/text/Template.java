package dev.gpuadvisor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text with places for values, {@code "{percent} dearer than {offer}"}, taken apart once.
 *
 * @param literals one more than there are names: what stands before, between and behind them
 * @param names of the values, in the order of the text
 */
record Template(List<String> literals, List<String> names) {

  static Template parse(String text) {
    List<String> literals = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("a brace is left open in '" + text + "'");
      }
      literals.add(text.substring(from, open));
      names.add(text.substring(open + 1, close));
      from = close + 1;
    }
    literals.add(text.substring(from));
    return new Template(List.copyOf(literals), List.copyOf(names));
  }

  Set<String> nameSet() {
    return new TreeSet<>(names);
  }

  void write(Message message, Texts texts, StringBuilder to) {
    for (int i = 0; i < names.size(); i++) {
      to.append(literals.get(i)).append(texts.write(value(message, names.get(i))));
    }
    to.append(literals.get(names.size()));
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
