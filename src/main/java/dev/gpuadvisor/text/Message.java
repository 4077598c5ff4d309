package dev.gpuadvisor.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence before it has a language: the key of its text, and the values that go into it.
 *
 * @param key as in the message files
 * @param values by the names that stand in braces in the text
 */
public record Message(String key, List<Value> values) {

  /** A named value; what kind it is decides how each language writes it. */
  public record Value(String name, Kind kind, Object content) {}

  /** How a value is written. */
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

  public static Message of(String key) {
    return new Message(key, List.of());
  }

  public Message word(String name, String word) {
    return with(name, Kind.WORD, word);
  }

  public Message words(String name, List<String> words) {
    return with(name, Kind.WORDS, words);
  }

  public Message count(String name, long count) {
    return with(name, Kind.COUNT, count);
  }

  public Message number(String name, BigDecimal number) {
    return with(name, Kind.NUMBER, number);
  }

  public Message usd(String name, BigDecimal usd) {
    return with(name, Kind.USD, usd);
  }

  public Message decimal(String name, BigDecimal number) {
    return with(name, Kind.DECIMAL, number);
  }

  public Message percent(String name, BigDecimal percent) {
    return with(name, Kind.PERCENT, percent);
  }

  public Message gib(String name, long bytes) {
    return with(name, Kind.GIB, bytes);
  }

  public Message date(String name, LocalDate date) {
    return with(name, Kind.DATE, date);
  }

  public Message message(String name, Message message) {
    return with(name, Kind.MESSAGE, message);
  }

  private Message with(String name, Kind kind, Object content) {
    List<Value> more = new ArrayList<>(values.size() + 1);
    more.addAll(values);
    more.add(new Value(name, kind, content));
    return new Message(key, more);
  }
}
