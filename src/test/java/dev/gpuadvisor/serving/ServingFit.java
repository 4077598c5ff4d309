package dev.gpuadvisor.serving;

import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.ServingProfile.Constant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fits the constants of servers under load to the measured rows and writes them: all rows into
 * {@code catalog/serving.json}, and those without each card and each model in turn beside the rows,
 * where the gate reads them. Prints the errors.
 *
 * <p>{@code ./mvnw -q test-compile exec:java@serving-fit}, a few minutes.
 */
public final class ServingFit {

  private static final int ITERATIONS = 12;

  /** With fewer rows a card or model is left out of no fit: they would say little. */
  private static final int FEWEST_ROWS = 10;

  private ServingFit() {}

  public static void main(String[] arguments) throws IOException {
    Path serving = Path.of(arguments[0]);
    Path folds = Path.of(arguments[1]);
    boolean all = arguments.length < 3;
    ServingProfile fitted = new Fit(ServingRows.ALL).best(ITERATIONS);
    Files.writeString(serving, written(Files.readString(serving), fitted));
    print("all rows", fitted, ServingRows.ALL);
    print("medians", fitted, ServingRows.ALL.stream().filter(ServingRow::isMedian).toList());
    if (all) {
      List<String> lines = new ArrayList<>();
      lines.add(
          "# Constants fitted without one card's rows, or one model's; written by ServingFit.");
      leaveOut("card", row -> row.card().id(), lines);
      leaveOut("model", ServingRow::modelId, lines);
      Files.writeString(folds, String.join("\n", lines) + "\n");
    }
  }

  private static void leaveOut(String kind, Function<ServingRow, String> key, List<String> lines) {
    Map<String, Long> rowsOf =
        ServingRows.ALL.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    List<String> keys =
        rowsOf.keySet().stream().filter(each -> rowsOf.get(each) >= FEWEST_ROWS).sorted().toList();
    ServingErrors errors = new ServingErrors();
    ServingErrors ofMedians = new ServingErrors();
    for (String leftOut : keys) {
      List<ServingRow> others =
          ServingRows.ALL.stream().filter(row -> !key.apply(row).equals(leftOut)).toList();
      List<ServingRow> rows =
          ServingRows.ALL.stream().filter(row -> key.apply(row).equals(leftOut)).toList();
      ServingProfile profile = new Fit(others).best(ITERATIONS / 2);
      rows.forEach(row -> errors.add(row, profile));
      rows.stream().filter(ServingRow::isMedian).forEach(row -> ofMedians.add(row, profile));
      lines.add(new Folds(kind, leftOut, profile).line());
      print("without " + leftOut, profile, rows);
    }
    System.out.println("held out by " + kind + " | " + errors);
    System.out.println("held out by " + kind + ", medians | " + ofMedians);
  }

  private static void print(String name, ServingProfile profile, List<ServingRow> rows) {
    ServingErrors errors = new ServingErrors();
    rows.forEach(row -> errors.add(row, profile));
    System.out.println(name + " | " + errors);
  }

  private static String written(String file, ServingProfile profile) {
    String constants =
        java.util.Arrays.stream(Constant.values())
            .map(each -> "    \"" + Folds.name(each) + "\": " + Folds.rounded(profile.get(each)))
            .collect(Collectors.joining(",\n"));
    String cards =
        profile.cards().entrySet().stream()
            .sorted(Comparator.comparing(each -> each.getKey().id()))
            .map(
                each ->
                    "    { \"card\": \""
                        + each.getKey().id()
                        + "\", \"bandwidth\": "
                        + Folds.rounded(each.getValue().bandwidth())
                        + ", \"compute\": "
                        + Folds.rounded(each.getValue().compute())
                        + ", \"sustained\": "
                        + Folds.rounded(each.getValue().sustained())
                        + " }")
            .collect(Collectors.joining(",\n"));
    String provenance = file.substring(file.indexOf("  \"provenance\""));
    return "{\n  \"$schema\": \"schema/serving.schema.json\",\n  \"constants\": {\n"
        + constants
        + "\n  },\n  \"cards\": [\n"
        + cards
        + "\n  ],\n"
        + provenance;
  }
}
