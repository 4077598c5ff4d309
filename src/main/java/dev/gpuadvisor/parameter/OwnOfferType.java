package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quote, a contract, a machine in the cellar: an object of {@link OwnOfferFields}, or a line that
 * says the same, {@code cellar: 2x RTX 3090 at 0.40/h}, {@code RTX 3090 350W bought 700 at
 * 0.30/kWh}.
 */
record OwnOfferType() implements LimitedText<Offer> {

  private static final List<String> BEFORE_PRICE = List.of("@", " at ", " for ", " à ", " pour ");
  private static final String BOUGHT = " bought ";
  private static final Pattern WATTS = Pattern.compile(" ([0-9]{2,6}) ?[wW]$");
  private static final List<Character> AFTER_NAME = List.of(':', '=');

  @Override
  public int longest() {
    return 2000;
  }

  @Override
  public Parsed<Offer> read(String text, Vocabulary in) {
    return text.startsWith("{") ? parseObject(ConfigFields.parse(text), in) : line(text, in);
  }

  @Override
  public Parsed<Offer> parseObject(Optional<ConfigFields> object, Vocabulary in) {
    return object
        .map(fields -> new OwnOfferReader(OwnOfferReader.written(fields), in).read())
        .orElseGet(() -> Parsed.refused(Msg.Fault.ownOffer(example())));
  }

  @Override
  public String written(ConfigFields object) {
    return object.written(OwnOfferFields.CARD.name());
  }

  /** Semicolons and lines divide them: commas stand in numbers and in objects. */
  @Override
  public List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    String list = text.startsWith("[") && text.endsWith("]") ? inside(text) : text;
    char divider = list.equals(text) ? ';' : ',';
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      quoted ^= c == '"' && (i == 0 || list.charAt(i - 1) != '\\');
      depth += quoted ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0 && !quoted && (c == divider || c == '\n')) {
        parts.add(list.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(list.substring(from));
    return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  @Override
  public String divider() {
    return "; ";
  }

  private static String inside(String list) {
    return list.substring(1, list.length() - 1);
  }

  private Parsed<Offer> line(String text, Vocabulary in) {
    int bought = text.indexOf(BOUGHT);
    int power = text.lastIndexOf(" at ");
    boolean powered = power > bought && text.toLowerCase(Locale.ROOT).endsWith("/kwh");
    if (bought > 0 || powered) {
      return owned(
          text.substring(0, powered ? power : text.length()),
          powered ? text.substring(power + 4) : "",
          in);
    }
    int price = -1;
    int length = 0;
    for (String word : BEFORE_PRICE) {
      int at = text.lastIndexOf(word);
      if (at > price) {
        price = at;
        length = word.length();
      }
    }
    if (price < 0) {
      return Parsed.refused(Msg.Fault.ownOffer(example()));
    }
    Map<String, String> fields = named(text.substring(0, price).strip());
    return whole(new OwnOfferReader(fields, in).at(text.substring(price + length).strip()));
  }

  /** {@code RTX 3090 bought 700 over 2 years at 0.30/kWh}: the price, the years, the power. */
  private static Parsed<Offer> owned(String text, String power, Vocabulary in) {
    int bought = text.indexOf(BOUGHT);
    String name = (bought < 0 ? text : text.substring(0, bought)).strip();
    Matcher watts = WATTS.matcher(name);
    boolean drawn = watts.find();
    Map<String, String> fields = named(drawn ? name.substring(0, watts.start()) : name);
    if (drawn) {
      fields.put(OwnOfferFields.WATTS.name(), watts.group(1));
    }
    if (bought >= 0) {
      String price = text.substring(bought + BOUGHT.length());
      int over = price.indexOf(" over ");
      fields.put(OwnOfferFields.PURCHASE_USD.name(), over < 0 ? price : price.substring(0, over));
      if (over >= 0) {
        fields.put(OwnOfferFields.YEARS.name(), price.substring(over + 6));
      }
    }
    if (!power.isEmpty()) {
      fields.put(OwnOfferFields.USD_PER_KWH.name(), power);
    }
    return whole(new OwnOfferReader(fields, in).read());
  }

  /** The card, with what it is called before it. */
  private static Map<String, String> named(String text) {
    int name = endOfName(text);
    Map<String, String> fields = new TreeMap<>();
    if (name >= 0) {
      fields.put(OwnOfferFields.ID.name(), text.substring(0, name).strip());
    }
    fields.put(OwnOfferFields.CARD.name(), text.substring(name + 1).strip());
    return fields;
  }

  /** Of a line there are no fields to name. */
  private static Parsed<Offer> whole(Parsed<Offer> read) {
    if (!(read instanceof Parsed.Faulty<Offer> faulty)) {
      return read;
    }
    Fault first = faulty.faults().get(0);
    return new Parsed.Refused<>(first.detail(), first.allowed(), first.nearest());
  }

  private static int endOfName(String named) {
    for (int i = 0; i < named.length(); i++) {
      if (AFTER_NAME.contains(named.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Fields(OwnOfferFields.all(), List.of(OwnOfferFields.CARD));
  }

  @Override
  public String example() {
    return "2x RTX 3090 at 0.40/h";
  }

  /** What to call it where nobody does. */
  static String named(Card card, int gpus) {
    return "own-" + (gpus == 1 ? "" : gpus + "x-") + card.id();
  }
}
