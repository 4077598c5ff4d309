package dev.gpuadvisor.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.filter.FilteringGeneratorDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Streaming JSON, and how this API writes its kinds of values. */
public final class Json {

  /**
   * Callers choose the names of fields: they are not interned, which a native image never undoes,
   * and a collision of hashes that they provoke is slow, but no reason to fail. What is given twice
   * is for the parameters to judge, as in a query string; {@code NaN} and {@code Infinity} too:
   * Python writes them, and published configurations have them.
   */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private static final Map<Enum<?>, String> NAMES = new ConcurrentHashMap<>();

  private static final int GIB_BITS = 30;
  private static final int MIB_BITS = 20;
  private static final int[] POWERS_OF_TEN = {1, 10, 100, 1000};
  private static final int USUAL_ANSWER = 16 * 1024;

  private Json() {}

  /** Writes one value. */
  public interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  /** UTF-8, with a line end for those who read it in a terminal. */
  public static byte[] bytes(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_ANSWER);
    try (JsonGenerator json = new NamingGenerator(FACTORY.createGenerator(bytes))) {
      writer.write(json);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a buffer in memory does not fail
    }
    return bytes.toByteArray();
  }

  /**
   * The same of what a filter lets through: what it does not is never kept.
   *
   * @param kept of the document
   */
  public static byte[] bytes(Writer writer, TokenFilter kept) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator whole = FACTORY.createGenerator(bytes)) {
      writer.write(
          new NamingGenerator(
              new FilteringGeneratorDelegate(
                  whole, kept, TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true)));
      whole.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a buffer in memory does not fail
    }
    return bytes.toByteArray();
  }

  public static JsonParser parser(byte[] bytes) throws IOException {
    return FACTORY.createParser(bytes);
  }

  /** Of a stream that is read as far as it is asked for, and closed by whoever opened it. */
  public static JsonParser parser(InputStream stream) throws IOException {
    return FACTORY.createParser(stream).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
  }

  /** Bytes as GiB, to two decimals. */
  public static void gib(JsonGenerator json, String name, long bytes) throws IOException {
    // In two parts: a hundred times the most that can be asked for is more than a long holds.
    long whole = bytes >> GIB_BITS;
    long rest = bytes - (whole << GIB_BITS);
    long hundredths = (rest * 100 + (1L << (GIB_BITS - 1))) >> GIB_BITS;
    scaled(json, name, whole * 100 + hundredths, 2);
  }

  /** Bytes as MiB, to two decimals, as runtimes print them. */
  public static void mib(JsonGenerator json, String name, long bytes) throws IOException {
    long whole = bytes >> MIB_BITS;
    long rest = bytes - (whole << MIB_BITS);
    scaled(json, name, whole * 100 + ((rest * 100 + (1L << (MIB_BITS - 1))) >> MIB_BITS), 2);
  }

  /** An exact decimal number, without zeros that say nothing and without an exponent. */
  public static void number(JsonGenerator json, String name, BigDecimal number) throws IOException {
    json.writeFieldName(name);
    Decimals.write(json, number);
  }

  /** A calculated estimate, to one decimal. */
  public static void oneDecimal(JsonGenerator json, String name, double number) throws IOException {
    scaled(json, name, Math.round(number * 10), 1);
  }

  /** A rough time: two digits that count, down to milliseconds. */
  public static void seconds(JsonGenerator json, String name, double seconds) throws IOException {
    int decimals = seconds >= 10 ? 0 : seconds >= 1 ? 1 : seconds >= 0.1 ? 2 : 3;
    long scaled = Math.round(seconds * POWERS_OF_TEN[decimals]);
    scaled(json, name, Math.max(1, scaled), decimals);
  }

  private static void scaled(JsonGenerator json, String name, long scaled, int decimals)
      throws IOException {
    json.writeFieldName(name);
    Decimals.write(json, scaled, decimals);
  }

  public static void strings(JsonGenerator json, String name, List<String> strings)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }

  /** A constant as the API spells it: {@code best_choice}. */
  public static String name(Enum<?> constant) {
    String name = NAMES.get(constant);
    return name == null
        ? NAMES.computeIfAbsent(constant, unknown -> unknown.name().toLowerCase(Locale.ROOT))
        : name;
  }
}
