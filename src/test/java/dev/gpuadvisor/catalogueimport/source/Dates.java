package dev.gpuadvisor.catalogueimport.source;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The day of what answers write as a point of time. */
final class Dates {

  private static final int DAY = "2026-11-25".length();

  private Dates() {}

  static Optional<LocalDate> day(String text) {
    try {
      return text.length() < DAY
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, DAY)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Of a price that is announced, and not in force yet. */
  static boolean isLater(String text) {
    return day(text).filter(day -> day.isAfter(LocalDate.now(ZoneOffset.UTC))).isPresent();
  }
}
