package dev.gpuadvisor.slack;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.NoteCode;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.ReadAs;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.RunnableModel;
import dev.gpuadvisor.launch.Launches;
import dev.gpuadvisor.launch.Started;
import dev.gpuadvisor.parameter.LoadParameters;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.ComparedOffers;
import dev.gpuadvisor.question.EstimateQuestion;
import dev.gpuadvisor.question.LaunchQuestion;
import dev.gpuadvisor.question.ModelList;
import dev.gpuadvisor.question.OfferList;
import dev.gpuadvisor.question.OfferQuestion;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.slack.line.LenientReading;
import dev.gpuadvisor.slack.line.LineWriter;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.slack.line.Verb;
import dev.gpuadvisor.slack.message.ComparisonMessage;
import dev.gpuadvisor.slack.message.Controls;
import dev.gpuadvisor.slack.message.EstimateMessage;
import dev.gpuadvisor.slack.message.FormMessage;
import dev.gpuadvisor.slack.message.HelpMessage;
import dev.gpuadvisor.slack.message.HistoryMessage;
import dev.gpuadvisor.slack.message.LaunchMessage;
import dev.gpuadvisor.slack.message.Links;
import dev.gpuadvisor.slack.message.ListMessages;
import dev.gpuadvisor.slack.message.MessageBuilder;
import dev.gpuadvisor.slack.message.RecommendationMessage;
import dev.gpuadvisor.slack.message.RecommendationMessage.NextLines;
import dev.gpuadvisor.slack.message.RunningMessage;
import dev.gpuadvisor.slack.message.SlackMessage;
import dev.gpuadvisor.slack.message.State;
import dev.gpuadvisor.story.HistoryStory;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From a request to its message: the same questions to the same advisor as the API's. */
final class Answers {

  private static final int GPUS_OF_A_SERVER = 8;
  private static final String MORE_GPUS = Integer.toString(GPUS_OF_A_SERVER);
  private static final Parameter<?> MEMORY = LookupParameters.MIN_MEMORY_GIB;
  private static final String A100 = "80";
  private static final String HIGH = "high";
  private static final Set<NoteCode> FORBIDDEN =
      Set.of(NoteCode.NOTHING_ALLOWED, NoteCode.TARGET_MISSED);
  private static final List<Parameter<?>> CONDITIONS =
      List.of(
          RentingParameters.BUDGET_PER_HOUR,
          RentingParameters.BUDGET_PER_MONTH,
          RentingParameters.MIN_SUPPLY,
          RentingParameters.MIN_TOKENS_PER_SECOND,
          LoadParameters.MAX_FIRST_TOKEN_SECONDS,
          LoadParameters.MAX_SECONDS_PER_TOKEN);

  private final Request request;
  private final State state;
  private final Context context;
  private final boolean all;
  private final Questions questions;
  private final LocalDate today;
  private final MessageBuilder page;

  /**
   * @param state the command as it was typed, and what the message takes the place of
   * @param all whether all offers are shown, or those that matter
   */
  Answers(Request request, State state, Context context, boolean all) {
    this.request = request;
    this.state = state;
    this.context = context;
    this.all = all;
    this.questions = context.questions();
    this.today = context.today();
    this.page = new MessageBuilder(Texts.in(request.language()), state.command());
  }

  SlackMessage message() {
    if (!request.doubts().isEmpty()) {
      return HelpMessage.of(page, request.doubts());
    }
    try {
      return switch (request.verb()) {
        case RECOMMEND, TUNE -> recommend();
        case FIT -> fit();
        case COMPARE -> compare();
        case LIST_OFFERS -> offers();
        case LIST_MODELS -> models();
        case HISTORY -> history();
        case LAUNCH -> launch();
        case FORM ->
            FormMessage.of(
                page, with(line(request).orElse(Verb.FORM.shown())), request.arguments());
        case HELP ->
            HelpMessage.help(
                page,
                questions.recommendation().parameters(),
                Stream.of(Verb.LAUNCH, Verb.FIT)
                    .flatMap(verb -> verb.parameters(questions).stream())
                    .distinct()
                    .toList(),
                String.join(" ", request.arguments().get(LookupParameters.SEARCH.name())));
      };
    } catch (ProblemException e) {
      List<Doubt> doubts =
          e.problem().faults().stream()
              .map(fault -> LenientReading.doubt(fault, parameters()))
              .toList();
      return HelpMessage.of(page, doubts);
    }
  }

