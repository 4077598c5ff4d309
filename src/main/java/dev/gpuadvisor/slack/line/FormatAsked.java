package dev.gpuadvisor.slack.line;

import java.util.List;
import java.util.Set;

/** Whether a line asks in which format a model would fit. */
final class FormatAsked {

  private static final Set<String> FORMATS =
      Sayings.words(
          "quant quants quantization quantisation quantification quantized precision"
              + " précision format gguf level niveau");

  /** Behind a format that is not named: {@code quant for}. */
  private static final Set<String> ASKING = Sayings.words("for pour to needed nécessaire");

  private FormatAsked() {}

  static boolean isOne(String word) {
    return Sayings.isOneOf(FORMATS, word);
  }

  /** {@code which quant fits}, {@code quantization for a 4090?}: and none is named. */
  static boolean of(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      boolean format = isOne(words.get(at));
      if (format && Sayings.isOneOf(ASKING, PhraseWords.at(words, at + 1))) {
        words.remove(at);
        return true;
      }
      for (int before = at - 1; format && before >= Math.max(0, at - 2); before--) {
        String word = words.get(before);
        if (Sayings.isOneOf(ModelAsked.WHICH, word)
            || word.matches("(?i)highest|what's|meilleure?")) {
          words.subList(before + 1, at).clear();
          return true;
        }
      }
    }
    return false;
  }
}
