package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.lexicon.Reading.Exact;
import dev.gpuadvisor.lexicon.Reading.NotCovered;
import dev.gpuadvisor.lexicon.Reading.Taken;
import dev.gpuadvisor.lexicon.Reading.Unknown;
import dev.gpuadvisor.lexicon.Reading.Why;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runtimes by their names, those of programs on the same engine, and any version. */
final class RuntimeNames {

  private record Known(String runtime, Why why) {}

  private static final Map<String, Known> NAMES = names();

  private final NameIndex<RuntimeProfile> index;
  private final UncoveredNames uncovered;

  RuntimeNames(NameIndex<RuntimeProfile> index, UncoveredNames uncovered) {
    this.index = index;
    this.uncovered = uncovered;
  }

  private static Map<String, Known> names() {
    Map<String, Known> names = new HashMap<>();
    add(names, "vllm", Why.OTHER_NAME, "vllm vllmserve vllm-openai vllm-rocm vllm-cuda");
    add(names, "vllm", Why.SAME_ENGINE, "aphrodite aphrodite-engine openllm");
    add(
        names,
        "vllm",
        Why.NEAREST,
        "sglang sgl tgi text-generation-inference tensorrt-llm tensorrtllm trtllm trt-llm tensorrt"
            + " trt lmdeploy turbomind triton nim dynamo deepspeed deepspeed-mii mii fastgen"
            + " mlc-llm mlc lightllm ray-serve ray-llm xinference nanoflow max");
    add(
        names,
        "llama.cpp",
        Why.OTHER_NAME,
        "llama.cpp llamacpp llama-cpp llama-server llama-cli llama-cpp-python llamacpppython ggml"
            + " gguf llama.cpp-server llama-cpp-server llama");
    add(
        names,
        "llama.cpp",
        Why.SAME_ENGINE,
        "ollama lm-studio lmstudio koboldcpp kobold.cpp kobold llamafile jan jan.ai gpt4all"
            + " ramalama localai text-generation-webui oobabooga ooba ik-llama.cpp ikllama msty"
            + " anythingllm docker-model-runner open-webui");
    add(
        names,
        "transformers",
        Why.OTHER_NAME,
        "transformers hf huggingface hugging-face hf-transformers huggingface-transformers pytorch"
            + " torch accelerate peft trl");
    add(names, "transformers", Why.SAME_ENGINE, "unsloth axolotl llama-factory llamafactory");
    return Map.copyOf(names);
  }

  private static void add(Map<String, Known> names, String runtime, Why why, String spellings) {
    for (String name : spellings.split(" ")) {
      names.put(NameIndex.key(name), new Known(runtime, why));
    }
  }

  Reading<RuntimeProfile> read(String text) {
    Optional<RuntimeProfile> named = index.find(text);
    if (named.isPresent()) {
      return new Exact<>(named.get());
    }
    Optional<Known> known = known(text);
    if (known.isPresent()) {
      return taken(known.get(), "");
    }
    Optional<Uncovered> kind = uncovered.kind(UncoveredNames.Scope.RUNTIME, text);
    if (kind.isPresent()) {
      return new NotCovered<>(kind.get(), nearest(kind.get()));
    }
    int at = versionAt(text);
    Optional<Known> versioned = at < 0 ? Optional.empty() : known(text.substring(0, at));
    return versioned
        .map(each -> taken(each, text.substring(at)))
        .orElseGet(() -> new Unknown<>(Near.ids(text, index)));
  }

  private static Optional<Known> known(String text) {
    String key = NameIndex.key(text);
    int end = key.length();
    while (end > 0 && "=:@~v>".indexOf(key.charAt(end - 1)) >= 0 && !NAMES.containsKey(key)) {
      end--;
      key = key.substring(0, end);
    }
    return Optional.ofNullable(NAMES.get(key));
  }

  private static List<String> nearest(Uncovered kind) {
    return switch (kind) {
      case MLX, EXLLAMA -> List.of("llama.cpp");
      case HOSTED_API, EMBEDDING_SERVER -> List.of();
      default -> List.of("vllm");
    };
  }

  /** What has the engine of another counts versions of its own. */
  private Reading<RuntimeProfile> taken(Known known, String version) {
    String ofEngine = known.why() == Why.OTHER_NAME ? version : "";
    return new Taken<>(profile(known.runtime(), ofEngine), known.why(), List.of());
  }

  /** The newest profile that is no newer than the version; the oldest for what is older. */
  private RuntimeProfile profile(String runtime, String version) {
    Comparator<RuntimeProfile> byVersion =
        Comparator.comparing(profile -> numbers(profile.id(), runtime), RuntimeNames::compare);
    List<RuntimeProfile> profiles =
        index.all().stream()
            .filter(profile -> profile.runtime().equals(runtime))
            .sorted(byVersion)
            .toList();
    List<Integer> asked = numbers(version, "");
    if (asked.isEmpty() || profiles.size() == 1) {
      return index.find(runtime).orElseGet(() -> profiles.get(profiles.size() - 1));
    }
    return profiles.stream()
        .filter(profile -> !numbers(profile.id(), runtime).isEmpty())
        .filter(profile -> compare(numbers(profile.id(), runtime), asked) <= 0)
        .max(byVersion)
        .orElseGet(() -> oldest(profiles, runtime));
  }

  private static RuntimeProfile oldest(List<RuntimeProfile> profiles, String runtime) {
    return profiles.stream()
        .filter(profile -> !numbers(profile.id(), runtime).isEmpty())
        .findFirst()
        .orElse(profiles.get(0));
  }

  /** Where the first digit of a version stands, with the letter before it; -1 without one. */
  private static int versionAt(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (Spelling.isDigit(text.charAt(i))) {
        boolean marked = "vVbB".indexOf(text.charAt(i - 1)) >= 0;
        return marked ? i - 1 : i;
      }
    }
    return -1;
  }

  private static List<Integer> numbers(String text, String runtime) {
    String rest = text.startsWith(runtime) ? text.substring(runtime.length()) : text;
    return Spelling.words(rest).stream()
        .flatMap(word -> List.of(word.split("\\.")).stream())
        .map(word -> word.startsWith("b") || word.startsWith("v") ? word.substring(1) : word)
        .takeWhile(word -> Spelling.isNumber(word) && word.length() < 7)
        .map(Integer::parseInt)
        .toList();
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      int difference = Integer.compare(i < a.size() ? a.get(i) : 0, i < b.size() ? b.get(i) : 0);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }
}
