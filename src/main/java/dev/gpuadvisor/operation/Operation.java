package dev.gpuadvisor.operation;

import dev.gpuadvisor.csv.Csv;
import dev.gpuadvisor.http.Accept;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.parameter.TableFormat;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.question.Selected;
import dev.gpuadvisor.question.Tabular;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that the API does: a reader of questions, and what answers them.
 *
 * @param id names it in the OpenAPI document and in message files, {@code recommend}
 * @param methods of HTTP that ask for it; with POST the parameters are in the body
 * @param path with the names of its variable parts in braces
 * @param answerSchema name of the schema of what it answers
 * @param example a query string that shows it
 * @param mediaTypes of what it answers, the usual one first
 */
public record Operation<Q>(
    String id,
    List<Method> methods,
    String path,
    Reader<Q> reader,
    Answer<Q> answer,
    String answerSchema,
    String example,
    List<String> mediaTypes)
    implements Endpoint {

  private static final List<String> JSON = List.of("application/json");
  private static final Fault FIELDS_OF_TABLE =
      Fault.of(LookupParameters.FIELDS.name(), "", Msg.Fault.fieldsOfTable());

  /** Does the work. */
  public interface Answer<Q> {
    /**
     * @throws dev.gpuadvisor.problem.ProblemException where the caller got something wrong
     */
    Content to(Q question, Call call);
  }

  /** An operation that answers JSON, as nearly all do. */
  public static <Q> Operation<Q> get(String id, String path, Reader<Q> reader, Answer<Q> answer) {
    return new Operation<>(id, List.of(Method.GET), path, reader, answer, "", "", JSON);
  }

  /**
   * The same, which can also be had as a table.
   *
   * @param table writes it
   */
  Operation<Tabular<Q>> orTable(Questions questions, Answer<Q> table) {
    return new Operation<>(
        id,
        methods,
        path,
        questions.tabular(reader),
        (asked, call) -> {
          boolean csv =
              asked.format().orElseGet(() -> preferred(call.request())) == TableFormat.CSV;
          if (csv && call.kept().isPresent()) {
            throw new ProblemException(Problem.invalid(List.of(FIELDS_OF_TABLE)));
          }
          return (csv ? table : answer).to(asked.question(), call).with(Accept.VARY);
        },
        answerSchema,
        example,
        List.of(JSON.get(0), Csv.TYPE));
  }

  /** The same, of whose answer callers may keep the fields that they name. */
  public Operation<Selected<Q>> orFields(Questions questions) {
    return new Operation<>(
        id,
        methods,
        path,
        questions.selecting(reader, AnswerSchemas.fields(answerSchema)),
        (asked, call) -> answer.to(asked.question(), call.keeping(asked.kept())),
        answerSchema,
        example,
        mediaTypes);
  }

  private static TableFormat preferred(ApiRequest request) {
    boolean csv = Accept.quality(request, "text/csv") > Accept.quality(request, JSON.get(0));
    return csv ? TableFormat.CSV : TableFormat.JSON;
  }

  public Operation<Q> orPost() {
    List<Method> both = List.of(Method.GET, Method.POST);
    return new Operation<>(id, both, path, reader, answer, answerSchema, example, mediaTypes);
  }

  /** What it is asked is too long for a query. */
  public Operation<Q> onlyPost() {
    List<Method> post = List.of(Method.POST);
    return new Operation<>(id, post, path, reader, answer, answerSchema, example, mediaTypes);
  }

  public Operation<Q> answers(String schema) {
    return new Operation<>(id, methods, path, reader, answer, schema, example, mediaTypes);
  }

  public Operation<Q> forExample(String query) {
    return new Operation<>(id, methods, path, reader, answer, answerSchema, query, mediaTypes);
  }

  public Operation<Q> in(List<String> types) {
    return new Operation<>(id, methods, path, reader, answer, answerSchema, example, types);
  }

  public List<Parameter<?>> parameters() {
    return reader.parameters();
  }

  /** Whether its answer can stand in a document that is JSON itself. */
  boolean answersJson() {
    return mediaTypes.containsAll(JSON);
  }

  /** The name of the schema of what it answers in one of its media types. */
  String schema(String mediaType) {
    return answersJson() && !JSON.contains(mediaType) ? "Text" : answerSchema;
  }

  /**
   * Answers a set of arguments, whatever they came in.
   *
   * @throws dev.gpuadvisor.problem.ProblemException with all that the caller got wrong
   */
  public Content answer(Arguments arguments, ApiRequest request, LocalDate today) {
    Reader.Read<Q> read = reader.read(arguments);
    return answer.to(
        read.question(),
        new Call(request, today, read.language(), read.readAs(), Optional.empty()));
  }
}
