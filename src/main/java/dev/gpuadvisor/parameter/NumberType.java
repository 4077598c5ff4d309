package dev.gpuadvisor.parameter;

import dev.gpuadvisor.parameter.Dimension.Factor;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A number from least to most, written as people write numbers: {@link Quantity} says how, {@link
 * Dimension} which units. What could be two numbers is refused by naming both.
 *
 * @param whole whether it has no decimals
 * @param meaning from the number, in the dimension's first unit
 */
public record NumberType<T>(
    BigDecimal least,
    BigDecimal most,
    boolean whole,
    Dimension dimension,
    Function<BigDecimal, T> meaning)
    implements ValueType<T> {

  /** A whole number. */
  public static NumberType<Integer> whole(int least, int most, Dimension dimension) {
    return new NumberType<>(
        BigDecimal.valueOf(least),
        BigDecimal.valueOf(most),
        true,
        dimension,
        BigDecimal::intValueExact);
  }

  /** A whole number, however large. */
  public static NumberType<Long> large(long least, long most, Dimension dimension) {
    return new NumberType<>(
        BigDecimal.valueOf(least),
        BigDecimal.valueOf(most),
        true,
        dimension,
        BigDecimal::longValueExact);
  }

  /** A decimal number, exact. */
  public static NumberType<BigDecimal> decimal(String least, String most, Dimension dimension) {
    return new NumberType<>(
        new BigDecimal(least), new BigDecimal(most), false, dimension, Function.identity());
  }

  /** Whether a word behind a number can only be its unit, a good one or not. */
  public static boolean looksLikeUnit(String word) {
    return Quantity.isUnit(word);
  }

  /** Whether there is a number in it, with whatever unit. */
  public static boolean looksLikeNumber(String text) {
    return Quantity.read(text).isPresent();
  }

  /** Whether it is an amount of money, by its currency or as so much for a time. */
  public static boolean isMoney(String text) {
    return Quantity.read(text)
        .filter(
            quantity ->
                !quantity.currency().isEmpty()
                    || quantity.unit().startsWith("/")
                        && Dimension.USD_PER_HOUR_PAID.factor(quantity.unit()).isPresent())
        .isPresent();
  }

  /** Whether it is an amount of money that is for no time. */
  public static boolean isPrice(String text) {
    return Quantity.read(text)
        .filter(quantity -> !quantity.currency().isEmpty() && quantity.unit().isEmpty())
        .isPresent();
  }

  /** The parameter of requests over a time that it is a value of: {@code 100 requests/min}. */
  public static Optional<Parameter<BigDecimal>> rateOf(String text) {
    return Quantity.read(text)
        .filter(quantity -> quantity.currency().isEmpty())
        .flatMap(quantity -> RateUnits.parameter(quantity.unit()));
  }

  /** The number with the unit of an example; empty where there is no number, or no unit. */
  public static Optional<String> withUnitOf(String example, String text) {
    Optional<Quantity> number = Quantity.read(text);
    String unit = Quantity.read(example).map(Quantity::unit).orElse("");
    return number
        .filter(any -> !unit.isEmpty())
        .map(any -> any.meanings().get(0).toPlainString() + currency(any) + unit);
  }

  private static String currency(Quantity quantity) {
    boolean dollars = quantity.currency().isEmpty() || quantity.currency().equals(Currencies.USD);
    return dollars ? "" : " " + quantity.currency();
  }

  @Override
  public Parsed<T> parse(String text, Vocabulary in) {
    Optional<Quantity> written = Quantity.read(text);
    if (written.isEmpty()) {
      return outside();
    }
    Quantity quantity = written.get();
    if (!quantity.currency().isEmpty() && !dimension.isMoney()) {
      return Parsed.refused(Msg.Fault.noMoney());
    }
    Optional<BigDecimal> usd = usdPerUnit(quantity.currency(), in);
    if (usd.isEmpty()) {
      return Parsed.refused(Msg.Fault.currency(quantity.currency()));
    }
    return dimension
        .factor(quantity.unit())
        .map(factor -> value(text, quantity, factor.times(usd.get()), in))
        .orElseGet(() -> refusedUnit(text, quantity.unit()));
  }

  @Override
  public Shape shape(Vocabulary in) {
    return whole
        ? new Shape.Whole(least.longValueExact(), most.longValueExact())
        : new Shape.Decimal(least.toPlainString(), most.toPlainString());
  }

  @Override
  public String example() {
    return dimension.example();
  }

  /** One where dollars are meant, as they are where no currency is written. */
  private static Optional<BigDecimal> usdPerUnit(String currency, Vocabulary in) {
    return currency.isEmpty() || currency.equals(Currencies.USD)
        ? Optional.of(BigDecimal.ONE)
        : in.money().usdPer(currency);
  }

  private Parsed<T> value(String text, Quantity quantity, Factor factor, Vocabulary in) {
    List<BigDecimal> meanings =
        quantity.meanings().stream()
            .filter(number -> !quantity.isAmbiguous() || mayMean(number, quantity, factor, in))
            .map(factor::of)
            .map(number -> whole || !factor.isOne() ? withoutZeros(number) : number)
            .map(number -> isLength(factor) ? number.setScale(0, RoundingMode.HALF_UP) : number)
            .filter(this::isInside)
            .toList();
    if (meanings.size() > 1) {
      return Parsed.refused(
          Msg.Fault.ambiguousNumber(
              quantity.meanings().get(0).toPlainString(),
              quantity.meanings().get(1).toPlainString()));
    }
    if (meanings.isEmpty()) {
      return outside();
    }
    BigDecimal number = meanings.get(0);
    return Parsed.value(meaning.apply(number), isPlain(text) ? "" : number.toPlainString());
  }

  /**
   * A comma before three digits. Nobody writes a whole number with decimals. Prices of an hour have
   * three of them, and French has its comma before them; English writes thousands with one.
   */
  private boolean mayMean(BigDecimal number, Quantity quantity, Factor factor, Vocabulary in) {
    boolean thousands = number.equals(quantity.meanings().get(0));
    if (whole && factor.isOne()) {
      return thousands;
    }
    if (dimension.hasThreeDecimals()) {
      return !thousands || in.language() != Language.FR;
    }
    return thousands || in.language() != Language.EN;
  }

  private boolean isInside(BigDecimal number) {
    return number.compareTo(least) >= 0
        && number.compareTo(most) <= 0
        && (!whole || number.scale() == 0);
  }

  /** {@code 1.2k} tokens of 1,024 are no whole number, and nobody means a part of one. */
  private boolean isLength(Factor factor) {
    return whole && dimension == Dimension.TOKENS && !factor.isOne();
  }

  private static BigDecimal withoutZeros(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  private Parsed<T> outside() {
    return Parsed.refused(
        whole
            ? Msg.Fault.wholeNumber(least.longValueExact(), most.longValueExact())
            : Msg.Fault.decimalNumber(least.toPlainString(), most.toPlainString()));
  }

  /** The unit as it was written: with its blanks and capitals. */
  private Parsed<T> refusedUnit(String text, String unit) {
    int from = text.length();
    while (from > 0 && !bare(text.substring(from)).equals(unit)) {
      from--;
    }
    String written = from > 0 ? text.substring(from).strip() : unit;
    return Parsed.refused(Msg.Fault.unit(example(), written));
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (!Character.isSpaceChar(c) && !Character.isWhitespace(c)) {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
  }
}
