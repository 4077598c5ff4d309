package dev.gpuadvisor.catalog.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days as the catalogue writes them, {@code 2025-11-25}. The JDK's reader of dates knows formats,
 * calendars and zones, for which a function that reads a file at its start would pay.
 */
final class IsoDate {

  private IsoDate() {}

  static Optional<LocalDate> read(String text) {
    boolean formed = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    int year = formed ? number(text, 0, 4) : -1;
    int month = formed ? number(text, 5, 7) : -1;
    int day = formed ? number(text, 8, 10) : -1;
    if (year < 0 || month < 0 || day < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of June
    }
  }

  /** -1 where something is no digit. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
