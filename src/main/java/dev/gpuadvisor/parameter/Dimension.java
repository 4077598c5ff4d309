package dev.gpuadvisor.parameter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a number counts, and the units that it may be written in. The first unit is that of the
 * value; the others are converted to it. A month has 730 hours, a day 24 of them.
 */
public enum Dimension {
  /** Things: {@code 4}, {@code 10k}. */
  COUNT(
      "4",
      "k=1000 m=1000000 gpus gpu x users user sequences layers utilisateurs utilisateur"
          + " concurrent concurrentusers concurrentrequests simultaneoususers parallel people"
          + " personnes utilisateurssimultanés clients"),
  /** Tokens; {@code k} is 1024, as contexts are counted: {@code 32k}. */
  TOKENS(
      "32k",
      "token tokens tok jetons k=1024 ki=1024 m=1048576 mi=1048576 ktokens=1024 ktok=1024"
          + " mtokens=1048576"),
  /**
   * Any number of tokens that is no length of a context: {@code 2.5m}, {@code 1b}, {@code 1 GB}.
   */
  MANY_TOKENS("10m", ""),
  /** Any number of things: {@code 20k}. */
  MANY(
      "20k",
      "examples example samples sample rows exemples exemple pairs conversations dialogues lines"
          + " lignes paires k=1000 m=1000000 kexamples=1000 ksamples=1000 krows=1000"
          + " kexemples=1000 mexamples=1000000 mexemples=1000000 million=1000000"
          + " millions=1000000 millionexamples=1000000 millionsamples=1000000"
          + " millionrows=1000000"),
  EPOCHS("3", "epochs epoch ep x époques époque"),
  TOKENS_PER_SECOND(
      "30", "/s tok/s tokens/s t/s tps toks/s token/s jetons/s tokenspersecond tokensasecond"),
  /** Parameters of a model: {@code 14.8b}, {@code 500m}. */
  PARAMETERS(
      "14.8b",
      "params parameters b=1000000000 bn=1000000000 billion=1000000000 milliards=1000000000"
          + " md=1000000000 m=1000000 million=1000000 millions=1000000 t=1000000000000"
          + " trillion=1000000000000"),
  /** Dollars per hour. */
  USD_PER_HOUR("3/h", Units.PER_HOUR),
  /** Dollars that are paid for what runs all the time: an hour's share of whatever is written. */
  USD_PER_HOUR_PAID(
      "1.00",
      Units.PER_HOUR
          + " /s=3600 /sec=3600 /min=60 /d=1:24 /day=1:24 perday=1:24 aday=1:24 /jour=1:24"
          + " /j=1:24 parjour=1:24 /mo=1:730 /month=1:730 permonth=1:730 amonth=1:730 /mois=1:730"
          + " parmois=1:730 /yr=1:8760 /year=1:8760 peryear=1:8760 /an=1:8760 paran=1:8760"),
  USD_PER_SECOND("0.00019/s", "/s /sec persecond asecond /seconde parseconde"),
  /** Dollars that a month may cost. */
  USD_PER_MONTH(
      "500/mo",
      "/mo /month permonth amonth /mois parmois k=1000 k/mo=1000 k/month=1000 /yr=1:12 /year=1:12"
          + " peryear=1:12 ayear=1:12 /an=1:12 paran=1:12 /d=730:24 /day=730:24 perday=730:24"
          + " aday=730:24 /jour=730:24 parjour=730:24 /week=730:168 perweek=730:168 aweek=730:168"
          + " /semaine=730:168 parsemaine=730:168"),
  USD("2500", "k=1000"),
  USD_PER_MILLION_TOKENS(
      "0.60", "/m /mtok /mtokens /1m /1mtok /1mtokens /milliontokens permilliontokens /million"),
  USD_PER_KWH("0.30", "/kwh perkwh parkwh"),
  /** Hours of work in a month of 730. */
  HOURS_PER_MONTH(
      "40/mo",
      "/mo /month /mois permonth h hr hrs hour hours heure heures h/mo h/month h/mois hours/mo"
          + " hours/month hourspermonth hoursamonth heures/mois heuresparmois h/d=730:24"
          + " h/day=730:24 hours/day=730:24 hoursaday=730:24 h/jour=730:24 h/j=730:24"
          + " heures/jour=730:24 heuresparjour=730:24 /d=730:24 /day=730:24 /jour=730:24"
          + " h/week=730:168 hours/week=730:168 h/semaine=730:168 heures/semaine=730:168"
          + " /week=730:168 hoursperday=730:24 haday=730:24 hperday=730:24 hparjour=730:24"
          + " hparsemaine=730:168 heuresparsemaine=730:168 hoursperweek=730:168 hoursaweek=730:168"
          + " haweek=730:168 hperweek=730:168 hamonth hpermonth hparmois hours/d=730:24 /7=730:24"
          + " /5=3650:168"),
  /** Times per hour. */
  PER_HOUR("2", "/h /hr /hour perhour anhour /heure parheure"),
  /** Requests, of which so many come in a second: {@code 8 rps}, {@code 100 requests/min}. */
  PER_SECOND("8/s", ""),
  /** Requests, of which so many come in a day: {@code 5000}, {@code 1M requests/month}. */
  PER_DAY("5000/day", ""),
  /** Tokens of prompts and answers, of all requests: {@code 1M/day}. */
  TOKENS_PER_DAY("1M/day", ""),
  SECONDS(
      "45s",
      "s sec secs second seconds seconde secondes ms=1:1000 min=60 mins=60 minute=60 minutes=60"
          + " h=3600"),
  /** A part of the whole, 0 to 1: {@code 0.9}, {@code 90%}. */
  SHARE("90%", "%=1:100 percent=1:100 pct=1:100 pourcent=1:100"),
  /** Memory: 2^30 bytes. */
  GIB(
      "24 GB",
      "gib gio gi gb=1000000000:1073741824 go=1000000000:1073741824 g=1000000000:1073741824"
          + " mib=1:1024 mio=1:1024 mb=1000000:1073741824 mo=1000000:1073741824 tib=1024 tio=1024"
          + " tb=1000000000000:1073741824"),
  WATTS("700", "w watt watts kw=1000"),
  YEARS("3", "y yr yrs year years an ans année années months=1:12 month=1:12 mois=1:12"),
  NUMBER("1.5", "x");

