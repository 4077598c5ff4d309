package dev.gpuadvisor.sizing.llamacpp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/**
 * What llama.cpp says of its memory while it starts, read from its log: by itself, from
 * llama-server, or from Ollama, whole or in part, with whatever else stands between. Lines are
 * known by what they say, not by the function that says it: that changed from build to build.
 */
public final class LlamaCppLog {

  /** What a buffer is for. */
  public enum Buffer {
    MODEL("model buffer size"),
    KV("KV buffer size"),
    RECURRENT("RS buffer size"),
    COMPUTE("compute buffer size");

    private final String words;

    Buffer(String words) {
      this.words = words;
    }
  }

  /** A buffer on a device, {@code CUDA0}. */
  private record On(Buffer buffer, String device) {}

  private static final String NUMBERS = "0123456789.";
  private static final String BUFFER = " buffer size";
  private static final Set<String> SETTINGS =
      Set.of("n_ctx", "n_ubatch", "n_seq_max", "general.name", "file type", "model ftype");
  private static final List<String> BUILDS = List.of("build: ", "build = ", "build=");
  private static final String[] FAILURES = {
    "cudaMalloc failed: out of memory", "failed to allocate CUDA", "unable to allocate CUDA",
    "failed to allocate compute buffers", "ErrorOutOfDeviceMemory", "unable to load model"
  };

  private final Map<On, Double> mib = new LinkedHashMap<>();
  private final Map<On, Double> told = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private String cacheType = "";
  private String device = "";
  private long build = -1;
  private int gpuLayers = -1;
  private int layers = -1;
  private boolean failed;

  private LlamaCppLog() {}

  /** Empty where the text is no log of llama.cpp. */
  public static Optional<LlamaCppLog> read(String text) {
    LlamaCppLog log = new LlamaCppLog();
    text.lines().forEach(log::line);
    if (log.mib.isEmpty()) {
      log.mib.putAll(log.told);
    }
    return log.mib.isEmpty() && log.layers < 0 ? Optional.empty() : Optional.of(log);
  }

  private void line(String line) {
    for (Buffer buffer : Buffer.values()) {
      if (line.contains(buffer.words)) {
        buffer(buffer, line, buffer.words);
      }
    }
    // Early builds leave out what the buffer of a model is for.
    if (line.contains("load_tensors:")
        && line.contains(BUFFER)
        && !line.contains(Buffer.MODEL.words)) {
      buffer(Buffer.MODEL, line, BUFFER);
    }
    after(line, "offloaded ").ifPresent(this::offloaded);
    readSetting(line);
    after(line, "K (").filter(rest -> rest.contains("MiB")).ifPresent(this::readCacheType);
    for (String words : BUILDS) {
      if (build < 0) {
        after(line, words).ifPresent(rest -> build = whole(rest).orElse(-1));
      }
    }
    SizeLine.of(line)
        .forEach(size -> told.put(new On(size.buffer(), device(size.device())), size.mib()));
    OllamaLine.read(line, settings);
    if (device.isEmpty()) {
      device = after(line, "using device ").orElse("").trim();
    }
    for (String failure : FAILURES) {
      failed |= line.contains(failure);
    }
  }

  static Optional<String> after(String line, String words) {
    int at = line.indexOf(words);
    return at < 0 ? Optional.empty() : Optional.of(line.substring(at + words.length()));
  }

  /** {@code load_tensors: CUDA0 model buffer size = 4403.49 MiB}. */
  private void buffer(Buffer buffer, String line, String words) {
    String before = line.substring(0, line.indexOf(words)).trim();
    String on = device(before.substring(before.lastIndexOf(' ') + 1));
    String size = after(line, words).flatMap(rest -> after(rest, "=")).orElse("");
    OptionalDouble number = number(size);
    if (number.isPresent() && !on.isEmpty() && size.contains("MiB")) {
      boolean adds = buffer == Buffer.MODEL || buffer == Buffer.KV;
      mib.merge(
          new On(buffer, on), number.getAsDouble(), adds ? Double::sum : (first, second) -> first);
    }
  }

  /**
   * Without the address of {@code RPC[10.0.0.1:50052]}; empty where a function or a time stands.
   */
  private static String device(String named) {
    int address = named.indexOf('[');
    String device = address < 0 ? named : named.substring(0, address);
    return device.endsWith(":") ? "" : device;
  }

