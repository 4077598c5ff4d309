package dev.gpuadvisor.catalog.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON that is plain: texts in ASCII without escapes, whole numbers, true, false and null. A
 * price file mostly is, and a function that reads one at its start reads it four times as fast here
 * as with Jackson. Whatever is anything else, a fault above all, is not judged here: it is {@link
 * JsonTree}'s to read or to refuse.
 */
final class PlainJson {

  private static final int DEEPEST = 16;
  private static final int MOST_DIGITS = 9;
  private static final int MOST_FIELDS = 64;
  private static final int SMALL = 256;

  /** So many bytes of 0 end what is read. */
  static final int ROOM = Long.BYTES;

  private static final Unplain UNPLAIN = new Unplain();

  /** What is read of a text that is not plain. */
  private static final class Unplain extends Exception {

    private static final long serialVersionUID = 1;

    private Unplain() {
      super(null, null, false, false);
    }
  }

  private final byte[] content;
  private int at;

  private final TextPool names;
  private final TextPool texts;

  /** The last object that lay as deep: the next one mostly has the same fields. */
  private final JsonObject[] before = new JsonObject[DEEPEST + 1];

  /** Where their names begin and end in the text. */
  private final int[][] begins = new int[DEEPEST + 1][MOST_FIELDS];

  private final int[][] ends = new int[DEEPEST + 1][MOST_FIELDS];

  /** Numbers are mostly counts of cards, and gigabytes. */
  private final JsonNumber[] small = new JsonNumber[SMALL];

  /**
   * @param content with eight bytes of 0 behind it, which end whatever is cut off
   */
  private PlainJson(byte[] content) {
    this.content = content;
    this.names = new TextPool(content, 256, true);
    this.texts = new TextPool(content, 2048, false);
    Arrays.fill(before, new JsonObject(0));
  }

  /**
   * The value that {@link JsonTree#read} reads of the same; empty where the content is not plain.
   *
   * @param content with {@link #ROOM} bytes of 0 behind it
   * @param length without these
   */
  static Optional<Object> read(byte[] content, int length) {
    try {
      PlainJson reader = new PlainJson(content);
      Object value = reader.value(reader.next(), 0);
      reader.next();
      return reader.at == length + 1 ? Optional.of(value) : Optional.empty();
    } catch (Unplain | IndexOutOfBoundsException e) { // that is, cut off in its midst
      return Optional.empty();
    }
  }

  private Object value(byte first, int depth) throws Unplain {
    return switch (first) {
      case '"' -> text();
      case '{' -> object(depth + 1);
      case '[' -> list(depth + 1);
      case 't' -> literal("true", Boolean.TRUE);
      case 'f' -> literal("false", Boolean.FALSE);
      case 'n' -> literal("null", JsonTree.NULL);
      default -> number(first);
    };
  }

  private JsonObject object(int depth) throws Unplain {
    byte next = opened(depth);
    JsonObject like = before[depth];
    JsonObject fields = JsonObject.like(like);
    boolean alike = true;
    while (next != '}') {
      require(next, '"');
      int number = fields.size();
      alike = alike && number < like.size() && isNameAgain(depth, number);
      if (alike) {
        at = at + ends[depth][number] - begins[depth][number] + 1;
        require(next(), ':');
        fields.addAlike(value(next(), depth));
      } else {
        String name = name(depth, number);
        require(next(), ':');
        Object value = value(next(), depth);
        if (fields.find(name) >= 0) {
          throw UNPLAIN; // the same name twice
        }
        fields.add(name, value);
      }
      next = next();
      if (next == ',') {
        next = next();
        require(next, '"');
      } else {
        require(next, '}');
      }
    }
    before[depth] = fields;
    return fields;
  }

  /** Whether the name that comes is the one at this place in the last object that lay as deep. */
  private boolean isNameAgain(int depth, int number) {
    int begin = begins[depth][number];
    return names.isAt(begin, at, at + ends[depth][number] - begin);
  }

  private List<Object> list(int depth) throws Unplain {
    byte next = opened(depth);
    if (next == ']') {
      return List.of();
    }
    Object first = value(next, depth);
    next = next();
    if (next == ']') {
      return List.of(first);
    }
    List<Object> values = new ArrayList<>();
    values.add(first);
    while (next != ']') {
      require(next, ',');
      values.add(value(next(), depth));
      next = next();
    }
    return values;
  }

  private byte opened(int depth) throws Unplain {
    if (depth > DEEPEST) {
      throw UNPLAIN;
    }
    return next();
  }

  private Object literal(String word, Object value) throws Unplain {
    for (int i = 1; i < word.length(); i++) {
      require(content[at++], word.charAt(i));
    }
    return value;
  }

  private Object number(byte first) throws Unplain {
    int value = first - '0';
    int begin = at;
    if (value < 1 || value > 9) {
      if (value != 0) {
        throw UNPLAIN;
      }
      begin = at - MOST_DIGITS; // behind a nought comes no digit
    }
    while (content[at] >= '0' && content[at] <= '9') {
      if (at - begin >= MOST_DIGITS - 1) {
        throw UNPLAIN;
      }
      value = 10 * value + content[at++] - '0';
    }
    byte behind = content[at];
    if (behind == '.' || behind == 'e' || behind == 'E') {
      throw UNPLAIN;
    }
    if (value >= SMALL) {
      return new JsonNumber(BigDecimal.valueOf(value), true);
    }
    if (small[value] == null) {
      small[value] = new JsonNumber(BigDecimal.valueOf(value), true);
    }
    return small[value];
  }

  /** A text whose first quote is read. */
  private String text() throws Unplain {
    String text = texts.text(at);
    if (text == null) {
      return unplain(at);
    }
    at = texts.end() + 1;
    return text;
  }

  /** The name of a field, which is plain; one of few. */
  private String name(int depth, int number) throws Unplain {
    String name = names.text(at);
    if (name == null || number == MOST_FIELDS) {
      throw UNPLAIN;
    }
    begins[depth][number] = at;
    ends[depth][number] = names.end();
    at = names.end() + 1;
    return name;
  }

  /** One that has escapes, or letters beyond ASCII. */
  private String unplain(int begin) throws Unplain {
    int end = begin;
    while (content[end] != '"') {
      end += content[end] == '\\' ? 2 : 1;
    }
    at = end + 1;
    try {
      return (String) JsonTree.read("", Arrays.copyOfRange(content, begin - 1, at), false);
    } catch (CatalogException e) {
      throw UNPLAIN;
    }
  }

  /** The next byte that is no blank; mostly it is the next at all. */
  private byte next() {
    byte next = content[at++];
    while (next <= ' ' && isBlank(next)) {
      next = content[at++];
    }
    return next;
  }

  private static boolean isBlank(byte each) {
    return each == ' ' || each == '\n' || each == '\r' || each == '\t';
  }

  private static void require(byte found, char wanted) throws Unplain {
    if (found != wanted) {
      throw UNPLAIN;
    }
  }
}