  private SlackMessage recommend() {
    LenientReading<Question> read = read(questions.recommendation());
    Recommendation recommendation = Advisor.recommend(read.question(), today);
    Optional<String> again = line(read.asked());
    NextLines next =
        new NextLines(
            again,
            otherwise(read.asked(), recommendation),
            new Links(context.base()),
            read.asked());
    Optional<Controls> controls =
        again
            .filter(line -> !request.shared())
            .map(line -> new Controls(with(line), read.asked(), all));
    return new RecommendationMessage(page, new Story(recommendation, today), next, controls)
        .message(request.shared());
  }

  /** On the card that is named; without one, what it takes anywhere. */
  private SlackMessage fit() {
    LenientReading<EstimateQuestion> read = read(questions.estimate());
    EstimateQuestion asked = read.question();
    if (asked.card().isEmpty()) {
      Optional<String> next = line(read.asked().as(Verb.RECOMMEND));
      return EstimateMessage.of(page, asked, next, request.shared());
    }
    List<Note> told = ReadAs.notes(read.readAs());
    return new Fits(questions, request)
        .message(page, asked, today, told, line(request))
        .message(request.shared());
  }

  private State with(String line) {
    return new State(state.command(), line, state.turn());
  }

  /** Where nothing is recommended: the same without what forbids it, or with more GPUs. */
  private Optional<String> otherwise(Request asked, Recommendation recommendation) {
    if (recommendation.picks().recommended().isPresent()) {
      return Optional.empty();
    }
    boolean forbidden =
        recommendation.notes().stream().anyMatch(note -> FORBIDDEN.contains(note.code()));
    return forbidden
        ? line(asked.without(CONDITIONS))
        : Optional.of(recommendation.question().constraints().maxGpus())
            .filter(gpus -> gpus < GPUS_OF_A_SERVER)
            .flatMap(gpus -> line(asked.with(RentingParameters.MAX_GPUS, MORE_GPUS)));
  }

  private Optional<String> line(Request asked) {
    return LineWriter.write(asked, questions, context.byDefault());
  }

  private SlackMessage models() {
    ModelList asked = read(questions.models()).question();
    return asked
        .hardware()
        .map(
            on ->
                new RunningMessage(page, on)
                    .message(RunnableModel.of(asked.models(), on), request.shared()))
        .orElseGet(() -> ListMessages.models(page, asked, nearest(asked), request.shared()));
  }

  private List<String> nearest(ModelList asked) {
    return asked.models().isEmpty()
        ? questions.lexicon().typed().nearest(asked.search())
        : List.of();
  }

  private SlackMessage offers() {
    LenientReading<OfferList> read = read(questions.offers());
    Request asked = read.asked();
    boolean byMemory = asked.arguments().names().contains(MEMORY.name());
    Optional<String> fewer =
        line(byMemory ? asked.with(RentingParameters.MIN_SUPPLY, HIGH) : asked.with(MEMORY, A100));
    return ListMessages.offers(page, read.question().on(today), request.shared(), today, fewer);
  }

  private SlackMessage history() {
    OfferQuestion asked = read(questions.offer()).question();
    return HistoryMessage.of(
        page, new HistoryStory(asked.offer(), asked.list(), today), request.shared());
  }

  private SlackMessage launch() {
    LenientReading<LaunchQuestion> read = read(questions.launch());
    Started started = Launches.start(read.question(), today, Texts.in(request.language()));
    return LaunchMessage.of(
        page,
        started,
        new NextLines(
            line(read.asked()), Optional.empty(), new Links(context.base()), read.asked()),
        request.shared());
  }

  private SlackMessage compare() {
    LenientReading<ComparedOffers> read = read(questions.comparison());
    ComparedOffers asked = read.question();
    Comparison comparison = Advisor.compare(asked.question(), asked.offers(), today);
    return new ComparisonMessage(page, comparison, today, line(read.asked()))
        .message(request.shared());
  }

  private <Q> LenientReading<Q> read(Reader<Q> reader) {
    LenientReading<Q> read = LenientReading.read(request, reader);
    page.remarks(read.remarks());
    return read;
  }

  private List<Parameter<?>> parameters() {
    return request.verb().parameters(questions);
  }
}
