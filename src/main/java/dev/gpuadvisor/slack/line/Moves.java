package dev.gpuadvisor.slack.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A move from one card to another, as people say it. */
record Moves(Settings settings, RunningNow now) {

  private static final Set<String> MOVING =
      Sayings.words(
          """
          switch switching move moving migrate migrating go going upgrade upgrading downgrade downgrading
          replace replacing change changing swap swapping passer migrer remplacer changer basculer\
          """);
  private static final Set<String> TO = Sayings.words("to à vers");
  private static final Set<String> REPLACING =
      Sayings.words("replace replacing swap swapping remplacer");
  private static final Set<String> BY = Sayings.words("with by par");

  /** {@code move from an a10g to an L4}: what alone is to be rented, against what runs now. */
  void rewrite(List<String> words) {
    HardwareWords cards = new HardwareWords(settings);
    boolean said = Sayings.isAnyOf(MOVING, words);
    boolean replaced = Sayings.isAnyOf(REPLACING, words);
    for (int at = 0; at < words.size() - 1; at++) {
      int card = PhraseWords.behind(words, at + 1, RunningNow.ARTICLES);
      boolean arrow = words.get(at).matches("[-=]+>|→");
      boolean to =
          arrow
              || said && Sayings.isOneOf(TO, words.get(at))
              || replaced && Sayings.isOneOf(BY, words.get(at));
      int length = to ? cards.lengthOfRented(words.subList(card, words.size())) : 0;
      if (length > 0) {
        List<String> wanted = new ArrayList<>(words.subList(card, card + length));
        words.subList(at, card + length).clear();
        against(words, cards);
        words.addAll(0, wanted);
        return;
      }
    }
  }

  /** Says of the first card that it runs now, if there is one. */
  private void against(List<String> words, HardwareWords cards) {
    for (int at = 0; at < words.size(); at++) {
      int length = cards.lengthOfRented(words.subList(at, words.size()));
      if (length > 0) {
        int price = now.priceBehind(words, at + length);
        words.subList(at + length, price).clear(); // reserved at
        if (now.isPaid(words, at + length)) {
          words.add(at + length, "at");
        }
        boolean said =
            at > 0
                && words
                    .get(at - 1)
                    .matches(
                        "(?i)from|de|d.|vs|versus|currently|actuellement|using|use|replace|replacing|remplacer");
        words.add(at, "vs");
        if (said) {
          words.remove(at - 1);
        }
        return;
      }
    }
  }
}
