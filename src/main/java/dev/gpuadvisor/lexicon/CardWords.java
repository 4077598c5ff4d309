package dev.gpuadvisor.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The name of a card in its parts, however it is written: {@code NVIDIA A100-SXM4-80GB} is the
 * identity {@code a100}, the form {@code sxm} and 80 gigabytes.
 *
 * @param identity the words that make it this card, sorted, joined by blanks
 * @param form {@code sxm}, {@code pcie}, {@code nvl}; empty where it says nothing
 * @param gigabytes 0 where it says nothing
 * @param slice {@code 3g.40gb} or {@code 8q} of a shared card; empty for a whole one
 */
record CardWords(String identity, String form, int gigabytes, boolean laptop, String slice) {

  /** What is printed on boxes and by drivers, and tells no card from another. */
  private static final Set<String> OF_COURSE =
      Set.of(
          ("nvidia geforce gtx rtx tesla gpu gpus card cards graphics amd radeon instinct rx"
                  + " generation gen edition corporation oam ac active mig tensor core nvlink hgx"
                  + " superchip grace hopper ampere vram nvl72 nvl4 radv gcd module ai spot secure"
                  + " community cloud memory design ")
              .split(" "));

  private static final Map<String, String> FORMS =
      Map.of(
          "sxm", "sxm", "sxm2", "sxm", "sxm3", "sxm", "sxm4", "sxm", "sxm5", "sxm", "sxm6", "sxm",
          "pcie", "pcie", "pci", "pcie", "nvl", "nvl", "mega", "sxm");

  private static final Map<String, String> SYNONYMS =
      Map.of("s", "super", "se", "server", "ws", "workstation");

  private static final Set<String> LAPTOP = Set.of("laptop", "mobile", "notebook", "m");

  /** Starts that are written together with what follows: {@code rtx4090}. */
  private static final List<String> STARTS =
      List.of("geforce", "quadro", "radeon", "nvidia", "tesla", "titan", "rtx", "gtx", "pro", "rx");

  /** Ends that are written together with what stands before: {@code h100nvl}. */
  private static final List<String> ENDS =
      List.of("laptop", "mobile", "nvl", "sxm5", "sxm4", "sxm2", "sxm", "pcie", "ada", "super");

  /** More than any card has; a larger number is part of a name. */
  private static final int MOST_GIGABYTES = 999;

  /** Whether a word stands in names of cards and tells none from another. */
  static boolean isOfCourse(String word) {
    return OF_COURSE.contains(word);
  }

  static CardWords of(String text) {
    return new Reader().read(Spelling.words(maxQ(text)));
  }

  /** {@code nvidia-smi -L} numbers each line and adds an identifier. */
  static String withoutMarks(String text) {
    String line = text.strip();
    int colon = line.indexOf(": ");
    String start = colon > 0 ? line.substring(0, colon).toLowerCase(Locale.ROOT) : "";
    boolean numbered = Stream.of("gpu", "cuda", "rocm", "vulkan").anyMatch(start::startsWith);
    String named = numbered ? line.substring(colon + 2) : line;
    int end = named.indexOf(" (UUID");
    return end > 0 ? named.substring(0, end) : named;
  }

  /** The same with another identity. */
  CardWords being(String other) {
    return new CardWords(other, form, gigabytes, laptop, slice);
  }

  CardWords ofAnyMemory() {
    return new CardWords(identity, form, 0, laptop, slice);
  }

  private static String maxQ(String text) {
    return text.replace("with Max-Q", "maxq")
        .replace("Max-Q", "maxq")
        .replace("max-q", "maxq")
        .replace("MAXQ", "maxq");
  }

  /** Collects the parts. */
  private static final class Reader {
    private final TreeSet<String> identity = new TreeSet<>();
    private String form = "";
    private int gigabytes;
    private boolean laptop;
    private String slice = "";

    CardWords read(List<String> words) {
      List<String> parts = new ArrayList<>();
      words.forEach(word -> parts.addAll(apart(word)));
      for (int i = 0; i < parts.size(); i++) {
        take(parts.get(i), i + 1 < parts.size() ? parts.get(i + 1) : "");
      }
      if (words.contains("hbm3") && form.isEmpty() && identity.contains("h100")) {
        form = "sxm"; // the card for the slot has HBM2e
      }
      boolean professional = identity.contains("pro") || identity.contains("blackwell");
      if (professional && identity.remove("blackwell")) {
        identity.add("pro");
      }
      if (identity.contains("maxq")) {
        identity.remove("workstation");
        laptop |= !professional && identity.remove("maxq");
      }
      return new CardWords(String.join(" ", identity), form, gigabytes, laptop, slice);
    }

    private void take(String word, String next) {
      String digits = Spelling.leadingDigits(word);
      String rest = word.substring(digits.length());
      if (FORMS.containsKey(word)) {
        form = FORMS.get(word);
      } else if (LAPTOP.contains(word)) {
        laptop = true;
      } else if (word.indexOf('.') > 0 && rest.startsWith("g.")) {
        slice = word.endsWith("gb") ? word : word + "gb";
      } else if (!digits.isEmpty() && rest.equals("q")) {
        slice = word;
      } else if (isMemory(digits, rest, next)) {
        gigabytes = Integer.parseInt(digits);
      } else if (!isOfCourse(word)) {
        identity.add(SYNONYMS.getOrDefault(word, word));
      }
    }

    /** {@code 80gb}, {@code 80g}, {@code 80 gb}, and 80 alone: no card is called by less than 4. */
    private static boolean isMemory(String digits, String rest, String next) {
      if (digits.isEmpty() || digits.length() > 3) {
        return false;
      }
      boolean unit = Set.of("gb", "g", "gib", "go").contains(rest);
      boolean apart = rest.isEmpty() && Set.of("gb", "gib", "go", "g").contains(next);
      return unit || apart || rest.isEmpty() && Integer.parseInt(digits) <= MOST_GIGABYTES;
    }

    private static boolean isOfCourse(String word) {
      return OF_COURSE.contains(word)
          || word.startsWith("hbm")
          || word.startsWith("gddr")
          || word.startsWith("navi")
          || word.startsWith("gfx")
          || Set.of("gb", "gib", "go", "g", "e").contains(word);
    }

    /** Words that are written as one. */
    private static List<String> apart(String word) {
      if (word.length() > 1 && word.endsWith("kpro")) { // rtx6kpro
        return apart(word.replace("kpro", "000pro"));
      }
      for (String start : STARTS) {
        if (word.length() > start.length() && word.startsWith(start) && isCut(word, start)) {
          List<String> words = new ArrayList<>(List.of(start));
          words.addAll(apart(word.substring(start.length())));
          return words;
        }
      }
      for (String end : ENDS) {
        if (word.length() > end.length() && word.endsWith(end)) {
          List<String> words =
              new ArrayList<>(apart(word.substring(0, word.length() - end.length())));
          words.add(end);
          return words;
        }
      }
      String digits = Spelling.leadingDigits(word);
      String rest = word.substring(digits.length());
      boolean model = digits.length() >= 4 && !rest.isEmpty() && rest.indexOf('.') < 0;
      return model ? List.of(digits, rest) : List.of(word);
    }

    private static boolean isCut(String word, String start) {
      String rest = word.substring(start.length());
      boolean number = Spelling.isDigit(rest.charAt(0)) || rest.charAt(0) == 'a';
      return number || STARTS.stream().anyMatch(rest::startsWith);
    }
  }
}
