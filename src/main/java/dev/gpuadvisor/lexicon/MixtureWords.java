package dev.gpuadvisor.lexicon;

import java.util.regex.Pattern;

/**
 * Sizes of a mixture of experts as people say them, written as names hold them: {@code 35b moe with
 * 3b active} is {@code moe-35b-a3b}.
 */
public final class MixtureWords {

  private static final String SIZE = "([0-9]{1,4}(?:\\.[0-9]{1,2})?) ?b(?:illions?)?";
  private static final String KIND =
      "(?:moe|mixture[- ]of[- ]experts|mélange d'experts|sparse)(?: model| modèle)?";
  private static final String BETWEEN =
      "[ ,(/+&-]*(?:(?:with|w/|and|of which|of|et|avec|dont|only) )*";
  private static final String OF =
      "(?:[ -](?:total|params?|parameters|paramètres|in total|au total|overall))*";
  private static final String ACTIVE =
      "(?:[ -](?:params?|parameters|paramètres))?[ -](?:active|activated|actifs?|activés?)"
          + "(?:[ -](?:params?|parameters|paramètres|per token|par token))*\\)?";

  private static final Pattern TOTAL_FIRST =
      Pattern.compile(
          "(?<![^ (])(?:(?:an? |une? )?("
              + KIND
              + "),? (?:(?:of|with|de|avec) )?)?"
              + (SIZE + OF + "(,? " + KIND + ")?" + OF + BETWEEN + SIZE + ACTIVE + "( " + KIND
                  + ")?")
              + "(?![^ ,.?!])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ACTIVE_FIRST =
      Pattern.compile(
          "(?<![^ (])" + SIZE + ACTIVE + BETWEEN + SIZE + OF + "(,? " + KIND + ")?(?![^ ,.?!])",
          Pattern.CASE_INSENSITIVE);

  private MixtureWords() {}

  /** A size alone, with what is active of it, may belong to the name before it. */
  public static String written(String text) {
    String first =
        TOTAL_FIRST
            .matcher(text)
            .replaceAll(
                m -> {
                  boolean named = m.group(1) == null && m.group(3) == null && m.group(5) == null;
                  return (named ? "" : "moe-") + m.group(2) + "b-a" + m.group(4) + "b";
                });
    return ACTIVE_FIRST
        .matcher(first)
        .replaceAll(
            m -> (m.group(3) == null ? "" : "moe-") + m.group(2) + "b-a" + m.group(1) + "b");
  }
}
