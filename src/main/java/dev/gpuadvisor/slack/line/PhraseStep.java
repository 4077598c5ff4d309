package dev.gpuadvisor.slack.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How far one is in a phrase: which words may come next, and what those so far say. A few hundred
 * templates spell out to ten thousand phrases, most of which end alike: steps from which the same
 * follows are one, so that they take a hundredth of the memory of a table of phrases.
 */
final class PhraseStep {

  private final List<String> words;
  private final List<PhraseStep> next;
  private final String meaning;

  private PhraseStep(List<String> words, List<PhraseStep> next, String meaning) {
    this.words = words;
    this.next = next;
    this.meaning = meaning;
  }

  /** Null where the words so far are no phrase. */
  String meaning() {
    return meaning;
  }

  /** Null where no phrase goes on with this word. */
  PhraseStep then(String word) {
    int at = Collections.binarySearch(words, word);
    return at < 0 ? null : next.get(at);
  }

  /** What may follow until the ends of the phrases. */
  Stream<String> rests() {
    Stream<String> longer =
        IntStream.range(0, words.size())
            .boxed()
            .flatMap(at -> next.get(at).rests().map(rest -> (words.get(at) + " " + rest).strip()));
    return meaning == null ? longer : Stream.concat(Stream.of(""), longer);
  }

  /** Takes phrases one by one. */
  static final class Draft {

    private final TreeMap<String, Draft> next = new TreeMap<>();
    private String meaning;

    /**
     * @throws IllegalArgumentException where the phrase has another meaning already
     */
    void put(String phrase, String meaning) {
      Draft end = this;
      for (String word : phrase.split(" ")) {
        end = end.next.computeIfAbsent(word, unknown -> new Draft());
      }
      if (end.meaning != null && !end.meaning.equals(meaning)) {
        throw new IllegalArgumentException(phrase + ": " + end.meaning + ", " + meaning);
      }
      end.meaning = meaning;
    }

    /** The step from which all of them begin. */
    PhraseStep finished() {
      return finished(new HashMap<>(), new HashMap<>());
    }

    /**
     * @param steps by what may follow and what is said; a step equals itself alone
     */
    private PhraseStep finished(Map<List<Object>, PhraseStep> steps, Map<String, String> texts) {
      List<String> words = new ArrayList<>();
      List<PhraseStep> following = new ArrayList<>();
      next.forEach(
          (word, draft) -> {
            words.add(texts.computeIfAbsent(word, first -> first));
            following.add(draft.finished(steps, texts));
          });
      PhraseStep step = new PhraseStep(List.copyOf(words), List.copyOf(following), meaning);
      return steps.computeIfAbsent(Arrays.asList(step.words, step.next, meaning), unknown -> step);
    }
  }
}
