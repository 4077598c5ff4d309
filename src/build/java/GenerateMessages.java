import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes {@code dev.gpuadvisor.text.Msg} from the message files: one method for each text, so that
 * a text or a value that does not exist does not compile. Run by Maven when sources are generated,
 * {@code java GenerateMessages.java <directory of the message files> <directory for sources>}.
 *
 * <p>A text is {@code verdict.tight = Fills {used:percent} of its memory}. English says of which
 * kind each value is, other languages name it only: {@code {used}}. Values without a kind are
 * words. {@code {count|one fault|# faults}} chooses by the number, in each language by its own
 * rule, and writes it for {@code #}.
 */
final class GenerateMessages {

  /** What the kinds of {@code Message.Kind} are in Java. */
  private static final Map<String, String> TYPES =
      Map.of(
          "word", "String",
          "words", "List<String>",
          "count", "long",
          "number", "BigDecimal",
          "usd", "BigDecimal",
          "decimal", "BigDecimal",
          "percent", "BigDecimal",
          "gib", "long",
          "date", "LocalDate",
          "message", "Message");

  private static final Set<String> COUNTED = Set.of("count", "number", "decimal");
  private static final int FORMS = 2;

  private final List<String> faults = new ArrayList<>();
  private final Map<String, Map<String, String>> values = new TreeMap<>();
  private final Map<String, String> english;

  private GenerateMessages(Map<String, String> english) {
    this.english = english;
    english.forEach((key, text) -> values.put(key, kinds("en", key, text)));
  }

  public static void main(String[] arguments) throws IOException {
    Path messages = Path.of(arguments[0]);
    GenerateMessages generator = new GenerateMessages(read(messages.resolve("en.properties")));
    try (var files = Files.newDirectoryStream(messages, "*.properties")) {
      for (Path file : files) {
        String language = file.getFileName().toString().replace(".properties", "");
        generator.check(language, read(file));
      }
    }
    String source = generator.source();
    if (!generator.faults.isEmpty()) {
      generator.faults.forEach(System.err::println);
      System.exit(1);
    }
    Path file = Path.of(arguments[1]).resolve("dev/gpuadvisor/text/Msg.java");
    // An unchanged file keeps its date, and nothing is compiled again.
    if (!Files.exists(file) || !Files.readString(file).equals(source)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, source);
    }
  }

  private static Map<String, String> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      properties.load(reader);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }

  /** The names of the values of a text, sorted, with their kinds; an empty one is not said. */
  private Map<String, String> kinds(String language, String key, String text) {
    Map<String, String> kinds = new TreeMap<>();
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        faults.add(language + ": " + key + " leaves a brace open");
        return kinds;
      }
      String[] forms = text.substring(open + 1, close).split("\\|", -1);
      String[] name = forms[0].split(":", -1);
      String kind = name.length > 1 ? name[1] : usual(language, key, name[0], forms.length > 1);
      if (!name[0].matches("[a-z][A-Za-z0-9]*") || name.length > 2) {
        faults.add(language + ": " + key + " has a value without a proper name: " + forms[0]);
      }
      if (!kind.isEmpty() && !TYPES.containsKey(kind)) {
        faults.add(language + ": " + key + " has a value of an unknown kind: " + kind);
      }
      if (forms.length > 1 && (forms.length != FORMS + 1 || !COUNTED.contains(kind))) {
        faults.add(language + ": " + key + " has no two forms by a number: " + forms[0]);
      }
      String before = kinds.merge(name[0], kind, (one, other) -> one.isEmpty() ? other : one);
      if (!kind.isEmpty() && !before.equals(kind)) {
        faults.add(language + ": " + key + " has " + name[0] + " as " + before + " and " + kind);
      }
    }
    return kinds;
  }

  /** The kind of a value that a text does not say: English counts what it has forms for. */
  private String usual(String language, String key, String name, boolean hasForms) {
    if (language.equals("en")) {
      return hasForms ? "count" : "";
    }
    return hasForms ? values.getOrDefault(key, Map.of()).getOrDefault(name, "") : "";
  }

  /** Every language has the texts of English, with their values. */
  private void check(String language, Map<String, String> texts) {
    Set<String> keys = new TreeSet<>(english.keySet());
    keys.addAll(texts.keySet());
    for (String key : keys) {
      if (!texts.containsKey(key)) {
        faults.add(language + ": " + key + " is missing");
      } else if (!english.containsKey(key)) {
        faults.add("en: " + key + " is missing");
      } else if (!language.equals("en")) {
        checkValues(language, key, kinds(language, key, texts.get(key)));
      }
    }
  }

  private void checkValues(String language, String key, Map<String, String> own) {
    Map<String, String> wanted = values.get(key);
    if (!own.keySet().equals(wanted.keySet())) {
      faults.add(
          language + ": " + key + " has values " + own.keySet() + ", not " + wanted.keySet());
      return;
    }
    own.forEach(
        (name, kind) -> {
          if (!kind.isEmpty() && !kind.equals(kind(wanted.get(name)))) {
            faults.add(language + ": " + key + " has " + name + " as " + kind);
          }
        });
  }

  private static String kind(String said) {
    return said.isEmpty() ? "word" : said;
  }

  private String source() {
    Map<String, Map<String, String>> groups = new TreeMap<>();
    for (String key : english.keySet()) {
      int dot = key.indexOf('.');
      if (!key.matches("[a-z_]+\\.[A-Za-z0-9._-]+")) {
        faults.add("en: " + key + " is not a group, a dot and a name");
        continue;
      }
      String other =
          groups
              .computeIfAbsent(capital(camel(key.substring(0, dot))), any -> new TreeMap<>())
              .put(method(key.substring(0, dot), key.substring(dot + 1)), key);
      if (other != null) {
        faults.add("en: " + key + " and " + other + " would be one method");
      }
    }
    StringBuilder source = new StringBuilder();
    source.append("package dev.gpuadvisor.text;\n\n");
    for (String name : List.of("java.math.BigDecimal", "java.time.LocalDate", "java.util.List")) {
      source.append("import ").append(name).append(";\n");
    }
    source.append(
        "\n"
            + "/**\n"
            + " * Every text, by its key, and its values in the order of their names. Generated"
            + " from the message files.\n"
            + " */\n"
            + "public final class Msg {\n\n"
            + "  private Msg() {}\n");
    groups.forEach((name, methods) -> group(name, methods, source));
    return source.append("}\n").toString();
  }

  private void group(String name, Map<String, String> methods, StringBuilder source) {
    source.append("\n  /** The texts of this group. */\n  public static final class ");
    source.append(name).append(" {\n\n    private ").append(name).append("() {}\n");
    methods.forEach((method, key) -> method(method, key, source));
    source.append("  }\n");
  }

  private void method(String name, String key, StringBuilder source) {
    Map<String, String> kinds = values.get(key);
    source.append("\n    /** ").append(documented(english.get(key))).append(" */\n");
    source.append("    public static Message ").append(name).append('(');
    source.append(
        kinds.entrySet().stream()
            .map(value -> TYPES.get(kind(value.getValue())) + " " + value.getKey())
            .collect(Collectors.joining(", ")));
    source.append(") {\n      return Message.of(\"").append(key).append('"');
    kinds.forEach(
        (value, kind) ->
            source
                .append(",\n          Message.value(\"")
                .append(value)
                .append("\", Message.Kind.")
                .append(kind(kind).toUpperCase(java.util.Locale.ROOT))
                .append(", ")
                .append(value)
                .append(')'));
    source.append(");\n    }\n");
  }

  private static String documented(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replace("\\", "&#92;")
        .replace("\n", " ");
  }

  private static String method(String group, String rest) {
    String name = camel(rest);
    if (Character.isDigit(name.charAt(0))) {
      return camel(group) + name;
    }
    return javax.lang.model.SourceVersion.isKeyword(name) ? name + "Text" : name;
  }

  private static String camel(String name) {
    String[] words = name.split("[._-]");
    return words[0]
        + Arrays.stream(words).skip(1).map(GenerateMessages::capital).collect(Collectors.joining());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
  }
}
