package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.lexicon.Reading.Exact;
import dev.gpuadvisor.lexicon.Reading.NotCovered;
import dev.gpuadvisor.lexicon.Reading.Taken;
import dev.gpuadvisor.lexicon.Reading.Unknown;
import dev.gpuadvisor.lexicon.Reading.Why;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Formats by the names of files, repositories and command lines, and families by bits. */
final class FormatNames {

  private static final String LLAMA_CPP = "llama.cpp";
  private static final String VLLM = "vllm";

  private static final Set<String> PREFIXES_OF_BITS =
      Set.of("w", "q", "u", "bnb", "gptq", "awq", "");

  private final NameIndex<Quantization> index;
  private final List<String> families;
  private final UncoveredNames uncovered;

  FormatNames(NameIndex<Quantization> index, UncoveredNames uncovered) {
    this.index = index;
    this.uncovered = uncovered;
    this.families = index.all().stream().map(Quantization::family).distinct().toList();
  }

  Reading<Format> read(String text) {
    Optional<String> known = known(NameIndex.key(text));
    if (known.isPresent()) {
      return new Exact<>(format(known.get()));
    }
    Optional<Uncovered> kind = uncovered.kind(UncoveredNames.Scope.FORMAT, text);
    if (kind.isPresent()) {
      return new NotCovered<>(kind.get(), nearestByBits(text));
    }
    Optional<String> dynamic = unsloths(Spelling.words(text));
    if (dynamic.isPresent()) {
      return taken(dynamic.get(), Why.OTHER_NAME);
    }
    List<String> words =
        Spelling.words(text).stream()
            .filter(word -> !FormatWords.OF_COURSE.contains(word))
            .toList();
    String joined = String.join("", words);
    if (joined.isEmpty()) {
      boolean gguf = text.toLowerCase(Locale.ROOT).contains("gguf");
      return gguf ? taken("q4_k_m", Why.NEAREST) : new Unknown<>(List.of());
    }
    return meant(methodFirst(joined)).orElseGet(() -> new Unknown<>(Near.ids(text, index)));
  }

  /** Unsloth's mixes, {@code UD-IQ2_M}: another format than the one without. */
  private Optional<String> unsloths(List<String> words) {
    int at = words.indexOf("ud");
    return at != 0 ? Optional.empty() : known(String.join("", words));
  }

  /** {@code int4 awq} is {@code awq int4}. */
  private static String methodFirst(String joined) {
    return Stream.of("awq", "gptq", "bnb")
        .filter(joined::contains)
        .findFirst()
        .map(method -> method + joined.replace(method, ""))
        .orElse(joined);
  }

  private Optional<Reading<Format>> meant(String joined) {
    Optional<String> other = first(joined);
    if (other.isPresent()) {
      boolean exact = !FormatWords.MEANT.containsKey(joined) || isSame(joined, other.get());
      boolean family = families.contains(other.get());
      return Optional.of(
          taken(other.get(), family ? Why.FAMILY : exact ? Why.OTHER_NAME : Why.NEAREST));
    }
    return byBits(joined).or(() -> byStart(joined)).or(() -> nextLarger(joined));
  }

  /** The name itself, else the first of those it stands for that the catalogue has. */
  private Optional<String> first(String name) {
    return Stream.concat(Stream.of(name), FormatWords.MEANT.getOrDefault(name, List.of()).stream())
        .flatMap(each -> known(NameIndex.key(each)).stream())
        .findFirst();
  }

  private static boolean isSame(String joined, String name) {
    List<String> meant = FormatWords.MEANT.getOrDefault(joined, List.of());
    return meant.size() == 1 || NameIndex.key(name).equals(NameIndex.key(meant.get(0)));
  }

