package dev.gpuadvisor.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text with places for values, {@code "{percent} more expensive than {offer}"}, and forms that a
 * number chooses, {@code "{count|one fault|# faults}"}. It stays one text, and is taken apart
 * whenever it is written: there are hundreds of them in memory, and a dozen in an answer.
 */
record Template(String text) {

  /**
   * @param text as in a message file, with the kinds of its values or without
   * @throws IllegalArgumentException where a brace is left open
   */
  static Template parse(String text) {
    Template template = new Template(withoutKinds(text));
    template.nameSet();
    return template;
  }

  /** Kinds are for those who write the code: {@code {used:percent}} becomes {@code {used}}. */
  private static String withoutKinds(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int open = plain.indexOf("{"); open >= 0; open = plain.indexOf("{", open + 1)) {
      int end = open + 1;
      while (end < plain.length() && Character.isLetterOrDigit(plain.charAt(end))) {
        end++;
      }
      int after = end;
      while (after < plain.length() && "|}".indexOf(plain.charAt(after)) < 0) {
        after++;
      }
      plain.delete(end, after);
    }
    return plain.toString();
  }

  Set<String> nameSet() {
    Set<String> names = new TreeSet<>();
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      names.add(text.substring(open + 1, nameEnd(open, close(open))));
    }
    return names;
  }

  void write(Message message, Texts texts, StringBuilder to) {
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = close(open);
      int nameEnd = nameEnd(open, close);
      to.append(text, from, open);
      Message.Value value = value(message, open + 1, nameEnd);
      if (nameEnd == close) {
        texts.write(value, to);
      } else {
        StringBuilder number = new StringBuilder();
        texts.write(value, number);
        to.append(form(nameEnd, close, texts.isOne(value)).replace("#", number));
      }
      from = close + 1;
    }
    to.append(text, from, text.length());
  }

  /** One of the two forms between a name and the end of its braces. */
  private String form(int nameEnd, int close, boolean one) {
    int between = text.indexOf('|', nameEnd + 1);
    return one ? text.substring(nameEnd + 1, between) : text.substring(between + 1, close);
  }

  private int nameEnd(int open, int close) {
    int forms = text.indexOf('|', open);
    return forms < 0 || forms > close ? close : forms;
  }

  private int close(int open) {
    int close = text.indexOf('}', open);
    if (close < 0) {
      throw new IllegalArgumentException("a brace is left open in '" + text + "'");
    }
    return close;
  }

  /** The value whose name stands between two places of the text. */
  private Message.Value value(Message message, int from, int end) {
    List<Message.Value> values = message.values();
    for (int i = 0; i < values.size(); i++) {
      String name = values.get(i).name();
      if (name.length() == end - from && text.startsWith(name, from)) {
        return values.get(i);
      }
    }
    throw new IllegalArgumentException(
        "'" + message.key() + "' wants a value '" + text.substring(from, end) + "'");
  }
}
