package dev.gpuadvisor.cataloguediff;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.cataloguediff.Grid.Asked;
import dev.gpuadvisor.cataloguediff.Grid.Picked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the picks of two catalogues differ, over the questions that both can be asked.
 *
 * @param questions how many that are
 * @param affected of how many of them a pick differs
 * @param byKind what is picked instead of what, with the questions of which it is true
 */
record PickChanges(int questions, int affected, Map<String, List<Asked>> byKind) {

  private static final String NONE = "none";

  static PickChanges between(Catalog before, Catalog after) {
    Map<Asked, Map<String, Picked>> old = Grid.answers(before);
    Map<Asked, Map<String, Picked>> now = Grid.answers(after);
    now.keySet().retainAll(old.keySet());
    Map<String, List<Asked>> byKind = new LinkedHashMap<>();
    int affected = 0;
    for (Map.Entry<Asked, Map<String, Picked>> answer : now.entrySet()) {
      List<String> kinds = kinds(answer.getKey(), old.get(answer.getKey()), answer.getValue());
      for (String kind : kinds) {
        byKind.computeIfAbsent(kind, unseen -> new ArrayList<>()).add(answer.getKey());
      }
      affected += kinds.isEmpty() ? 0 : 1;
    }
    return new PickChanges(now.size(), affected, byKind);
  }

  private static List<String> kinds(
      Asked asked, Map<String, Picked> before, Map<String, Picked> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<String> kinds = new ArrayList<>();
    for (String name : names) {
      Picked old = before.get(name);
      Picked now = after.get(name);
      if (old == null || now == null || !old.offer().equals(now.offer())) {
        kinds.add(asked.provider() + ", " + name + ": " + change(old, now));
      }
    }
    return kinds;
  }

  /** {@code AMPERE_24 $0.684 -> ADA_24_PRO $1.116 (+63.2%)}. */
  private static String change(Picked before, Picked after) {
    String text = named(before) + " -> " + named(after);
    return before == null || after == null
        ? text
        : text + " (" + Lines.signed(after.price().percentAbove(before.price())) + ")";
  }

  private static String named(Picked picked) {
    return picked == null ? NONE : picked.offer() + " " + Lines.usd(picked.price());
  }

  /** What happens most often first. */
  List<String> lines() {
    return byKind.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<String, List<Asked>> kind) -> -kind.getValue().size()))
        .map(kind -> kind.getKey() + ", " + questions(kind.getValue()))
        .toList();
  }

  private static String questions(List<Asked> asked) {
    return asked.size() == 1
        ? "for " + asked.get(0)
        : "for " + asked.size() + " questions, such as " + asked.get(0);
  }
}
