package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.ReadAs;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.unlisted.Hub;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * From what a caller gave to a typed question, or to all its faults at once. Every surface that
 * answers the same question shares its reader, which is the only way to one: nobody can forget to
 * look for faults.
 *
 * <p>{@code new Reader<>(catalog, lexicon, hub, parameters, inputs ->
 * Optional.of(inputs.value(CONTEXT)))}
 */
public final class Reader<Q> {

  private final Catalog catalog;
  private final Lexicon lexicon;
  private final Hub hub;
  private final List<Parameter<?>> parameters;
  private final Reading<Q> reading;

  /** Makes the question. */
  public interface Reading<Q> {
    /**
     * @return empty where something is faulty; the inputs then have the faults. What is returned
     *     when they have any is thrown away, so that it may be made of defaults.
     */
    Optional<Q> read(Inputs inputs);
  }

  /**
   * A question as it was understood.
   *
   * @param language that it was asked in
   * @param readAs what of it was not written as the API writes it
   */
  public record Read<Q>(Q question, Language language, List<ReadAs> readAs) {}

  /**
   * @param catalog that questions are about
   * @param lexicon of its names
   * @param hub that knows the names of other models
   * @param parameters all that may be given
   */
  public Reader(
      Catalog catalog,
      Lexicon lexicon,
      Hub hub,
      List<Parameter<?>> parameters,
      Reading<Q> reading) {
    this.catalog = catalog;
    this.lexicon = lexicon;
    this.hub = hub;
    this.parameters = List.copyOf(parameters);
    this.reading = reading;
  }

  /** Without a hub. */
  public Reader(
      Catalog catalog, Lexicon lexicon, List<Parameter<?>> parameters, Reading<Q> reading) {
    this(catalog, lexicon, Hub.OFF, parameters, reading);
  }

  public List<Parameter<?>> parameters() {
    return parameters;
  }

  /**
   * The same question with something more that may be said of it.
   *
   * @param more parameters
   * @param read what they say; it finds its faults whatever those of the question are
   * @param join makes one of both
   */
  public <M, R> Reader<R> with(
      List<Parameter<?>> more, Function<Inputs, M> read, BiFunction<Q, M, R> join) {
    return new Reader<>(
        catalog,
        lexicon,
        hub,
        Stream.concat(parameters.stream(), more.stream()).toList(),
        inputs -> {
          M said = read.apply(inputs);
          return reading.read(inputs).map(question -> join.apply(question, said));
        });
  }

  /** What texts are read by in a language. */
  public Vocabulary vocabulary(Language language) {
    return new Vocabulary(catalog, lexicon, language);
  }

  /** In the language that the arguments name. */
  public Read<Q> read(Arguments arguments) {
    return read(arguments, Inputs.language(arguments));
  }

  /**
   * @param language that numbers are written in
   * @throws ProblemException with every fault, where there is one
   */
  public Read<Q> read(Arguments arguments, Language language) {
    boolean exact = Scene.exact(arguments);
    Inputs inputs =
        Inputs.read(arguments, parameters, new Vocabulary(catalog, lexicon, language, hub, exact));
    Optional<Q> question = reading.read(inputs);
    inputs.requireValid();
    return new Read<>(question.orElseThrow(), language, inputs.readAs());
  }
}
