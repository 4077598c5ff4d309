package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.NameIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Instances of the large clouds, whole families, by the providers' own names. */
final class Machines {

  private static final String FILE = "machines.txt";

  /** What stands before a name in some tools: SageMaker's, Azure's, Vertex's. */
  private static final List<String> PREFIXES = List.of("ml.", "aws:", "standard_", "standard-");

  private final Map<String, Machine> byKey;
  private final List<Machine> all;

  private Machines(List<Machine> all) {
    this.all = List.copyOf(all);
    this.byKey = new HashMap<>();
    all.forEach(machine -> byKey.put(key(machine.id()), machine));
    ofOneSize().forEach(machine -> byKey.putIfAbsent(family(machine), machine));
  }

  /** {@code p4d}: a family of one machine is called by its name alone. */
  private List<Machine> ofOneSize() {
    return all.stream()
        .filter(machine -> key(machine.id()).indexOf('.') > 0)
        .collect(Collectors.groupingBy(Machines::family))
        .values()
        .stream()
        .filter(family -> family.size() == 1)
        .flatMap(List::stream)
        .toList();
  }

  private static String family(Machine machine) {
    String key = key(machine.id());
    return key.substring(0, key.indexOf('.'));
  }

  /**
   * @throws IllegalArgumentException where a line names a card that the catalogue lacks
   */
  static Machines read(NameIndex<Card> cards) {
    List<Machine> machines = new ArrayList<>();
    for (String line : Resource.lines(FILE)) {
      String[] parts = line.split(";");
      Card card =
          cards.find(parts[1]).orElseThrow(() -> new IllegalArgumentException(FILE + ": " + line));
      for (String size : parts[2].split(" ")) {
        int equals = size.indexOf('=');
        int gpus = Integer.parseInt(size.substring(equals + 1));
        machines.add(new Machine(size.substring(0, equals), parts[0], card, gpus));
      }
    }
    return new Machines(machines);
  }

  Optional<Machine> find(String text) {
    return Optional.ofNullable(byKey.get(key(text.strip())));
  }

  List<Machine> all() {
    return all;
  }

  /** Machines of the same family, whose name starts alike; for whoever misses the size. */
  List<String> nearest(String text) {
    String key = key(text.strip());
    String family = key.matches("[a-z]{1,2}[0-9][a-z]{0,3}") ? key + "." : key;
    int end = familyEnd(family);
    return end == 0
        ? List.of()
        : all.stream()
            .map(Machine::id)
            .filter(id -> key(id).startsWith(family.substring(0, end)))
            .limit(5)
            .toList();
  }

  /** Up to the full stop of {@code g5.}, or the words of {@code a2-highgpu-}. */
  private static int familyEnd(String key) {
    int stop = key.indexOf('.');
    if (stop > 0) {
      return stop + 1;
    }
    int gpu = key.indexOf("gpu");
    return gpu > 0 ? gpu : 0;
  }

  private static String key(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    for (String prefix : PREFIXES) {
      if (lower.startsWith(prefix)) {
        lower = lower.substring(prefix.length());
      }
    }
    return NameIndex.key(lower);
  }
}
