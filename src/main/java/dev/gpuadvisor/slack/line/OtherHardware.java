package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.TypedModels;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Hardware that is not covered, by the words that nothing else is called by: to be told so. */
final class OtherHardware {

  /** What nothing else is called by, and what is not covered. */
  private static final Set<String> NO_GPUS =
      Sayings.words(
          "apple tpu tpus jetson gaudi trainium inferentia intel arc mac macbook raspberry"
              + " ryzen xeon epyc threadripper npu ascend cerebras dgx gb10 strix k80 k40 m40");

  private static final Set<String> LAST =
      Sayings.words("spark halo pi max pro ultra mini air studio nano super agx");

  private static final Pattern APPLE =
      Pattern.compile(
          "((?:apple|mac[a-z]*(?: pro| air| studio| mini)?) )?"
              + "m[1-5](?: (?:pro|max|ultra)|(?<=[a-z] m[1-5]))(?: [0-9]{2,3}g[bo]?)?",
          Pattern.CASE_INSENSITIVE);

  /** {@code trn1.32xlarge}. */
  private static final Pattern OF_AWS =
      Pattern.compile("(?:trn|inf)[1-3]n?(?:\\.[0-9a-z]+)?", Pattern.CASE_INSENSITIVE);

  private OtherHardware() {}

  static boolean mayStart(String word) {
    return Sayings.isOneOf(NO_GPUS, word) || OF_AWS.matcher(word).matches();
  }

  static boolean isApple(List<String> words) {
    return APPLE.matcher(String.join(" ", words)).matches();
  }

  static boolean isOne(List<String> words, TypedModels models) {
    return mayStart(words.get(0))
        && words.stream().noneMatch(LineReader::isFiller)
        && words.stream()
            .skip(1)
            .noneMatch(word -> models.knows(word) && !Sayings.isOneOf(LAST, word));
  }
}
