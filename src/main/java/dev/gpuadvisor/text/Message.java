package dev.gpuadvisor.text;

import java.util.List;

/**
 * A sentence before it has a language: the key of its text, and the values that go into it. Only
 * {@link Msg} makes them, so that each has a text and each text its values.
 */
public final class Message {

  private final String key;
  private final List<Value> values;

  /** A named value; what kind it is decides how each language writes it. */
  public record Value(String name, Kind kind, Object content) {}

  /** How a value is written. {@code GenerateMessages} knows them by these names. */
  public enum Kind {
    /** As it is: names, ids. */
    WORD,
    /** Names in a row, with "and" before the last. */
    WORDS,
    /** A whole number. */
    COUNT,
    /** A decimal number, with the decimals that it has. */
    NUMBER,
    /** Dollars. */
    USD,
    /** A measure, to one decimal. */
    DECIMAL,
    /** A percentage, to one decimal. */
    PERCENT,
    /** Bytes, written in GiB to one decimal. */
    GIB,
    /** A day. */
    DATE,
    /** Another message, in the same language. */
    MESSAGE
  }

  Message(String key, Value... values) {
    this.key = key;
    this.values = List.of(values);
  }

  // A thousand methods of Msg call these, each with a few names and values. They are left out of
  // the image's inlining (NeverInline in pom.xml), where each allocation takes a hundred bytes.

  static Message of(String key) {
    return new Message(key);
  }

  static Message of(String key, Value one) {
    return new Message(key, one);
  }

  static Message of(String key, Value one, Value two) {
    return new Message(key, one, two);
  }

  static Message of(String key, Value one, Value two, Value three) {
    return new Message(key, one, two, three);
  }

  static Message of(String key, Value... values) {
    return new Message(key, values);
  }

  static Value value(String name, Kind kind, Object content) {
    return new Value(name, kind, content);
  }

  static Value value(String name, Kind kind, long content) {
    return new Value(name, kind, content);
  }

  /** The key of its text in the message files. */
  public String key() {
    return key;
  }

  public List<Value> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message message
        && key.equals(message.key)
        && values.equals(message.values);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + values.hashCode();
  }

  @Override
  public String toString() {
    return key + values;
  }
}
