package dev.gpuadvisor.slack;

import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ParameterTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Command lines as nobody should type them, made from a seed. */
public final class HostileLines {

  /** The words of what people really say, line by line: faults hide behind what is understood. */
  private static final List<List<String>> SPOKEN = spoken();

  private static final List<Parameter<?>> PARAMETERS = ParameterTable.standard().all();

  private static final List<String> WORDS =
      List.of(
          "qwen2.5-14b",
          "qwen",
          "14b",
          "llama-3.1-70b",
          "deepseek-r1",
          "8bit",
          "4bit",
          "int4",
          "fp8",
          "compare",
          "for",
          "pour",
          "AMPERE_24",
          "ADA_24_PRO",
          "offers",
          "models",
          "help",
          "vs",
          "a10g@1.00",
          "rtx",
          "3090",
          "@",
          "@0",
          "ctx=32k",
          "ctx=",
          "=",
          "users=4",
          "lora=16",
          "budget=3/h",
          "budget=3",
          "hours=40/mo",
          "supply=high",
          "runtime=vllm",
          "gpus=8",
          "fr",
          "en",
          "share",
          "ctx=999999999999k",
          "users=-1",
          "budget=1e999999999/h",
          "hours=NaN/mo");

  private static final List<String> INJECTIONS =
      List.of(
          "<!channel>",
          "<!here>",
          "<!everyone>",
          "@channel",
          "@here",
          "<@U123>",
          "<#C123|general>",
          "<https://evil.example|click>",
          "https://evil.example",
          "*bold*",
          "_it_",
          "~no~",
          "`code`",
          "```",
          "&lt;!channel&gt;",
          "&amp;lt;",
          "&",
          "<",
          ">",
          "<!date^1^{date}|x>",
          ":boom:",
          "\",\"blocks\":[]",
          "\\u003c!channel\\u003e",
          "${jndi:ldap://x}",
          "$",
          "$1",
          "${",
          "\\",
          "\\E",
          "(?",
          "[",
          "%s",
          "{word}",
          "{{7*7}}",
          "%3C",
          "\n",
          "\t",
          "\u0000",
          "\r\n>quote",
          "../../etc/passwd",
          "'; drop table--");

  private static final List<String> ODD =
      List.of(
          "🚀",
          "👩‍👩‍👧‍👦",
          "🏳️‍🌈",
          "مرحبا",
          "\u202Eabc\u202C",
          "שלום",
          "ＱＷＥＮ",
          "é\u0301",
          "\u200B",
          "ﬁ",
          "𝔮𝔴𝔢𝔫",
          "中文",
          "\uFEFF",
          "\u2028",
          "ß",
          "İ",
          "\uD83D",
          "\uDE80",
          "\u00A0",
          "１４ｂ");

  private static final List<String> QUESTIONS =
      List.of(
          "qwen2.5-14b ",
          "qwen 14b 4bit ",
          "llama-3.1-70b gpus=4 vs a10g@1.00 ",
          "gpt-oss-20b ctx=128k fr ",
          "compare AMPERE_24 ADA_24_PRO for phi-4 ",
          "offers ",
          "models ");

  private HostileLines() {}

  /**
   * A third are two lines of people run into each other, with what hurts in their midst; of the
   * rest every other one starts as a good question, so that answers are put to the test, too.
   */
  public static String line(Random random) {
    if (random.nextInt(3) == 0) {
      return spliced(random);
    }
    boolean good = random.nextBoolean();
    StringBuilder line = new StringBuilder(good ? one(QUESTIONS, random) : "");
    int words = random.nextInt(good ? 4 : 12);
    for (int i = 0; i < words; i++) {
      line.append(word(random)).append(random.nextInt(8) == 0 ? "" : " ");
    }
    return random.nextInt(50) == 0 ? longLine(line + "x") : line.toString();
  }

  private static String spliced(Random random) {
    List<String> first = one(SPOKEN, random);
    List<String> second = one(SPOKEN, random);
    StringBuilder line = new StringBuilder();
    append(line, first.subList(0, random.nextInt(first.size() + 1)), random);
    append(line, second.subList(random.nextInt(second.size() + 1), second.size()), random);
    return line.toString();
  }

  /** One word in eight is followed by another, has something stuck to it, or is misspelt. */
  private static void append(StringBuilder line, List<String> words, Random random) {
    for (String word : words) {
      switch (random.nextInt(24)) {
        case 0 -> line.append(word).append(' ').append(word(random));
        case 1 -> line.append(word).append(one(INJECTIONS, random));
        case 2 -> line.append(misspelt(word, random));
        default -> line.append(word);
      }
      line.append(' ');
    }
  }

  private static List<List<String>> spoken() {
    try {
      return Files.readAllLines(Path.of("src/test/resources/slack/spoken-lines.csv")).stream()
          .filter(row -> !row.startsWith("#") && row.contains("|"))
          .map(row -> List.of(row.substring(0, row.indexOf('|')).strip().split(" +")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String longLine(String line) {
    return line.repeat(4000 / line.length() + 1).substring(0, 4000);
  }

  /** Every parameter as people type it, with a good value or a number of another kind. */
  private static String setting(Random random) {
    Parameter<?> parameter = PARAMETERS.get(random.nextInt(PARAMETERS.size()));
    String name = random.nextBoolean() ? parameter.name() : parameter.shownInSlack();
    return name + "=" + (random.nextBoolean() ? parameter.example() : one(WORDS, random));
  }

  private static String word(Random random) {
    return switch (random.nextInt(9)) {
      case 8 -> setting(random);
      case 0, 1, 2 -> one(WORDS, random);
      case 3 -> misspelt(one(WORDS, random), random);
      case 4 -> one(INJECTIONS, random);
      case 5 -> one(ODD, random);
      case 6 -> one(WORDS, random) + one(INJECTIONS, random);
      default -> noise(random);
    };
  }

  private static String misspelt(String word, Random random) {
    int at = random.nextInt(word.length());
    char other = (char) ('!' + random.nextInt(94));
    return switch (random.nextInt(3)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + other + word.substring(at);
      default -> word.substring(0, at) + other + word.substring(at + 1);
    };
  }

  private static String noise(Random random) {
    StringBuilder noise = new StringBuilder();
    int length = random.nextInt(10);
    for (int i = 0; i < length; i++) {
      noise.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
    }
    return noise.toString();
  }

  private static <T> T one(List<T> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
