package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Constraints;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.RankBy;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
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
    facts.add(report.point("fact.date", Message.of("report.date").date("date", report.today())));
    Task task = report.question().task();
    facts.add(report.point("fact.model", task.model().huggingFaceId()));
    facts.add(report.point("fact.parameters", parameters(task.model())));
    facts.add(report.point("fact.workload", load(task)));
    adapters(task).ifPresent(adapters -> facts.add(report.point("fact.adapters", adapters)));
    facts.add(report.point("fact.quantizations", quantizations()));
    List<String> conditions = conditions(report.question().constraints());
    if (!conditions.isEmpty()) {
      facts.add(report.point("fact.conditions", String.join(", ", conditions)));
    }
    facts.add(report.point("fact.prices", lists()));
    return facts;
  }

  private List<DocumentBlock> inShort(Picks.Pick pick) {
    String what = report.write(rent(report, pick.assessment()));
    String why = report.write(pick.reason());
    return List.of(new DocumentBlock.Paragraph(report.point("in_short", what + " " + why)));
  }

  /** What to rent, and what it costs. */
  static Message rent(Report report, Assessment assessment) {
    return Message.of("report.rent")
        .word("offer", report.name(assessment))
        .word("format", Wording.format(assessment.quantization()))
        .message("hour", Wording.perHour(assessment.price()))
        .message("month", Wording.perMonth(assessment, report.question()));
  }

  private static Message parameters(Model model) {
    Message all = Message.of("report.parameters").number("all", billions(model.parameters()));
    return model.activeParameters() == model.parameters()
        ? all
        : Message.of("report.parameters_of_experts")
            .number("all", billions(model.parameters()))
            .number("active", billions(model.activeParameters()));
  }

  private static BigDecimal billions(long parameters) {
    return BigDecimal.valueOf(parameters).divide(BILLION, 1, RoundingMode.HALF_UP);
  }

  private static Message load(Task task) {
    if (task instanceof Tuning tuning) {
      return Message.of("report.tuned")
          .word("method", tuning.method().name().toLowerCase(Locale.ROOT))
          .count("length", tuning.sequenceLength())
          .count("batch", tuning.batch());
    }
    Workload workload = (Workload) task;
    boolean usual = workload.kvCache() == KvCacheType.BF16;
    Message load =
        Message.of(usual ? "report.served" : "report.served_with_cache")
            .count("context", workload.tokens().context())
            .count("output", workload.tokens().outputTokens())
            .count("users", workload.tokens().concurrency())
            .word("runtime", workload.runtime().id());
    return usual ? load : load.word("cache", workload.kvCache().name().toLowerCase(Locale.ROOT));
  }

  private static Optional<Message> adapters(Task task) {
    Adapters adapters =
        task instanceof Workload workload ? workload.adapters() : ((Tuning) task).adapters();
    return adapters.rank() == 0
        ? Optional.empty()
        : Optional.of(
            Message.of("report.adapters")
                .count("count", adapters.count())
                .count("rank", adapters.rank()));
  }

  private String quantizations() {
    List<String> names = report.question().quantizations().stream().map(Wording::format).toList();
    return String.join(", ", names);
  }

  /** Of several lists the date stands with the source, as does one that is not certain. */
  private String lists() {
    List<PriceList> lists = report.question().priceLists();
    if (lists.size() > 1 || !lists.get(0).isDateVerified()) {
      return String.join(", ", lists.stream().map(PriceList::name).toList());
    }
    PriceList list = lists.get(0);
    return report.write(
        Message.of("report.list_of").word("list", list.name()).date("date", list.asOf()));
  }

  /** Those that the caller set; what is usual goes without saying. */
  private List<String> conditions(Constraints constraints) {
    List<Message> set = new ArrayList<>();
    money(constraints, set);
    if (constraints.minSupply() != Supply.UNKNOWN) {
      Message supply = Reasons.supply(constraints.minSupply());
      set.add(Message.of("report.supply_at_least").message("supply", supply));
    }
    if (constraints.maxGpus() > 1) {
      set.add(Message.of("report.gpus_at_most").count("gpus", constraints.maxGpus()));
    }
    constraints
        .minTokensPerSecond()
        .ifPresent(least -> set.add(Message.of("report.speed_at_least").number("speed", least)));
    if (constraints.rankBy() != RankBy.PRICE) {
      String rank = constraints.rankBy().name().toLowerCase(Locale.ROOT);
      set.add(Message.of("report.ranked_by_" + rank));
    }
    return set.stream().map(report::write).toList();
  }

  private static void money(Constraints constraints, List<Message> set) {
    constraints
        .budget()
        .perHour()
        .ifPresent(usd -> set.add(Message.of("report.at_most_an_hour").usd("usd", usd)));
    constraints
        .budget()
        .perMonth()
        .ifPresent(usd -> set.add(Message.of("report.at_most_a_month").usd("usd", usd)));
    BigDecimal hours = constraints.hoursPerMonth();
    if (hours.compareTo(Price.HOURS_PER_MONTH) != 0) {
      set.add(Message.of("report.hours").number("hours", hours.stripTrailingZeros()));
    }
  }
}
