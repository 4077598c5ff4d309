package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.story.LoadStory;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer in two sentences, and what was asked. */
record SummarySection(Report report) {

  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

  List<DocumentBlock> blocks() {
    List<DocumentBlock> blocks = new ArrayList<>();
    blocks.addAll(report.picks().recommended().map(this::inShort).orElseGet(report::outcome));
    blocks.add(new DocumentBlock.Facts(facts()));
    return blocks;
  }

  private List<Point> facts() {
    List<Point> facts = new ArrayList<>();
    facts.add(report.point(Msg.Report.factDate(), Msg.Report.date(report.today())));
    Task task = report.question().task();
    facts.add(report.point(Msg.Report.factModel(), task.model().huggingFaceId()));
    facts.add(report.point(Msg.Report.factParameters(), parameters(task.model())));
    facts.add(report.point(Msg.Report.factWorkload(), carried().orElseGet(() -> load(task))));
    adapters(task)
        .ifPresent(adapters -> facts.add(report.point(Msg.Report.factAdapters(), adapters)));
    facts.add(report.point(Msg.Report.factQuantizations(), quantizations()));
    List<String> conditions = Conditions.of(report.question()).stream().map(report::write).toList();
    if (!conditions.isEmpty()) {
      facts.add(report.point(Msg.Report.factConditions(), String.join(", ", conditions)));
    }
    facts.add(report.point(Msg.Report.factPrices(), lists()));
    return facts;
  }

  private List<DocumentBlock> inShort(Picks.Pick pick) {
    String what = report.write(rent(report, pick.assessment()));
    String why = report.write(pick.reason());
    return List.of(
        new DocumentBlock.Paragraph(report.point(Msg.Report.inShort(), what + " " + why)));
  }

  /** What to rent, and what it costs. */
  static Message rent(Report report, Assessment assessment) {
    return Msg.Report.rent(
        Wording.format(assessment.quantization()),
        Wording.perHour(assessment),
        Wording.perMonth(assessment),
        report.name(assessment));
  }

  private static Message parameters(Model model) {
    Message all = Msg.Report.parameters(billions(model.parameters()));
    return model.activeParameters() == model.parameters()
        ? all
        : Msg.Report.parametersOfExperts(
            billions(model.activeParameters()), billions(model.parameters()));
  }

  private static BigDecimal billions(long parameters) {
    return BigDecimal.valueOf(parameters).divide(BILLION, 1, RoundingMode.HALF_UP);
  }

  /** So many requests, where nobody measured how long one takes. */
  private Optional<Message> carried() {
    String runtime = report.question().task() instanceof Workload task ? task.runtime().id() : "";
    return report
        .question()
        .load()
        .filter(load -> load.measured().isEmpty())
        .map(load -> Msg.Report.carried(LoadStory.rate(load), runtime));
  }

  private static Message load(Task task) {
    if (task instanceof Tuning tuning) {
      return Msg.Report.tuned(
          tuning.batch(), tuning.sequenceLength(), tuning.method().name().toLowerCase(Locale.ROOT));
    }
    Workload workload = (Workload) task;
    boolean usual = workload.kvCache() == KvCacheType.BF16;
    Tokens tokens = workload.tokens();
    String runtime = workload.runtime().id();
    return usual
        ? Msg.Report.served(tokens.context(), tokens.outputTokens(), runtime, tokens.concurrency())
        : Msg.Report.servedWithCache(
            workload.kvCache().name().toLowerCase(Locale.ROOT),
            tokens.context(),
            tokens.outputTokens(),
            runtime,
            tokens.concurrency());
  }

  private static Optional<Message> adapters(Task task) {
    Adapters adapters =
        task instanceof Workload workload ? workload.adapters() : ((Tuning) task).adapters();
    return adapters.rank() == 0
        ? Optional.empty()
        : Optional.of(Msg.Report.adapters(adapters.count(), adapters.rank()));
  }

  private String quantizations() {
    List<String> names = report.question().quantizations().stream().map(Wording::format).toList();
    return String.join(", ", names);
  }

  /** Of several lists the date stands with the source, as does one that is not certain. */
  private String lists() {
    List<PriceList> lists = report.question().sources();
    if (lists.isEmpty()) {
      return report.write(Msg.Report.ownOffers());
    }
    if (lists.size() > 1 || !lists.get(0).isDateVerified() || lists.get(0).isSeenAgain()) {
      return String.join(", ", lists.stream().map(PriceList::name).toList());
    }
    PriceList list = lists.get(0);
    return report.write(Msg.Report.listOf(list.asOf(), list.name()));
  }
}