  /** {@code int4}, {@code q4}, {@code 4bits}; with a method before it, that method's. */
  private Optional<Reading<Format>> byBits(String joined) {
    String bare = joined.replace("bits", "").replace("bit", "");
    int start = bare.length();
    while (start > 0 && Spelling.isDigit(bare.charAt(start - 1))) {
      start--;
    }
    String digits = bare.substring(start);
    String method = bare.substring(0, start).replace("int", "");
    boolean bits = !method.isEmpty() || !digits.equals(joined); // a number alone is none
    if (digits.isEmpty() || digits.length() > 2 || !bits || !PREFIXES_OF_BITS.contains(method)) {
      return Optional.empty();
    }
    String name =
        switch (method) {
          case "gptq" -> "gptq-int" + digits;
          case "awq" -> digits.equals("4") ? "awq" : digits.equals("8") ? eightBits() : "";
          case "bnb" -> digits.equals("8") ? "int8" : digits.equals("4") ? "nf4" : "";
          default -> digits + "bit";
        };
    return known(NameIndex.key(name))
        .map(known -> taken(known, families.contains(known) ? Why.FAMILY : Why.OTHER_NAME));
  }

  /** What AWQ with 8 bits is stored as: compressed-tensors, of which GPTQ's take as much. */
  private String eightBits() {
    return first("w8a16").orElse("");
  }

  /** {@code fp8dynamic}, {@code awqmarlin}: a format and how it was made. */
  private Optional<Reading<Format>> byStart(String joined) {
    return Stream.of("nvfp4", "mxfp4", "fp8", "awq", "w4a16", "w8a8", "w8a16", "bnb4", "bnb8")
        .filter(joined::startsWith)
        .filter(start -> FormatWords.END.matcher(joined.substring(start.length())).matches())
        .findFirst()
        .flatMap(this::first)
        .map(known -> taken(known, Why.OTHER_NAME));
  }

  /** A GGUF mix that the catalogue lacks takes no more than the next larger one that it has. */
  private Optional<Reading<Format>> nextLarger(String joined) {
    boolean gguf = joined.length() > 2 && joined.startsWith("q") && isBit(joined, 1);
    boolean importance = joined.startsWith("iq") && isBit(joined, 2);
    boolean ternary = joined.startsWith("tq") && isBit(joined, 2);
    if (!gguf && !importance && !ternary) {
      return Optional.empty();
    }
    int bits = joined.charAt(gguf ? 1 : 2) - '0';
    return index.all().stream()
        .filter(format -> isGguf(format.id()) && format.bitsPerWeight() > bits)
        .min(Comparator.comparingDouble(Quantization::bitsPerWeight))
        .map(format -> taken(format.id(), Why.NEAREST));
  }

  private static boolean isBit(String name, int at) {
    return name.length() > at && Spelling.isDigit(name.charAt(at));
  }

  private List<String> nearestByBits(String text) {
    for (String word : Spelling.words(text)) {
      String digits = Spelling.leadingDigits(word);
      if (!digits.isEmpty() && digits.length() < 3) {
        return families.contains(digits + "bit") ? List.of(digits + "bit") : List.of("4bit");
      }
    }
    return uncovered.kind(UncoveredNames.Scope.FORMAT, text).orElseThrow() == Uncovered.FP32
        ? List.of("16bit")
        : List.of("4bit");
  }

  private Optional<String> known(String key) {
    return families.stream()
        .filter(key::equals)
        .findFirst()
        .or(() -> index.find(key).map(Quantization::id));
  }

  private static Reading<Format> taken(String name, Why why) {
    return new Taken<>(format(name), why, List.of());
  }

  private static Format format(String name) {
    return new Format(name, runtimeOf(name));
  }

  private static Optional<String> runtimeOf(String name) {
    if (isGguf(name)) {
      return Optional.of(LLAMA_CPP);
    }
    return isServed(name) ? Optional.of(VLLM) : Optional.empty();
  }

  /** Of a checkpoint that is stored so to be served; what a program makes while it loads is not. */
  static boolean isServed(String name) {
    return Stream.of("awq", "gptq", "fp8", "nvfp4", "mxfp4", "w4a", "w8a")
        .anyMatch(name::startsWith);
  }

  /** The quantizations of GGUF files are called {@code q4_k_m}, {@code iq4_xs}, {@code ud-...}. */
  static boolean isGguf(String name) {
    String plain = name.startsWith("ud-") ? name.substring(3) : name;
    String bare = plain.startsWith("iq") || plain.startsWith("tq") ? plain.substring(1) : plain;
    return bare.startsWith("q") && isBit(bare, 1);
  }
}
