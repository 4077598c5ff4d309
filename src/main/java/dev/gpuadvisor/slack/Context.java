package dev.gpuadvisor.slack;

import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import java.time.LocalDate;

/**
 * What all lines of a request are answered by.
 *
 * @param byDefault the language of lines that name none
 * @param base where the API is asked from outside, {@code https://host/stage}; empty if unknown
 */
record Context(Questions questions, Language byDefault, LocalDate today, String base) {}
