package dev.gpuadvisor.serving;

import dev.gpuadvisor.catalog.ServingProfile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of {@code docs/accuracy.md} that holds servers under load against estimates. */
public final class ServingPage {

  private static final String COLUMNS =
      " | rows | time per token | bias | within 35 % | first token | tokens a second | one user |\n"
          + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n";

  private final StringBuilder text = new StringBuilder();

  private ServingPage() {}

  public static String of(List<ServingRow> rows) {
    ServingPage page = new ServingPage();
    page.opening();
    page.heldOut(rows);
    ServingProfile profile = rows.get(0).workload().runtime().speed().serving().orElseThrow();
    page.table("By card", rows, profile, row -> row.card().id());
    page.table("By model", rows, profile, row -> row.modelId() + ", " + row.format().id());
    page.table("By users", rows, profile, ServingPage::users);
    page.table(
        "By card, model and users",
        rows,
        profile,
        row ->
            row.hardware().gpus()
                + " x "
                + row.card().id()
                + ", "
                + row.modelId()
                + ", "
                + row.format().id()
                + ", "
                + users(row));
    return page.text.toString();
  }

  private void opening() {
    text.append(
        """

        ## Servers under load

        vLLM with so many users at once, by the rows of [serving.csv](../src/test/resources/measured/serving.csv). Medians of the errors in
        percent, the time per token's bias and the share of rows within 35 % beside it; 0 where nothing of the kind was measured. The time per
        token is what each source states: of a whole answer over its tokens, or between two. Means of closed loops hold the crowd that comes
        first, which is no steady state: their first token is compared with an estimate that holds it too, the first of ten requests of each
        user. How it is reckoned: [Under load](decisions/load.md).

        Held out: rows of a card, or of a model, foretold with constants that were fitted without them.

        """);
  }

  private void heldOut(List<ServingRow> rows) {
    text.append("| Left out").append(COLUMNS);
    for (String kind : List.of("card", "model")) {
      ServingErrors all = new ServingErrors();
      ServingErrors medians = new ServingErrors();
      for (Folds fold : Folds.read()) {
        for (ServingRow row : rows) {
          if (fold.kind().equals(kind) && fold.leavesOut(row)) {
            all.add(row, fold.profile());
            if (row.isMedian()) {
              medians.add(row, fold.profile());
            }
          }
        }
      }
      line("each " + kind + " in turn, medians of rented machines", medians);
      line("each " + kind + " in turn, all rows", all);
    }
  }

  private void table(
      String title,
      List<ServingRow> rows,
      ServingProfile profile,
      Function<ServingRow, String> key) {
    text.append("\n### ").append(title).append("\n\n| ").append(COLUMNS);
    Map<String, List<ServingRow>> groups =
        rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    groups.forEach(
        (name, members) -> {
          ServingErrors errors = new ServingErrors();
          members.forEach(row -> errors.add(row, profile));
          line(name, errors);
        });
  }

  private void line(String name, ServingErrors errors) {
    text.append("| ").append(name).append(" | ").append(errors).append(" |\n");
  }

  private static String users(ServingRow row) {
    if (row.isAlone()) {
      return "1 user";
    }
    if (row.users() <= 16) {
      return "2 to 16 users";
    }
    return row.users() <= 64 ? "17 to 64 users" : "65 users and more";
  }
}
