package dev.gpuadvisor.cli;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Cards of one kind in this machine, as its driver names them.
 *
 * @param name that the catalogue knows, or else the driver's
 */
record OwnCards(String name, int count, long mib) {

  private static final List<String> PROGRAM =
      List.of("nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader");
  private static final int MIB_PER_GB = 1024;

  /**
   * Kind by kind, those with the most memory first.
   *
   * @throws WrongLineException where there is no driver, or no card
   */
  static List<OwnCards> of(Surroundings around, Vocabulary vocabulary) {
    String output;
    try {
      output = around.outputOf(PROGRAM);
    } catch (IOException e) {
      throw new WrongLineException(Msg.Cli.noDriver());
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    output
        .lines()
        .map(String::strip)
        .filter(line -> line.contains(","))
        .forEach(line -> counts.merge(line, 1, Integer::sum));
    List<OwnCards> kinds = new ArrayList<>();
    counts.forEach((line, count) -> kinds.add(read(line, count, vocabulary)));
    if (kinds.isEmpty()) {
      throw new WrongLineException(Msg.Cli.noDriver());
    }
    kinds.sort((one, other) -> Long.compare(other.mib * other.count, one.mib * one.count));
    return kinds;
  }

  /** {@code NVIDIA GeForce RTX 3090, 24576 MiB}. */
  private static OwnCards read(String line, int count, Vocabulary vocabulary) {
    int comma = line.lastIndexOf(',');
    String name = line.substring(0, comma).strip();
    String digits = line.substring(comma + 1).replaceAll("[^0-9]", "");
    long mib = digits.isEmpty() ? 0 : Long.parseLong(digits);
    long gb = Math.round((double) mib / MIB_PER_GB);
    // Some names are of cards with more memory or less: the driver says which it is.
    String meant =
        Stream.of(name, name + " " + gb + "GB")
            .min(
                (one, other) ->
                    Long.compare(distance(one, mib, vocabulary), distance(other, mib, vocabulary)))
            .orElse(name);
    return new OwnCards(meant, count, mib);
  }

  private static long distance(String name, long mib, Vocabulary vocabulary) {
    return LookupParameters.CARD.type().parse(name, vocabulary) instanceof Parsed.Value<Card> card
        ? Math.abs(card.value().reportedMib() - mib)
        : Long.MAX_VALUE;
  }

  /** {@code 2x NVIDIA GeForce RTX 3090}. */
  String label() {
    return count == 1 ? name : count + "x " + name;
  }
}
