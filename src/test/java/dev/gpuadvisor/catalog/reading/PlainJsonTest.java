package dev.gpuadvisor.catalog.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.PriceList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {

  private static final long SEED = Long.getLong("hostile.seed", 9);

  static Stream<String> lists() {
    return BundledCatalog.catalog().priceLists().all().stream()
        .map(PriceList::provider)
        .map(provider -> BundledCatalog.content("price-lists/" + provider + ".json"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void priceListsArePlain(String list) {
    assertEquals(slowly(list.getBytes(UTF_8)), read(list.getBytes(UTF_8)));
  }

  /**
   * A letter changed, left out, doubled, or the rest cut off, as often as not in a word of JSON.
   */
  @Test
  void whatIsReadIsWhatTheOtherReaderReads() {
    Random random = new Random(SEED);
    String list = lists().filter(each -> each.length() < 2_500).findFirst().orElseThrow();
    int plain = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] content = changed(list.getBytes(UTF_8), random);
      Optional<Object> read = plainly(content);
      plain += read.isPresent() ? 1 : 0;
      assertEquals(
          read.map(JsonTree::text).orElse(""),
          read.isPresent() ? slowly(content) : "",
          () -> "seed " + SEED + ": " + new String(content, UTF_8));
    }
    assertTrue(plain > 2_000 && plain < 18_000, "says little: " + plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " [ ] ",
        "{\"a\":0}",
        "[1,22,999999999]",
        "[true,false,null]",
        "\"\"",
        "{\"\":1}",
        "[\"\\u00e9\\n\\\"\\\\\",\"\u00e9\",\"\ud83d\ude80\"]",
        "{\"a\":{\"a\":1},\"b\":{\"a\":2}}",
        "[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4},{\"a\":5},{\"b\":6,\"a\":7},{\"a\":8,\"c\":9,\"b\":0},{\"a\":1}]",
        "[{\"a\":{\"x\":1},\"b\":{\"y\":2}},{\"a\":{\"y\":3,\"x\":4},\"b\":{\"y\":5}}]",
        "[{\"ab\":1},{\"a\":1},{\"abc\":1},{},{\"ab\":2}]",
        "[[[[[[[[[[[[]]]]]]]]]]]]",
        "7 "
      })
  void isRead(String plain) {
    assertEquals(slowly(plain.getBytes(UTF_8)), read(plain.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "\"",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,}",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "01",
        "-1",
        "1.5",
        "1e3",
        "1234567890",
        "tru",
        "trux",
        "nul",
        "\"a\\",
        "\"\\x\"",
        "\"\t\"",
        "1 1",
        "{} x",
        "\u00e9",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"a\":1},\"a\":2}",
        "[{\"a\":1,\"b\":2},{\"a\":1,\"b\":2,\"a\":3}]",
        "[{\"a\":1,\"b\":2},{\"a\":1,\"a\":3}]",
        "[{\"a\":1,\"b\":2},{\"b\":1,\"b\":3}]",
        "{\"\\u0061\":1}",
        "// no",
        "[1]]",
        "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]"
      })
  void isLeftToTheOtherReader(String other) {
    assertEquals(Optional.empty(), plainly(other.getBytes(UTF_8)));
  }

  private static String read(byte[] content) {
    return JsonTree.text(plainly(content).orElseThrow());
  }

  private static Optional<Object> plainly(byte[] content) {
    return PlainJson.read(Arrays.copyOf(content, content.length + PlainJson.ROOM), content.length);
  }

  private static String slowly(byte[] content) {
    return JsonTree.text(JsonTree.read("file", content, false));
  }

  private static byte[] changed(byte[] content, Random random) {
    byte[] changed = content.clone();
    int at = random.nextInt(changed.length);
    byte[] letters = "\"\"{}[],,::0123456789eE.-tfn\\ \n".getBytes(UTF_8);
    switch (random.nextInt(5)) {
      case 0 -> changed[at] = (byte) random.nextInt();
      case 1 -> changed[at] = letters[random.nextInt(letters.length)];
      case 2 -> System.arraycopy(content, at, changed, at + 1, content.length - at - 1);
      case 3 -> System.arraycopy(content, at + 1, changed, at, content.length - at - 1);
      default -> {
        return random.nextInt(10) == 0 ? Arrays.copyOf(content, at) : content;
      }
    }
    return changed;
  }
}