  private void offloaded(String counts) {
    OptionalLong on = whole(counts);
    OptionalLong all = whole(after(counts, "/").orElse(""));
    if (on.isPresent() && all.isPresent()) {
      gpuLayers = (int) on.getAsLong();
      layers = (int) all.getAsLong();
    }
  }

  /** {@code llama_context: n_ctx = 8192}; the first says it for the model itself. */
  private void readSetting(String line) {
    int equals = line.indexOf('=');
    int colon = line.lastIndexOf(": ", equals);
    if (colon < 0) {
      return;
    }
    String name = line.substring(colon + 2, equals).trim();
    if (SETTINGS.contains(name)) {
      settings.putIfAbsent(name, line.substring(equals + 1).trim());
    }
  }

  /** {@code K (f16): 1536.00 MiB, V (f16): 1536.00 MiB}. */
  private void readCacheType(String types) {
    if (types.contains(")") && cacheType.isEmpty()) {
      cacheType = types.substring(0, types.indexOf(')')).trim().toLowerCase(Locale.ROOT);
    }
  }

  /** MiB of that buffer on GPUs; empty where the log does not say. */
  public OptionalDouble gpuMib(Buffer buffer) {
    return sum(buffer, true);
  }

  /** MiB of that buffer in the memory of the host. */
  public OptionalDouble hostMib(Buffer buffer) {
    return sum(buffer, false);
  }

  /** Each GPU has a compute buffer: the largest counts. Of the others each has a part. */
  private OptionalDouble sum(Buffer buffer, boolean onGpu) {
    DoubleBinaryOperator with = buffer == Buffer.COMPUTE ? Math::max : Double::sum;
    return mib.entrySet().stream()
        .filter(size -> size.getKey().buffer() == buffer)
        .filter(size -> isHost(size.getKey().device()) != onGpu)
        .mapToDouble(Map.Entry::getValue)
        .reduce(with);
  }

  private static boolean isHost(String device) {
    return device.startsWith("CPU") || device.endsWith("Host");
  }

  /** GPUs that hold part of the model; 1 where the log does not say. */
  public int gpus() {
    long named =
        mib.keySet().stream()
            .filter(on -> on.buffer() == Buffer.MODEL && !isHost(on.device()))
            .count();
    return (int) Math.max(1, named);
  }

  /** A setting as the log writes it: {@code n_ctx}, {@code n_ubatch}, {@code general.name}. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** The same where it is a whole number. */
  public OptionalLong count(String name) {
    return setting(name).map(LlamaCppLog::whole).orElseGet(OptionalLong::empty);
  }

  /** How the cache is stored, {@code q8_0}; empty where the log does not say. */
  public Optional<String> cacheType() {
    return cacheType.isEmpty() ? setting("cache type") : Optional.of(cacheType);
  }

  /** The first GPU as the log names it. */
  public Optional<String> device() {
    return device.isEmpty() ? Optional.empty() : Optional.of(device);
  }

  public OptionalLong build() {
    return build < 0 ? OptionalLong.empty() : OptionalLong.of(build);
  }

  /** Layers on GPUs, the head being one; empty where the log does not say. */
  public OptionalLong gpuLayers() {
    return gpuLayers < 0 ? OptionalLong.empty() : OptionalLong.of(gpuLayers);
  }

  public OptionalLong layers() {
    return layers < 0 ? OptionalLong.empty() : OptionalLong.of(layers);
  }

  /** Whether it says that memory ran out. */
  public boolean failed() {
    return failed;
  }

  static OptionalDouble number(String text) {
    String digits = leading(text.trim(), NUMBERS);
    boolean isNumber =
        !digits.isEmpty() && digits.length() < 15 && digits.indexOf('.') == digits.lastIndexOf('.');
    return isNumber && !digits.equals(".")
        ? OptionalDouble.of(Double.parseDouble(digits))
        : OptionalDouble.empty();
  }

  private static OptionalLong whole(String text) {
    String digits = leading(text.trim(), NUMBERS.substring(0, 10));
    return digits.isEmpty() || digits.length() > 9
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(digits));
  }

  private static String leading(String text, String allowed) {
    int end = 0;
    while (end < text.length() && allowed.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return text.substring(0, end);
  }
}
