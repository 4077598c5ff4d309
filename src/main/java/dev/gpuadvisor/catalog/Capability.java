package dev.gpuadvisor.catalog;

import java.util.Optional;

/** A CUDA compute capability, {@code 8.6}: 10.0 comes after 9.0. */
public record Capability(int major, int minor) implements Comparable<Capability> {

  private static final int LONGEST = 5;

  /** Empty where the text is not two numbers with a point between. */
  public static Optional<Capability> parse(String text) {
    int point = text.indexOf('.');
    if (point < 1 || point == text.length() - 1 || text.length() > LONGEST) {
      return Optional.empty();
    }
    boolean digits =
        text.chars().allMatch(c -> c == '.' || Character.digit(c, 10) >= 0)
            && text.indexOf('.', point + 1) < 0;
    return digits
        ? Optional.of(
            new Capability(
                Integer.parseInt(text.substring(0, point)),
                Integer.parseInt(text.substring(point + 1))))
        : Optional.empty();
  }

  @Override
  public int compareTo(Capability other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
