package dev.gpuadvisor.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A release of a runtime, by its numbers: {@code 0.16.1}, or {@code b4700}, which is one number.
 * What follows the numbers, as in {@code 0.26.1rc1.dev608}, does not count.
 *
 * @param numbers never empty
 */
public record Version(List<Integer> numbers) implements Comparable<Version> {

  private static final int MOST_DIGITS = 6;
  private static final int MOST_NUMBERS = 4;

  public Version {
    numbers = List.copyOf(numbers);
  }

  /** Empty where the text does not begin with a number, after {@code v} or {@code b} at most. */
  public static Optional<Version> parse(String text) {
    int at = text.startsWith("v") || text.startsWith("b") ? 1 : 0;
    List<Integer> numbers = new ArrayList<>();
    while (numbers.size() < MOST_NUMBERS) {
      int end = at;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      if (end == at || end - at > MOST_DIGITS) {
        break;
      }
      numbers.add(Integer.parseInt(text.substring(at, end)));
      if (end == text.length() || text.charAt(end) != '.') {
        break;
      }
      at = end + 1;
    }
    return numbers.isEmpty() ? Optional.empty() : Optional.of(new Version(numbers));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Numbers that are not there are 0: 0.16 is 0.16.0. */
  @Override
  public int compareTo(Version other) {
    int length = Math.max(numbers.size(), other.numbers.size());
    for (int i = 0; i < length; i++) {
      int order = Integer.compare(number(i), other.number(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** As it is written, without a letter before it: {@code 0.16}, {@code 4700}. */
  public String dotted() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  private int number(int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }
}
