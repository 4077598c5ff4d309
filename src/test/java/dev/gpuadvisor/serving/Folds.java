package dev.gpuadvisor.serving;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.ServingProfile.Constant;
import dev.gpuadvisor.catalog.ServingProfile.Efficiency;
import dev.gpuadvisor.sizing.Workloads;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Constants that were fitted without the rows of one card, or of one model: what they say of those
 * rows is foretold. Each line of the file is one such fit.
 *
 * @param kind {@code card} or {@code model}
 */
record Folds(String kind, String leftOut, ServingProfile profile) {

  static List<Folds> read() {
    return ServingRows.lines("/measured/serving-folds.csv").stream().map(Folds::parse).toList();
  }

  boolean leavesOut(ServingRow row) {
    return leftOut.equals(kind.equals("card") ? row.card().id() : row.modelId());
  }

  private static Folds parse(String line) {
    String[] cells = line.split(",");
    Map<Constant, Double> constants = new EnumMap<>(Constant.class);
    Map<Card, Efficiency> cards = new LinkedHashMap<>();
    for (int i = 2; i < cells.length; i++) {
      String[] value = cells[i].split("=");
      String[] numbers = value[1].split("/");
      double first = Double.parseDouble(numbers[0]);
      if (numbers.length == 1) {
        constants.put(Constant.valueOf(value[0].toUpperCase(Locale.ROOT)), first);
      } else {
        Card card = Workloads.CATALOG.cards().find(value[0]).orElseThrow();
        cards.put(
            card,
            new Efficiency(first, Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2])));
      }
    }
    return new Folds(cells[0], cells[1], new ServingProfile(constants, cards));
  }

  String line() {
    StringJoiner cells = new StringJoiner(",").add(kind).add(leftOut);
    profile
        .constants()
        .forEach((constant, value) -> cells.add(name(constant) + "=" + rounded(value)));
    profile
        .cards()
        .forEach(
            (card, reached) ->
                cells.add(
                    card.id()
                        + "="
                        + rounded(reached.bandwidth())
                        + "/"
                        + rounded(reached.compute())
                        + "/"
                        + rounded(reached.sustained())));
    return cells.toString();
  }

  static String name(Constant constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Four digits are more than the rows can tell. */
  static String rounded(double value) {
    return Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
  }
}
