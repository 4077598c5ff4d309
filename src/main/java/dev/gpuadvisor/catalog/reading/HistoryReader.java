package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceHistory;
import dev.gpuadvisor.catalog.PricePoint;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads {@code history/<provider>.csv}: a line for each change of a price, in the order of time.
 * The last line of an offer is its price of today.
 */
final class HistoryReader {

  static final String HEADER = "offer,market,region,since,price,source";
  private static final int COLUMNS = 6;

  private final String file;
  private final Map<String, Offer> offers = new HashMap<>();
  private final Map<String, List<PricePoint>> points = new LinkedHashMap<>();

  private HistoryReader(String file, List<Offer> offers) {
    this.file = file;
    offers.forEach(offer -> this.offers.put(offer.id(), offer));
  }

  static Map<String, PriceHistory> read(
      String file, Function<String, String> files, List<Offer> offers) {
    String content = files.apply(file);
    return content == null ? Map.of() : new HistoryReader(file, offers).read(content);
  }

  private Map<String, PriceHistory> read(String content) {
    List<String> lines = content.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new CatalogException(file + ": must begin with " + HEADER);
    }
    lines.stream().skip(1).forEach(this::add);
    Map<String, PriceHistory> histories = new HashMap<>();
    points.forEach((offer, each) -> histories.put(offer, history(offer, each)));
    return histories;
  }

  private PriceHistory history(String offer, List<PricePoint> each) {
    try {
      PriceHistory history = new PriceHistory(each);
      if (history.last().usdPerHour().compareTo(offers.get(offer).usdPerHour()) != 0) {
        throw fault(offer, "must end with the price of the list");
      }
      return history;
    } catch (IllegalArgumentException e) {
      throw fault(offer, e.getMessage());
    }
  }

  private void add(String line) {
    List<String> fields = fields(line);
    String id = fields.get(0);
    Offer offer = offers.get(id);
    if (fields.size() != COLUMNS || offer == null) {
      throw fault(id, "must be a line of six fields, about an offer of the list");
    }
    Market market = offer.sale().market();
    if (!fields.get(1).equals(market.name().toLowerCase(Locale.ROOT))
        || !fields.get(2).equals(offer.sale().regionName().orElse(""))) {
      throw fault(id, "must have the market and the region of the offer");
    }
    try {
      LocalDate since = LocalDate.parse(fields.get(3));
      BigDecimal price = new BigDecimal(fields.get(4));
      points
          .computeIfAbsent(id, unseen -> new ArrayList<>())
          .add(new PricePoint(since, price, fields.get(5)));
    } catch (DateTimeException | NumberFormatException e) {
      throw fault(id, "must have a day and a price: " + line);
    }
  }

  private CatalogException fault(String offer, String what) {
    return new CatalogException(file + ", entry '" + offer + "': " + what);
  }

  /** The fields of a line; those with commas stand in quotes. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