  /** Enough for a month of it to be right to the cent. */
  private static final int DECIMALS = 6;

  private static final long SECONDS_OF_A_DAY = 86_400;

  private final String example;
  private final Map<String, Factor> factors;

  Dimension(String example, String units) {
    this.example = example;
    this.factors = Units.read(units);
  }

  /** How a value of it may be written. */
  public String example() {
    return example;
  }

  boolean isMoney() {
    return name().startsWith("USD");
  }

  /**
   * Of such amounts three decimals are as common as two: a comma before three digits is a doubt.
   */
  boolean hasThreeDecimals() {
    return isMoney() && this != USD_PER_MONTH && this != USD;
  }

  /** What the unit is worth; empty where it is none of this. */
  Optional<Factor> factor(String unit) {
    return switch (this) {
      case TOKENS_PER_DAY -> RateUnits.tokensPerDay(unit);
      case MANY_TOKENS -> RateUnits.tokens(unit);
      case PER_SECOND -> RateUnits.requests(unit, 1);
      case PER_DAY -> RateUnits.requests(unit, SECONDS_OF_A_DAY);
      default -> Optional.ofNullable(factors.get(unit));
    };
  }

  /** Worth so many of the first unit. */
  record Factor(BigDecimal times, BigDecimal over) {

    BigDecimal of(BigDecimal number) {
      if (isOne()) {
        return number;
      }
      BigDecimal product = number.multiply(times);
      return over.equals(BigDecimal.ONE)
          ? product
          : product.divide(over, DECIMALS, RoundingMode.HALF_UP);
    }

    /** The same of what is worth so many dollars. */
    Factor times(BigDecimal usd) {
      return usd.equals(BigDecimal.ONE) ? this : new Factor(times.multiply(usd), over);
    }

    boolean isOne() {
      return times.equals(BigDecimal.ONE) && over.equals(BigDecimal.ONE);
    }
  }

  private static final class Units {

    static final String PER_HOUR = "/h /hr /hour perhour anhour /heure parheure del'heure h";

    private Units() {}

    /** {@code name}, {@code name=factor} or {@code name=times:over}, blanks between them. */
    static Map<String, Factor> read(String units) {
      Map<String, Factor> factors = new HashMap<>();
      factors.put("", new Factor(BigDecimal.ONE, BigDecimal.ONE));
      for (String unit : units.isEmpty() ? new String[0] : units.split(" ")) {
        int equals = unit.indexOf('=');
        String factor = equals < 0 ? "1" : unit.substring(equals + 1);
        int colon = factor.indexOf(':');
        String times = colon < 0 ? factor : factor.substring(0, colon);
        String over = colon < 0 ? "1" : factor.substring(colon + 1);
        String name = equals < 0 ? unit : unit.substring(0, equals);
        factors.put(name, new Factor(new BigDecimal(times), new BigDecimal(over)));
      }
      return Map.copyOf(factors);
    }
  }
}
