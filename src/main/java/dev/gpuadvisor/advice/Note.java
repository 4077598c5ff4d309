package dev.gpuadvisor.advice;

import dev.gpuadvisor.text.Message;

/**
 * Something that the caller should know besides.
 *
 * @param code for programs, {@code price_age}
 */
public record Note(String code, Message text) {

  static Note of(String code, Message text) {
    return new Note(code, text);
  }
}
