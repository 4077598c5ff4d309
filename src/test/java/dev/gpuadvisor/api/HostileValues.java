package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ParameterTable;
import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names and values that are right, nearly right, or made to hurt. */
public final class HostileValues {

  private static final List<String> NAMES = names(ParameterTable.standard());

  /** What is right for each, as people write it. */
  private static final List<String> EXAMPLES =
      ParameterTable.standard().all().stream().map(Parameter::example).toList();

  private static final List<String> NUMBERS =
      words(
          """
          0 1 2 8 16 160 4096 8192 16777216 16777217 2147483648 99999999999
          32k 128K 1M 8,192 1,006 1e3 $3 3/h 500/mo 90% 24GB 300\u20ac 0,684 1e-3
          9223372036854775808 -1 -0 0.1 0.000001 1e999999999 1e-999999999 NaN Infinity 0x10
          1_000 1,5 \u0661 00000000001 1.
          """);
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          ",",
          ",,",
          "null",
          "true",
          "{}",
          "[]",
          "8bit",
          "4bit",
          "8bit,4bit",
          "awq",
          "mxfp4",
          "fp8",
          "bf16",
          "transformers",
          "vllm",
          "high",
          "html",
          "medium",
          "en",
          "fr",
          "FR",
          "L4",
          "A10G",
          "AMPERE_24",
          "AMPERE_24,ADA_24_PRO",
          "runpod-serverless",
          "qwen2.5-41b",
          "\u0000",
          "\ud800",
          "\udc00x",
          "\ufeff",
          "\u202e",
          "\ud83d\ude00",
          "%",
          "%%",
          "%2",
          "\\",
          "\"",
          "'; drop table offers; --",
          "../../etc/passwd",
          "${jndi:ldap://x}",
          "{model}",
          "\u0130\u0131",
          "\r\nset-cookie: a=b",
          "<script>");
  private static final List<String> RIGHT =
      words(
          """
          context=4096 output_tokens=100 concurrency=7 lora_rank=16 kv_cache=bf16
          quantization=8bit quantization=4bit quantization=nf4 runtime=transformers
          budget_per_hour=1.5 budget_per_month=900 hours_per_month=100.5 min_supply=HIGH
          max_gpus=8 current=AMPERE_48 lang=fr context=8192
          """);
  private static final List<String> CONFIG_FIELDS =
      words(
          """
          model_type hidden_size num_hidden_layers num_attention_heads num_key_value_heads
          intermediate_size vocab_size text_config quantization_config layer_types sliding_window
          """);
  private static final List<String> MODELS = BundledCatalog.catalog().models().ids();

  private final Random random;

  HostileValues(Random random) {
    this.random = random;
  }

  /** Every parameter that there is. */
  public static List<String> names(ParameterTable table) {
    return table.all().stream().map(Parameter::name).distinct().toList();
  }

  String name() {
    return random.nextInt(12) == 0 ? text() : pick(NAMES);
  }

  String text() {
    return switch (random.nextInt(13)) {
      case 12 -> pick(EXAMPLES);
      case 0, 1, 2, 3 -> pick(NUMBERS);
      case 4, 5 -> pick(MODELS);
      case 6 -> pick(TEXTS).repeat(1 + random.nextInt(random.nextInt(20) == 0 ? 5_000 : 5));
      case 7 -> Integer.toString(random.nextInt());
      default -> pick(TEXTS);
    };
  }

  /** Most of them have a model that there is, so that they get past it. */
  String query() {
    int wrong = Math.max(0, random.nextInt(6) - 2);
    String rest = some(() -> pair(wrong)).collect(Collectors.joining("&"));
    return random.nextInt(4) > 0 ? "model=" + pick(MODELS) + "&" + rest : rest;
  }

  String json() {
    int wrong = Math.max(0, random.nextInt(6) - 2);
    String rest = some(() -> field(wrong)).collect(Collectors.joining(","));
    String model = random.nextInt(4) > 0 ? "\"model\":" + quoted(pick(MODELS)) : "\"lang\":\"en\"";
    return "{" + model + (rest.isEmpty() ? "" : "," + rest) + "}";
  }

  /**
   * @param wrong how many of four are
   */
  private String pair(int wrong) {
    if (random.nextInt(4) >= wrong) {
      return pick(RIGHT);
    }
    return name() + "=" + (random.nextInt(9) == 0 ? text() : encoded(text()));
  }

  /** A field that configurations have. */
  private String field() {
    return pick(CONFIG_FIELDS);
  }

  private boolean chance() {
    return random.nextBoolean();
  }

  private String field(int wrong) {
    if (random.nextInt(4) >= wrong) {
      String[] right = pick(RIGHT).split("=");
      return quoted(right[0]) + ":" + quoted(right[1]);
    }
    return quoted(name()) + ":" + value(0);
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 3 ? 4 : 7)) {
      case 0 -> pick(NUMBERS);
      case 1 -> pick(List.of("null", "true", "false"));
      case 4 -> some(() -> value(depth + 1)).collect(Collectors.joining(",", "[", "]"));
      case 5 -> "{" + quoted(chance() ? field() : name()) + ":" + value(depth + 1) + "}";
      default -> quoted(text());
    };
  }

  private Stream<String> some(Supplier<String> one) {
    return Stream.generate(one).limit(random.nextInt(random.nextInt(50) == 0 ? 300 : 6));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
