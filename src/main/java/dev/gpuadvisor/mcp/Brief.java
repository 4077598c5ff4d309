package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * What of an answer an assistant reads: it pays for every byte, and asks for the rest where it
 * needs it. Lists are cut, and of what they list only the fields that decide are left; what was
 * picked, what it needs and what it costs stay whole.
 */
final class Brief {

  private static final TokenFilter SPEED = only("tokens_per_second");
  private static final TokenFilter PRICE = only("usd_per_hour", "usd_per_month");
  private static final TokenFilter CAPACITY =
      only("requests_per_second", "binds", "replicas", "load_percent", "usd_per_month");
  private static final TokenFilter RUN = only("peak_gib_per_gpu", "hours", "usd");
  private static final TokenFilter FALLBACK =
      only("offer", "provider", "gpus", "format", "usd_per_hour", "difference_percent", "replicas");
  private static final TokenFilter ASSESSMENT =
      new Fields(
          Set.of(
              "offer",
              "provider",
              "gpus",
              "format",
              "verdict",
              "memory_percent",
              "price",
              "difference_percent",
              "training",
              "speed",
              "capacity"),
          Map.of("speed", SPEED, "price", PRICE, "capacity", CAPACITY, "training", RUN));
  private static final TokenFilter OFFER =
      new Fields(
          Set.of("id", "provider", "gpus", "nominal_gb", "price", "supply", "market"),
          Map.of("price", PRICE));
  private static final TokenFilter RUNS =
      new Fields(Set.of("format", "fit", "largest_context", "speed"), Map.of("speed", SPEED));
  private static final TokenFilter MODEL =
      new Fields(
          Set.of("id", "hugging_face_id", "parameters", "max_context", "runs"),
          Map.of("runs", RUNS));
  private static final TokenFilter MEMORY =
      only(
          "quantization", "format", "required_gib", "weights_gib", "kv_cache_gib", "error_percent");
  private static final TokenFilter LIST = only("provider", "as_of", "last_seen", "age_days");
  private static final TokenFilter LEFT_OUT = only("verdict", "count");

  private static final TokenFilter ANSWER =
      new Rules(
          Map.of(
              "fallbacks", new First(5, FALLBACK),
              "assessments", new First(5, ASSESSMENT),
              "memory", new First(5, MEMORY),
              "left_out", new First(Integer.MAX_VALUE, LEFT_OUT),
              "price_lists", new First(3, LIST),
              "price", PRICE,
              "offers", new First(25, OFFER),
              "files", new First(2, TokenFilter.INCLUDE_ALL),
              "models", new First(20, MODEL)));

  private Brief() {}

  /** All but those that have a rule are kept, at any depth. */
  private static final class Rules extends TokenFilter {
    private final Map<String, TokenFilter> rules;

    Rules(Map<String, TokenFilter> rules) {
      this.rules = rules;
    }

    @Override
    public TokenFilter includeProperty(String name) {
      return rules.getOrDefault(name, this);
    }

    @Override
    protected boolean _includeScalar() {
      return true;
    }
  }

  /** Only some are kept. */
  private static final class Fields extends TokenFilter {
    private final Set<String> kept;
    private final Map<String, TokenFilter> within;

    Fields(Set<String> kept, Map<String, TokenFilter> within) {
      this.kept = kept;
      this.within = within;
    }

    @Override
    public TokenFilter includeProperty(String name) {
      return kept.contains(name) ? within.getOrDefault(name, TokenFilter.INCLUDE_ALL) : null;
    }
  }

  /** The first entries of a list; what is no list stays whole. */
  private static final class First extends TokenFilter {
    private final int most;
    private final TokenFilter entry;

    First(int most, TokenFilter entry) {
      this.most = most;
      this.entry = entry;
    }

    @Override
    public TokenFilter includeElement(int index) {
      return index < most ? entry : null;
    }

    @Override
    public boolean includeEmptyArray(boolean contentsFiltered) {
      return true;
    }
  }

  private static TokenFilter only(String... fields) {
    return new Fields(Set.of(fields), Map.of());
  }

  /**
   * @param answer of the API, in JSON
   */
  static byte[] of(byte[] answer) {
    return Json.bytes(json -> write(answer, json));
  }

  private static void write(byte[] answer, JsonGenerator json) throws IOException {
    try (JsonParser parser =
        new FilteringParserDelegate(
            Json.parser(answer), ANSWER, Inclusion.INCLUDE_ALL_AND_PATH, true)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken().isNumeric()) {
          json.writeNumber(parser.getText()); // as it was written
        } else if (parser.currentToken() == JsonToken.FIELD_NAME) {
          json.writeFieldName(parser.currentName());
        } else {
          json.copyCurrentEvent(parser);
        }
      }
    }
  }
}
