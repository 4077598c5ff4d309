package dev.gpuadvisor.cli;

import dev.gpuadvisor.story.LoadStory;
import dev.gpuadvisor.story.RunStory;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to rent, why, and what else there is. */
record RecommendationView(Page page, Figures figures) {

  private static final int MOST_FALLBACKS = 5;

  void show(Node answer) {
    Node pick = answer.at("picks.recommended");
    if (pick.isPresent()) {
      page.heading(
          String.join(
              " · ",
              figures.worker(pick),
              figures.perHour(pick.at("price.usd_per_hour")),
              figures.perMonthOrRun(pick)));
    } else {
      page.heading(page.write(Msg.Slack.headlineNothing(answer.at("workload.model").text())));
    }
    page.text(load(answer));
    NotesView notes = new NotesView(page);
    notes.showObstacles(answer);
    if (pick.isPresent()) {
      page.text(pick.at("reason").text());
      page.blank();
      Node assessment = assessment(answer, pick);
      page.facts(facts(assessment, pick));
      new CarriedView(page, figures).show(answer, pick, assessment);
    }
    showMoving(answer);
    new AssessmentsTable(page, figures).show(answer);
    showOthers(answer);
    notes.show(answer);
  }

  /** What is to run. */
  String load(Node answer) {
    Node workload = answer.at("workload");
    String runtime = answer.at("assumed.runtime").text();
    String model = workload.at("model").text();
    Node load = answer.at("load");
    if (load.at("input_tokens").isPresent()) {
      Message rate =
          Msg.Load.rate(
              load.at("input_tokens").whole(),
              load.at("output_tokens").whole() + load.at("reasoning_tokens").whole(),
              LoadStory.digits(load.at("requests_per_second").decimal().doubleValue()));
      return page.write(Msg.Cli.carrying(model, rate, runtime));
    }
    return workload.at("task").isPresent()
        ? page.write(
            Msg.Cli.tuning(
                workload.at("batch").whole(),
                workload.at("task").text(),
                model,
                workload.at("sequence_length").whole()))
        : page.write(
            Msg.Cli.serving(
                workload.at("context").whole(),
                model,
                runtime,
                workload.at("concurrency").whole()));
  }

  private Map<String, String> facts(Node assessment, Node pick) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(page.write(Msg.Page.factFormat()), figures.format(pick));
    facts.put(page.write(Msg.Answer.headMemory()), memory(assessment));
    facts.put(page.write(Msg.Cli.speed()), speed(assessment));
    facts.put(page.write(Msg.Page.factContext()), figures.count(assessment.at("largest_context")));
    facts.put(
        page.write(Msg.Page.factUsers()), figures.count(assessment.at("largest_concurrency")));
    facts.put(
        page.write(Msg.Page.factLength()), figures.count(assessment.at("largest_sequence_length")));
    facts.put(page.write(Msg.Page.factBatch()), figures.count(assessment.at("largest_batch")));
    facts.put(page.write(Msg.Page.factSupply()), figures.supply(pick.at("supply")));
    facts.put(page.write(Msg.Answer.headProvider()), pick.at("provider").text());
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  String memory(Node assessment) {
    Node percent = assessment.at("memory_percent");
    BigDecimal used = percent.number().orElseGet(() -> EstimateView.percent(assessment));
    return assessment.at("usable_gib").isPresent()
        ? page.write(
            Msg.Memory.use(
                used,
                Figures.bytes(assessment.at("required_gib").decimal()),
                Figures.bytes(assessment.at("usable_gib").decimal())))
        : "";
  }

  /** Of one sequence, or of a run; with a load, how fast it is there is told instead. */
  String speed(Node assessment) {
    if (assessment.at("capacity.first_token_seconds").isPresent()) {
      return "";
    }
    Node speed = assessment.at("speed");
    Node training = assessment.at("training");
    if (training.at("tokens_per_second").isPresent()) {
      return page.write(
          RunStory.of(
              training.at("tokens_per_second").decimal(),
              training.at("hours").number(),
              training.at("usd").decimal()));
    }
    return speed.isPresent()
        ? page.write(
            Msg.Cli.tokensPerSecond(
                figures.range(speed.at("first_token_seconds")),
                figures.range(speed.at("tokens_per_second"))))
        : "";
  }

  private static Node assessment(Node answer, Node pick) {
    List<String> names = List.of("offer", "provider", "gpus", "quantization", "format");
    return answer.at("assessments").list().stream()
        .filter(each -> names.stream().allMatch(name -> each.at(name).equals(pick.at(name))))
        .findFirst()
        .orElse(pick);
  }

  private void showMoving(Node answer) {
    Node migration = answer.at("migration");
    if (migration.isPresent()) {
      page.blank();
      String from = migration.at("from").text();
      String before =
          from.isEmpty()
              ? page.write(Msg.Cli.whatRunsNow())
              : figures.workers(from, migration.at("from_replicas").whole());
      String to =
          figures.workers(
              figures.worker(migration.at("to").text(), migration.at("to_gpus").whole()),
              migration.at("to_replicas").whole());
      Node run = migration.at("saving.usd_per_run");
      BigDecimal less = run.number().orElse(migration.at("saving.usd_per_month").decimal());
      String percent = figures.percent(migration.at("saving.percent"));
      page.text(moving(migration, before, less, to));
      if (!percent.isEmpty() && less.signum() > 0 && !run.isPresent()) {
        page.text(
            Msg.Cli.perHourThen(
                figures.perHour(migration.at("from_usd_per_hour")),
                percent,
                figures.perHour(migration.at("to_usd_per_hour"))));
      }
      migration.at("changes").list().forEach(change -> page.item(change.at("text").text()));
    }
    String breakEven = answer.at("break_even.text").text();
    if (!breakEven.isEmpty()) {
      page.text(breakEven);
    }
  }

  /** From bill to bill: of the run where that is compared, else of a month. */
  private Message moving(Node migration, String before, BigDecimal less, String to) {
    boolean run = migration.at("to_usd_per_run").isPresent();
    String now = figures.usd(migration.at(run ? "from_usd_per_run" : "from_usd_per_month"));
    String then = figures.usd(migration.at(run ? "to_usd_per_run" : "to_usd_per_month"));
    if (less.signum() >= 0) {
      return run
          ? Msg.Cli.savesRun(before, less, now, then, to)
          : Msg.Cli.saves(before, less, now, then, to);
    }
    return run
        ? Msg.Cli.costsMoreRun(before, less.negate(), now, then, to)
        : Msg.Cli.costsMore(before, less.negate(), now, then, to);
  }

  private void showOthers(Node answer) {
    Map<String, String> others = new LinkedHashMap<>();
    other(others, page.write(Msg.Answer.budget()), answer.at("picks.budget"));
    other(others, page.write(Msg.Answer.headroom()), answer.at("picks.headroom"));
    String chain =
        answer.at("fallbacks").list().stream()
            .limit(MOST_FALLBACKS)
            .map(
                each ->
                    figures.worker(each) + " " + figures.difference(each.at("difference_percent")))
            .map(String::strip)
            .collect(Collectors.joining(", "));
    if (!chain.isEmpty()) {
      others.put(page.write(Msg.Cli.fallbacks()), chain);
    }
    if (!others.isEmpty()) {
      page.blank();
      page.facts(others);
    }
  }

  private void other(Map<String, String> others, String title, Node pick) {
    if (pick.isPresent()) {
      others.put(
          title,
          String.join(
              " · ",
              figures.worker(pick),
              pick.at("quantization").text(),
              figures.perHour(pick.at("price.usd_per_hour")),
              figures.perMonthOrRun(pick)));
    }
  }
}
