package dev.gpuadvisor.text;

import java.util.Locale;

/** The languages that answers are written in. */
public enum Language {
  EN,
  FR;

  /** As HTML and callers write it, {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
