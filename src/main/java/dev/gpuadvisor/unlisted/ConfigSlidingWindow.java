package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.SlidingWindow;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** Which layers of a configuration only look back so far. */
record ConfigSlidingWindow(ConfigReader reader, ConfigType type, int layers) {

  private static final int MOST = 1 << 24;
  private static final String SLIDING = "sliding_attention";
  private static final String FULL = "full_attention";

  /** Empty where all layers see all of a context. */
  Optional<SlidingWindow> within(int maxContext) {
    boolean off = !reader.flag("use_sliding_window", true);
    int window = reader.count("sliding_window", MOST, usualWindow());
    int sliding = reader.items("layer_types").map(this::listed).orElseGet(this::byFamily);
    return off || sliding == 0 || window >= maxContext
        ? Optional.empty()
        : Optional.of(new SlidingWindow(window, Math.min(layers, sliding)));
  }

  /** Kinds of attention that keep no keys and values are none that can be counted here. */
  private int listed(List<String> kinds) {
    if (kinds.size() != layers || !kinds.stream().allMatch(List.of(SLIDING, FULL)::contains)) {
      reader.refuse("layer_types", Msg.Fault.configLayerTypes(layers));
      return 0;
    }
    return (int) kinds.stream().filter(SLIDING::equals).count();
  }

  private int byFamily() {
    return switch (type) {
      case GEMMA2, GPT_OSS -> (layers + 1) / 2;
      case GEMMA3 -> layers - layers / pattern(6);
      case COHERE2 -> layers - layers / pattern(4);
      case QWEN2, QWEN3 ->
          reader.flag("use_sliding_window", false) // a window is given even where it is not used
              ? layers - reader.countFromZero("max_window_layers", layers, layers)
              : 0;
      default -> reader.has("sliding_window") ? layers : 0;
    };
  }

  private int pattern(int usual) {
    String name =
        reader.has("_sliding_window_pattern")
            ? "_sliding_window_pattern"
            : "sliding_window_pattern";
    return reader.count(name, layers, Math.min(usual, layers));
  }

  /** Where the configuration does not say; beyond every context where its family has none. */
  private int usualWindow() {
    return switch (type) {
      case GEMMA2, GEMMA3, COHERE2 -> 4096;
      case GPT_OSS -> 128;
      default -> MOST;
    };
  }
}
