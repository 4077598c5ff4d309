package dev.gpuadvisor.unlisted;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Architectures by the classes that a configuration names, for files whose type is their maker's
 * own: {@code DeepseekV4ForCausalLM} is deepseek_v4.
 */
final class ClassNames {

  private static final Pattern END =
      Pattern.compile("(ModelForCausalLM|ForCausalLM|ForConditionalGeneration|LMHeadModel)$");

  private ClassNames() {}

  /**
   * The first that is known; {@link Architecture#OTHER} where none is, or where it is Llama, like
   * which an unknown type is counted anyway, with an error bar.
   */
  static Architecture architecture(List<String> classes) {
    List<String> bare = classes.stream().map(ClassNames::bare).toList();
    return KnownTypes.all().stream()
        .filter(type -> bare.contains(type.replaceAll("[_-]", "")))
        .findFirst()
        .map(KnownTypes::of)
        .filter(type -> type != Architecture.LLAMA)
        .orElse(Architecture.OTHER);
  }

  /** MiniCPM-V has the language model of its day, which only its version tells. */
  static Architecture ofMiniCpmV(double version) {
    return version == 2.6
        ? Architecture.QWEN2
        : version == 4.5 ? Architecture.QWEN3 : Architecture.OTHER;
  }

  private static String bare(String name) {
    return END.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT);
  }
}
