package dev.gpuadvisor.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a repository, file or tag, taken apart: whose it is, the words of the model, and how
 * it is stored, as far as the name says.
 *
 * @param owner {@code unsloth}; empty without one
 * @param words of the model, without those of the format
 * @param format as it is written there, {@code q4 k m}; empty where none is
 * @param tag whether it is a tag of Ollama's library, {@code llama3.1:8b}
 */
record StoredName(
    String owner,
    List<String> words,
    String format,
    boolean tag,
    boolean gguf,
    Optional<Uncovered> container) {

  private static final List<String> BEFORE =
      List.of(
          "https://",
          "http://",
          "huggingface.co/",
          "hf.co/",
          "www.",
          "ollama.com/library/",
          "ollama.com/",
          "ollama run ",
          "ollama pull ",
          "ollama/",
          "hf://",
          "hf:",
          "models/",
          "library/",
          "vllm serve ");

  private static final Set<String> AFTER =
      Set.of(
          "k", "m", "s", "l", "xl", "xs", "xxs", "nl", "0", "1", "int4", "int8", "int3", "4bit",
          "8bit", "3bit", "2bit", "6bit", "dynamic", "block", "4", "8", "w8a8", "w4a16", "w8a16",
          "kv", "g128", "gs128", "128g", "32g", "moe", "marlin", "gemm", "v2");

  /** What makers of such weights add, and what says nothing of the model. */
  private static final Set<String> MAKERS =
      Set.of(
          "quantized",
          "quant",
          "unsloth",
          "imatrix",
          "imat",
          "i1",
          "ud",
          "gguf",
          "ggml",
          "qat",
          "mlx",
          "exl2",
          "exl3",
          "h6",
          "h8",
          "autoround",
          "quantization",
          "weights",
          "hb6",
          "abliterated",
          "uncensored",
          "heretic",
          "dynamic",
          "marlin",
          "unquantized");

  private static final Set<String> OTHER_FORMATS =
      Set.of("aqlm", "hqq", "quip", "onnx", "openvino", "vptq", "spqr", "ct2", "coreml", "eetq");

  private static final Set<String> STARTS =
      Set.of(
          "awq",
          "gptq",
          "fp8",
          "fp4",
          "nvfp4",
          "nvfp4a16",
          "mxfp4",
          "mxfp4a16",
          "mxfp8",
          "bnb",
          "nf4",
          "f16",
          "bf16",
          "fp16");

  /** {@code 1_6b}: 1.6 billion. */
  private static final Pattern UNDERSCORED =
      Pattern.compile("(?<![0-9._])([0-9])_([0-9]{1,2}b)\\b");

  static StoredName of(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    for (String start : BEFORE) {
      if (lower.startsWith(start)) {
        lower = lower.substring(start.length());
      }
    }
    lower = cut(cut(withoutRevision(lower), "?"), "/tree/");
    lower = cut(cut(cut(lower, "/resolve/"), "/blob/"), ":free");
    String[] segments = lower.split("/");
    boolean owned = segments.length > 1;
    String owner = owned ? segments[segments.length - 2] : "";
    String last = segments.length == 0 ? "" : segments[segments.length - 1];
    boolean ollama = text.strip().regionMatches(true, 0, "ollama ", 0, 7);
    boolean tag = !owned && (ollama || last.indexOf(':') > 0);
    String name = UNDERSCORED.matcher(part(tag ? withoutCloud(last) : last)).replaceAll("$1.$2");
    return read(owner, withBits(Spelling.words(name)), tag);
  }

  /**
   * Ollama runs {@code minimax-m2.7:cloud} and {@code gpt-oss:120b-cloud} itself: the model is it.
   */
  private static String withoutCloud(String tag) {
    boolean cloud = tag.endsWith(":cloud") || tag.endsWith("-cloud");
    return cloud ? tag.substring(0, tag.length() - ":cloud".length()) : tag;
  }

  /** {@code @main} is a revision; LM Studio writes {@code @q4_k_m} for the format. */
  private static String withoutRevision(String name) {
    int at = name.indexOf('@');
    List<String> behind = at > 0 ? Spelling.words(name.substring(at + 1)) : List.of();
    return !behind.isEmpty() && startsFormat(behind.get(0))
        ? name.substring(0, at) + "-" + name.substring(at + 1)
        : cut(name, "@");
  }

  private static String cut(String text, String mark) {
    int at = text.indexOf(mark);
    return at > 0 ? text.substring(0, at) : text;
  }

  /** {@code -00001-of-00003} and the end of a file's name. */
  private static String part(String name) {
    String plain = name.endsWith(".safetensors") ? cut(name, ".safetensors") : name;
    int of = plain.indexOf("-of-");
    boolean numbered = of > 6 && Spelling.isNumber(plain.substring(of - 5, of));
    return numbered ? plain.substring(0, of - 6) + (plain.endsWith(".gguf") ? ".gguf" : "") : plain;
  }

  /** {@code GPTQ-4b-128g}: bits of a weight before the size of a group, no billions. */
  private static List<String> withBits(List<String> words) {
    List<String> all = new ArrayList<>(words);
    for (int i = 1; i + 1 < all.size(); i++) {
      boolean before = all.get(i + 1).equals("128g") || all.get(i + 1).equals("32g");
      if (before && startsFormat(all.get(i - 1)) && all.get(i).matches("[2-8]b")) {
        all.set(i, all.get(i) + "it");
      }
    }
    return all;
  }

  private static StoredName read(String owner, List<String> words, boolean tag) {
    List<String> model = new ArrayList<>();
    String format = "";
    boolean gguf = words.contains("gguf") || words.contains("ggml");
    boolean mlx =
        owner.startsWith("mlx") || words.stream().anyMatch(word -> word.startsWith("mlx"));
    boolean exl = words.stream().anyMatch(word -> word.startsWith("exl") || word.endsWith("bpw"));
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (i > 0 && startsFormat(word)) {
        int end = i + 1;
        while (end < words.size()
            && (AFTER.contains(words.get(end)) || isMethodOf(word, words.get(end)))) {
          end++;
        }
        int start = words.get(i - 1).equals("ud") ? i - 1 : i;
        format = format.isEmpty() ? String.join(" ", words.subList(start, end)) : format;
        i = end - 1;
      } else if (!MAKERS.contains(word)
          && !word.endsWith("bpw")
          && !isDrafterBeside(word, format)) {
        model.add(word);
      }
    }
    format = stored(format, words, tag, owner);
    Optional<Uncovered> container = mlx ? Optional.of(Uncovered.MLX) : container(words, exl);
    return new StoredName(owner, List.copyOf(model), format, tag, gguf, container);
  }

  /** {@code int4-awq}. */
  private static boolean isMethodOf(String bits, String next) {
    return (bits.equals("int4") || bits.equals("4bit"))
        && (next.equals("awq") || next.equals("gptq"));
  }

  /**
   * AutoRound writes several formats. Models trained for four bits have a scale for 32 weights:
   * tags of them are in Q4_0, and W4A16 is that in other files. A repository of the hub in INT8 is
   * one of GPTQ, as Qwen's are.
   */
  private static String stored(String format, List<String> words, boolean tag, String owner) {
    if (format.equals("int8") && !owner.isEmpty() && !tag) {
      return "gptq int8";
    }
    boolean fourBits = format.equals("int4") || format.equals("4bit");
    if (words.contains("autoround") && fourBits) {
      return words.contains("gptq") ? "gptq int4" : words.contains("awq") ? "awq" : "w4a16";
    }
    if (words.contains("qat") && format.equals("w4a16")) {
      return "w4a16-g32";
    }
    return tag && format.isEmpty() && words.contains("qat") ? "q4_0" : format;
  }

  /** {@code NVFP4-DFlash2}: weights in that format with a drafter beside them. */
  private static boolean isDrafterBeside(String word, String format) {
    return !format.isEmpty() && word.startsWith("dflash");
  }

  private static Optional<Uncovered> container(List<String> words, boolean exl) {
    boolean other = words.stream().anyMatch(OTHER_FORMATS::contains);
    return exl
        ? Optional.of(Uncovered.EXL)
        : other ? Optional.of(Uncovered.OTHER_FORMAT) : Optional.empty();
  }

  /** A number alone is a version or a size, and no number of bits. */
  private static boolean startsFormat(String word) {
    return FormatNames.isGguf(word)
        || word.endsWith("bit") && Spelling.isDigit(word.charAt(0))
        || word.startsWith("int") && word.length() == 4 && Spelling.isDigit(word.charAt(3))
        || word.length() > 3
            && word.charAt(0) == 'w'
            && word.indexOf('a') > 1
            && Spelling.isDigit(word.charAt(1))
        || STARTS.contains(word);
  }
}
