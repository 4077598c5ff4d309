package dev.gpuadvisor.parameter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of what is rented with what is paid for it behind: {@code A10G at $1.00}, {@code
 * a10g@1.00}.
 *
 * @param price as it was written; it need not be one
 */
public record PaidName(String name, String price) {

  /** In no name of anything that is rented. */
  private static final List<String> BEFORE_PRICE = List.of("at", "for", "à", "pour");

  private static final Pattern PAID =
      Pattern.compile(
          "(.+?)(?:\\s*@\\s*|\\s+(?:" + String.join("|", BEFORE_PRICE) + ")\\s+)(.+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Empty where nothing stands behind a word that a price stands behind. */
  public static Optional<PaidName> of(String text) {
    Matcher paid = PAID.matcher(text);
    return paid.matches()
        ? Optional.of(new PaidName(paid.group(1), paid.group(2)))
        : Optional.empty();
  }

  /** Whether a word stands before a price. */
  public static boolean isBeforePrice(String word) {
    return word.equals("@") || BEFORE_PRICE.contains(word.toLowerCase(Locale.ROOT));
  }
}
