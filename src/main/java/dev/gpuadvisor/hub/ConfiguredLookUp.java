package dev.gpuadvisor.hub;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.WeightTotals;
import dev.gpuadvisor.hub.RepositoryInfo.RepositoryFile;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import dev.gpuadvisor.unlisted.ConfigModel;
import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Found;
import dev.gpuadvisor.unlisted.Hub.NotCovered;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model from its configuration and from what its files say of themselves. The shape and what of
 * it is loaded are the configuration's; how much the weights take are the files'.
 */
final class ConfiguredLookUp {

  private static final String INDEX = "model.safetensors.index.json";
  private static final String WHOLE = "model.safetensors";

  private static final Map<String, Integer> BYTES =
      Map.of("F64", 8, "F32", 4, "BF16", 2, "F16", 2, "F8_E4M3", 1, "F8_E5M2", 1, "I8", 1, "U8", 1);

  /** Types of values that are one weight each. */
  private static final Set<String> PLAIN = Set.of("F64", "F32", "BF16", "F16");

  private static final Set<String> PLAIN_FORMATS = Set.of("bf16", "fp16", "fp32");

  private final Files files;
  private final ConfigFields config;
  private final ConfigModel.Read read;

  ConfiguredLookUp(Files files, ConfigFields config, Optional<ConfigFields> quantization) {
    this.files = files;
    this.config = config;
    this.read = ConfigModel.read(config, quantization);
  }

  /** By the configuration, and by what the repository says of its weights. */
  Answer withoutFiles() {
    return answer(ofCounts());
  }

  /** With what index or header say; where they say nothing that can be, as without them. */
  Answer withFiles() throws IOException {
    if (!isCovered()) {
      return answer(StoredTensors.UNKNOWN);
    }
    try {
      StoredTensors stored = ofFiles();
      return answer(stored.isKnown() ? stored : ofCounts());
    } catch (IOException e) {
      return withoutFiles();
    }
  }

  private boolean isCovered() {
    return read.model().isPresent()
        && !config.isOfDiffusers()
        && !Pipelines.isOther(files.info().pipeline())
        && !isOtherSpeech(read.model().get());
  }

  /** What listens, but not as Whisper does. */
  private boolean isOtherSpeech(Model model) {
    return Pipelines.isSpeech(files.info().pipeline())
        && model.kind() != ModelKind.SPEECH
        && model.origin().kind() == Origin.Kind.LIKE_LLAMA;
  }

  private Answer answer(StoredTensors stored) {
    if (!isCovered()) {
      boolean other = config.isOfDiffusers() || read.model().isPresent();
      List<Fault> faults = other ? List.of() : read.faults();
      return new NotCovered((files.info().named() + " " + config.named()).strip(), faults);
    }
    Model model = new Described(files).model(sized(read.model().get(), stored));
    String format = model.nativeFormat();
    Optional<String> said = PLAIN_FORMATS.contains(format) ? Optional.empty() : Optional.of(format);
    return new Found(
        model, new Described(files).written(), said, Optional.empty(), note(model, stored));
  }

  private Message note(Model model, StoredTensors stored) {
    String shown = new Described(files).written();
    return model.storedBytes(model.nativeFormat()) > 0
        ? Msg.Hub.exact(stored.loadedBytes(), shown, model.parameters())
        : Msg.Hub.counted(shown, model.parameters());
  }

  /**
   * Where the files hold what the configuration counts, their bytes are those of the weights. A
   * family that is not known is as large as its files say, and none is larger.
   */
  private Model sized(Model counted, StoredTensors stored) {
    long values = values(stored);
    boolean like = counted.origin().kind() == Origin.Kind.LIKE_LLAMA;
    boolean corrected = values > 0 && (like || values < counted.parameters());
    Model model = corrected ? with(counted, values) : counted;
    boolean same =
        PLAIN_FORMATS.contains(model.nativeFormat())
            ? values == model.parameters()
            : stored.loadedValues() > 0 || !config.predictsFurther();
    return same && isPossible(model, stored.loadedBytes())
        ? stored(model, stored.loadedBytes())
        : model;
  }

  /** Between one bit and five bytes for each weight. */
  static boolean isPossible(Model model, long bytes) {
    return bytes > model.parameters() / Byte.SIZE && bytes / 5 < model.parameters();
  }

  /** Loaded weights as the files count them; 0 where they pack several into one value. */
  private long values(StoredTensors stored) {
    Map<String, Long> counts = files.info().parameters();
    boolean plain = PLAIN.containsAll(counts.keySet());
    if (!PLAIN_FORMATS.contains(read.model().orElseThrow().nativeFormat())) {
      return 0;
    }
    return stored.loadedValues() > 0
        ? stored.loadedValues()
        : plain ? counts.values().stream().mapToLong(Long::longValue).sum() : 0;
  }

  private static Model with(Model model, long parameters) {
    WeightTotals totals = model.totals();
    long more = parameters - totals.parameters();
    long least = totals.experts() + totals.towers() + totals.lookup();
    return parameters <= least
        ? model
        : Described.with(
            model,
            new WeightTotals(
                parameters,
                Math.max(1, totals.active() + more),
                totals.experts(),
                totals.towers(),
                totals.lookup(),
                totals.mtp()));
  }

  private static Model stored(Model model, long bytes) {
    return Described.in(model, model.published().get(0).withBytes(bytes));
  }

  /** From how many values of which type the hub counts. */
  private StoredTensors ofCounts() {
    Map<String, Long> counts = files.info().parameters();
    boolean plain = !counts.isEmpty() && PLAIN.containsAll(counts.keySet());
    long bytes = 0;
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      bytes += count.getValue() * BYTES.getOrDefault(count.getKey(), 0);
    }
    return plain ? StoredTensors.sum(bytes) : StoredTensors.UNKNOWN;
  }

  private StoredTensors ofFiles() throws IOException {
    int least = 2; // a file may lie behind a redirect
    if (files.info().has(INDEX) && files.session().allows(least)) {
      long bytes = files.totalSize(INDEX);
      return bytes <= ofParts() ? StoredTensors.sum(bytes) : StoredTensors.UNKNOWN;
    }
    List<RepositoryFile> whole =
        files.info().files(WHOLE).stream().filter(file -> file.name().equals(WHOLE)).toList();
    if (whole.isEmpty() || !files.session().allows(least)) {
      return StoredTensors.UNKNOWN;
    }
    InputStream start = files.start(WHOLE, SafetensorsHeader.MOST_BYTES);
    StoredTensors stored = SafetensorsHeader.read(start, read.model().orElseThrow().layers());
    return whole.get(0).bytes() == 0 || stored.bytes() <= whole.get(0).bytes()
        ? stored
        : StoredTensors.UNKNOWN;
  }

  /** No index holds more than its files do. */
  private long ofParts() {
    long sum = files.info().files(".safetensors").stream().mapToLong(RepositoryFile::bytes).sum();
    return sum == 0 ? Long.MAX_VALUE : sum;
  }
}
