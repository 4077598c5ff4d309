package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.lexicon.ModelSearch.Name;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Models that a name which nobody knows may have meant. */
record NearestModels(List<Name> names) {

  private static final int MOST = 5;

  /** What names round. */
  private static final double SAME_SIZE = 0.12;

  /** Of the same family first, nearest in size; else what differs by a few letters. */
  List<String> to(List<String> written) {
    List<String> words = ModelWords.canonical(written);
    List<String> family =
        words.stream()
            .filter(word -> word.length() > 2 && Spelling.isLetter(word.charAt(0)))
            .toList();
    double size = size(words);
    List<String> kin =
        names.stream()
            .filter(name -> family.stream().anyMatch(name.parts()::contains))
            .sorted(
                Comparator.<Name>comparingLong(
                        name -> -words.stream().filter(name.parts()::contains).count())
                    .thenComparingDouble(name -> Math.abs(size(name.parts()) - size)))
            .map(name -> name.model().id())
            .distinct()
            .limit(MOST)
            .toList();
    List<String> slips = slips(String.join(" ", words));
    return Stream.concat(slips.stream().limit(2), kin.stream()).distinct().limit(MOST).toList();
  }

  /**
   * Whether a known name differs by a few letters or by the order of its digits, or by no more than
   * a name rounds its size.
   */
  boolean isMisspelt(List<String> written) {
    List<String> words = ModelWords.canonical(written);
    String digits = digits(words);
    return Near.among(String.join(" ", words), names.stream().map(Name::words).distinct().toList())
        .stream()
        .map(near -> List.of(near.split(" ")))
        .anyMatch(near -> digits(near).equals(digits) || isRounded(near, words));
  }

  private static String digits(List<String> words) {
    return ModelSearch.sorted(List.of(String.join("", words).replaceAll("[^0-9]", "").split("")));
  }

  private static boolean isRounded(List<String> name, List<String> words) {
    double size = size(words);
    return Math.abs(size(name) - size) < SAME_SIZE * size
        && withoutSizes(name).equals(withoutSizes(words));
  }

  private static List<String> withoutSizes(List<String> words) {
    return words.stream().filter(word -> !ModelWords.isSize(word)).toList();
  }

  /** Models whose names differ by a few letters. */
  private List<String> slips(String words) {
    List<String> near = Near.among(words, names.stream().map(Name::words).distinct().toList());
    return near.stream()
        .flatMap(each -> names.stream().filter(name -> name.words().equals(each)))
        .map(name -> name.model().id())
        .distinct()
        .toList();
  }

  private static double size(List<String> words) {
    return words.stream()
        .filter(ModelWords::isSize)
        .map(word -> word.substring(0, word.length() - 1))
        .filter(number -> number.indexOf('x') < 0)
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElse(0);
  }
}
