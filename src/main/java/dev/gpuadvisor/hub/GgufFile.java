package dev.gpuadvisor.hub;

import dev.gpuadvisor.hub.RepositoryInfo.RepositoryFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One model in a GGUF repository, which may lie in several parts.
 *
 * @param first its file, or the first of its parts
 * @param format as its name says, {@code ud-q4_k_xl}; empty where it says none
 * @param bytes of all parts
 * @param parts how many there are
 */
record GgufFile(String first, String format, long bytes, int parts) {

  private static final List<String> USUAL =
      List.of("q4_k_m", "ud-q4_k_xl", "mxfp4", "q4_k_s", "q4_0", "iq4_xs", "q8_0");

  /** Of towers, of statistics for making other files, and of drafts: no models by themselves. */
  private static final List<String> OTHERS = List.of("mmproj", "imatrix", "draft", "-mtp-");

  private static final String END = ".gguf";
  private static final int PART = "-00001-of-00003".length();

  /** Those of a repository, in the order that it has them. */
  static List<GgufFile> of(RepositoryInfo info) {
    Map<String, List<RepositoryFile>> whole = new LinkedHashMap<>();
    for (RepositoryFile file : info.files(END)) {
      String lower = file.name().toLowerCase(Locale.ROOT);
      if (OTHERS.stream().noneMatch(lower::contains)) {
        whole.computeIfAbsent(withoutPart(file.name()), none -> new ArrayList<>()).add(file);
      }
    }
    List<GgufFile> files = new ArrayList<>();
    whole.forEach((name, parts) -> files.add(of(name, parts)));
    return files;
  }

  private static GgufFile of(String name, List<RepositoryFile> parts) {
    long bytes = 0;
    for (RepositoryFile part : parts) {
      bytes += part.bytes();
    }
    String first =
        parts.stream().map(RepositoryFile::name).min(Comparator.naturalOrder()).orElseThrow();
    return new GgufFile(first, format(name), bytes, parts.size());
  }

  /** Without the end, and without the number of a part. */
  private static String withoutPart(String name) {
    String plain = name.substring(0, name.length() - END.length());
    int of = plain.length() - PART;
    boolean part = of > 0 && plain.startsWith("-of-", of + 6) && plain.charAt(of) == '-';
    return part ? plain.substring(0, of) : plain;
  }

  /** The last word that names one: models' names may have numbers, too. */
  private static String format(String name) {
    String[] words =
        name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT).split("[-.]");
    for (int i = words.length - 1; i >= 0; i--) {
      Optional<String> format = ofWord(words[i]);
      if (format.isPresent()) {
        return (i > 0 && words[i - 1].equals("ud") ? "ud-" : "") + format.get();
      }
    }
    return "";
  }

  private static Optional<String> ofWord(String word) {
    return switch (word) {
      case "bf16" -> Optional.of("bf16");
      case "f16", "fp16" -> Optional.of("fp16");
      case "f32", "fp32" -> Optional.of("fp32");
      case "mxfp4", "mxfp4_moe" -> Optional.of("mxfp4");
      default -> {
        String bits = word.startsWith("i") || word.startsWith("t") ? word.substring(1) : word;
        boolean format =
            bits.length() > 3
                && bits.charAt(0) == 'q'
                && bits.charAt(1) >= '1'
                && bits.charAt(1) <= '8'
                && bits.charAt(2) == '_';
        yield format ? Optional.of(word) : Optional.empty();
      }
    };
  }

  /** The one that is asked for by its name or its format; without either, the usual one. */
  static Optional<GgufFile> chosen(List<GgufFile> files, String asked) {
    if (!asked.isEmpty()) {
      String wanted = asked.toLowerCase(Locale.ROOT);
      return files.stream()
          .filter(file -> file.first().toLowerCase(Locale.ROOT).endsWith(wanted))
          .findFirst()
          .or(() -> ofFormat(files, wanted.replace("ud_", "ud-")));
    }
    return USUAL.stream()
        .flatMap(format -> ofFormat(files, format).stream())
        .findFirst()
        .or(() -> files.stream().filter(file -> !file.format().isEmpty()).findFirst());
  }

  private static Optional<GgufFile> ofFormat(List<GgufFile> files, String format) {
    return files.stream().filter(file -> file.format().equals(format)).findFirst();
  }
}
