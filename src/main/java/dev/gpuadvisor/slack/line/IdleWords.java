package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
import static dev.gpuadvisor.slack.line.PhraseWords.lower;

import dev.gpuadvisor.lexicon.Cards;
import dev.gpuadvisor.lexicon.NumberWords;
import java.util.List;
import java.util.Set;

/** Words of a sentence that are left when all that it says is read, and say nothing themselves. */
record IdleWords(Settings settings) {

  /** Words of sentences that names of models have, too: they are none at their beginning. */
  private static final Set<String> OF_NAMES =
      Sayings.words(
          "it ai project reason code thinking plus chat generate reasoning latency latence mode data embedding"
              + " embeddings reranking reranker");

  /** Of what is large or small that a name stands beside, where it is part of one. */
  private static final Set<String> SIZES =
      Sayings.words("small large tiny medium big little petit petite");

  /** Of what a number would say how many. */
  private static final List<Set<String>> NOUNS =
      List.of(Sayings.GPUS, Sayings.USERS, CountWords.STREAMS, Sayings.CONTEXT);

  void removeFrom(List<String> words) {
    for (int at = words.size() - 1; at >= 0; at--) {
      String word = words.get(at);
      String before = at == 0 ? "" : words.get(at - 1);
      boolean alone =
          OF_NAMES.contains(lower(word))
              && (!settings.models().knows(before) || isWhole(words.subList(0, at + 1)))
              && !at(words, at + 1).startsWith("gemma")
              && !joinsCards(words, at);
      boolean size =
          SIZES.contains(lower(word))
              && (RunningNow.ARTICLES.contains(lower(before)) || !settings.models().knows(before))
              && !settings.models().knows(at(words, at + 1));
      boolean most =
          lower(word).matches("max|maximum|peak|peaks|pic|pointe")
              && at(words, at + 1).indexOf('=') > 0;
      boolean least =
          most
              || lower(word).matches("min|minimum|least")
                  && !PhraseWords.isCount(before); // 40 tok/s min
      boolean noun =
          NOUNS.stream().anyMatch(each -> each.contains(lower(word)))
              && !PhraseWords.isCount(before)
              && !NumberWords.isOne(before)
              && !at(words, at + 1).matches("/.*|an?|per|par|each|every");
      if (noun
          || Sayings.SAID.contains(lower(word))
          || Everyday.isOne(word)
          || alone
          || size
          || least) {
        words.remove(at);
      }
    }
  }

  /**
   * {@code bge-m3 embeddings}: the last word is of no name, and the one before is one by itself.
   */
  private boolean isWhole(List<String> words) {
    List<String> both = words.subList(words.size() - 2, words.size());
    return settings.models().named(both.subList(0, 1)).isPresent()
        && settings.models().named(both).isEmpty();
  }

  /** {@code 2x 3090 plus a 4090}. */
  private boolean joinsCards(List<String> words, int at) {
    int card = PhraseWords.behind(words, at + 1, RunningNow.ARTICLES);
    return Cards.isBetween(words.get(at))
        && new HardwareWords(settings).one(words.subList(card, words.size()), true).isPresent();
  }
}
