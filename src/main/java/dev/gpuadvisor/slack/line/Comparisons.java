package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.lower;

import dev.gpuadvisor.parameter.NumberType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Two cards of which a line asks which is better: {@code is the L40S cheaper than the A100}. They
 * are written as one against the other.
 */
record Comparisons(Settings settings) {

  private static final Set<String> COMPARATIVES =
      Sayings.words(
          "cheaper faster better slower worse as good fast same equal equivalent identical aussi"
              + " rapide mieux cher chère même pareille équivalente");

  void rewrite(List<String> words) {
    HardwareWords cards = new HardwareWords(settings);
    boolean money = words.stream().anyMatch(NumberType::isMoney);
    for (int at = 2; at < words.size() - 1; at++) {
      int card = PhraseWords.behind(words, at + 1, RunningNow.ARTICLES);
      boolean than =
          (EQUALS.matcher(lower(words.get(at))).matches()
                  || lower(words.get(at)).matches("than|que|qu'une?|as")
                      && words.subList(0, at).stream().anyMatch(Comparisons::compares))
              && card < words.size()
              && cards.lengthOfRented(words.subList(card, words.size())) > 0;
      int instead =
          INSTEAD.matcher(lower(words.get(at))).matches() && !money ? before(words, at) : 0;
      int length = instead == 0 ? 0 : cards.lengthOfRented(words.subList(card, words.size()));
      if (length > 0) {
        List<String> other = new ArrayList<>(words.subList(card, card + length));
        words.subList(at, card + length).clear();
        words.addAll(instead, other);
        words.add(instead, "vs");
        words.subList(instead + length + 1, words.size()).removeIf(Comparisons::compares);
        return;
      }
      if (than) {
        words.subList(at, card).clear();
        words.add(at, "vs");
        words.subList(0, at).removeIf(Comparisons::compares);
        return;
      }
    }
  }

  /** {@code on my 2x 4060 Ti, would a 3090 be better}; beside a price it is what else to rent. */
  private static final Pattern INSTEAD = Pattern.compile("would|could|should|serait");

  /** {@code does a 4090 beat an A6000}. */
  private static final Pattern EQUALS =
      Pattern.compile("valent|vaut|beats?|match|matche?s|equals?|égale|égalent|outperforms?");

  /** Where the card ends that is named before; 0 where none is. */
  private int before(List<String> words, int end) {
    HardwareWords cards = new HardwareWords(settings);
    for (int at = 0; at < end; at++) {
      int length = cards.lengthOfRented(words.subList(at, end));
      if (length > 0) {
        return at + length;
      }
    }
    return 0;
  }

  private static boolean compares(String word) {
    return Sayings.isOneOf(COMPARATIVES, word);
  }
}
