package dev.gpuadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Asks a question and tells what comes back, in the form that the line wants. */
record Reply(CommandLine line, CommandQuestion question, Responder advisor, Output output) {

  private static final String FORMAT = Parameters.TABLE_FORMAT.name();
  private static final String FIELDS = LookupParameters.FIELDS.name();
  private static final String CSV = "csv";
  private static final int OK = 200;
  private static final int SERVERS_FAULT = 500;

  /** Told apart from what goes wrong when an answer is written. */
  static final class UnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String why) {
      super(why);
    }
  }

  /**
   * @throws UnreachableException where no advisor answers
   * @throws WrongLineException where the answer cannot be had in that form
   */
  Status tell() throws IOException {
    if (line.has(CommandOption.BUDGET_CHECK)) {
      return check(BudgetCheck.of(question.without(Set.of(FIELDS))));
    }
    ApiResponse response =
        ask(question.without(isTable() ? Set.of(FORMAT, FIELDS) : Set.of(FIELDS)));
    if (response.status() != OK) {
      return refuse(response);
    }
    Optional<ApiResponse> other = otherForm();
    return other.isEmpty() || other.get().status() == OK
        ? answer(response, other)
        : refuse(other.get());
  }

  /** What is not read from the whole answer. */
  private Optional<ApiResponse> otherForm() throws UnreachableException {
    if (isTable() && question.hasTable()) {
      return Optional.of(ask(question.with(FORMAT, CSV)));
    }
    return hasFields() ? Optional.of(ask(question)) : Optional.empty();
  }

  private boolean hasFields() {
    return question.arguments().names().contains(FIELDS);
  }

  private boolean isTable() {
    return line.has(CommandOption.CSV)
        || question.hasTable() && question.arguments().get(FORMAT).contains(CSV);
  }

  private ApiResponse ask(CommandQuestion asked) throws UnreachableException {
    try {
      return advisor.ask(asked.request());
    } catch (IOException e) {
      throw new UnreachableException(e.getMessage());
    }
  }

  private static Node read(ApiResponse response) throws UnreachableException {
    try {
      return Node.read(response.body());
    } catch (IOException e) {
      throw new UnreachableException("HTTP " + response.status());
    }
  }

  private Status answer(ApiResponse response, Optional<ApiResponse> other) throws IOException {
    if (question.command() == Command.REPORT) {
      output.tell(question.remarks());
      output.print(response.body());
      return Status.ANSWERED;
    }
    Node answer = read(response);
    byte[] written = other.isPresent() ? other.get().body() : written(response, answer);
    output.tell(question.remarks());
    output.print(written);
    return Status.of(question.command(), answer);
  }

  private byte[] written(ApiResponse response, Node answer) {
    return line.has(CommandOption.JSON) ? response.body() : text(answer).getBytes(UTF_8);
  }

  private String text(Node answer) {
    if (isTable()) {
      return FlatTable.of(answer);
    }
    Optional<String> file = line.value(CommandOption.FILE);
    if (file.isPresent()) {
      return FilesView.file(answer, file.get())
          .orElseThrow(
              () ->
                  new WrongLineException(Msg.Cli.noSuchFile(file.get()), FilesView.names(answer)));
    }
    Page page = output.page();
    new AnswerView(page, output.figures()).show(question.command(), answer);
    return page.toString();
  }

  private Status check(BudgetCheck check) throws IOException {
    ApiResponse free = ask(check.withoutBudget());
    if (free.status() != OK) {
      return refuse(free);
    }
    ApiResponse bound = ask(check.question());
    if (bound.status() != OK) {
      return refuse(bound);
    }
    Node answer = read(free);
    boolean within = BudgetCheck.isWithin(answer, read(bound));
    output.tell(question.remarks());
    if (line.has(CommandOption.JSON)) {
      output.print(free.body());
    } else {
      Page page = output.page();
      page.text(checked(check, answer, within));
      output.print(page.toString());
    }
    return within ? Status.ANSWERED : Status.NOTHING_FITS;
  }

  private Message checked(BudgetCheck check, Node answer, boolean within) {
    Node pick = answer.at("picks.recommended");
    if (!pick.isPresent()) {
      return Msg.Slack.headlineNothing(answer.at("workload.model").text());
    }
    Figures figures = output.figures();
    String price = check.price(pick, figures);
    return within
        ? Msg.Cli.withinBudget(figures.worker(pick), price)
        : Msg.Cli.overBudget(figures.worker(pick), price);
  }

  /** A problem document; with {@code --json} it is handed on as it came. */
  private Status refuse(ApiResponse response) throws IOException {
    if (line.has(CommandOption.JSON)) {
      output.print(response.body());
    } else {
      Page page = output.aside();
      new FaultsView(page).show(read(response));
      output.tell(page);
    }
    return response.status() >= SERVERS_FAULT ? Status.NOT_ANSWERED : Status.WRONG_QUESTION;
  }
}
