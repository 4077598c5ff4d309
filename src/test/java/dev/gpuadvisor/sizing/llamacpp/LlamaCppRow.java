package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory.Placement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a log of llama.cpp says, buffer by buffer, in MiB. */
public record LlamaCppRow(
    String runtime,
    Quantization format,
    Setup setup,
    boolean flash,
    List<OptionalDouble> measured) {

  private static final Path FILE = Path.of("src/test/resources/measured/memory-llama.cpp.csv");

  private static final double MIB = 1L << 20;

  /** The buffers of a row, in the order of the file. */
  public enum Buffer {
    MODEL_GPU,
    MODEL_HOST,
    KV,
    RECURRENT,
    COMPUTE;

    double estimated(LlamaCppMemory memory) {
      long bytes =
          switch (this) {
            case MODEL_GPU -> memory.modelGpu();
            case MODEL_HOST -> memory.modelHost();
            case KV -> memory.kv();
            case RECURRENT -> memory.recurrent();
            case COMPUTE -> memory.compute();
          };
      return bytes / MIB;
    }
  }

  /** Rows without comments and heading. */
  public static List<LlamaCppRow> all() {
    try (Stream<String> lines = Files.lines(FILE)) {
      return lines.filter(line -> !line.startsWith("#")).skip(1).map(LlamaCppRow::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LlamaCppRow parse(String line) {
    String[] cells = line.split(",");
    boolean flash = cells[6].equals("on");
    Static profile = (Static) Workloads.CATALOG.runtimes().find(cells[2]).orElseThrow().memory();
    List<OptionalDouble> measured = new ArrayList<>();
    for (int i = 8; i < 13; i++) {
      measured.add(
          cells[i].isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(Double.parseDouble(cells[i])));
    }
    Setup setup =
        new Setup(
            Workloads.model(cells[0]),
            with(profile, flash),
            KvCacheType.valueOf(cells[7].toUpperCase(Locale.ROOT)),
            Long.parseLong(cells[3]),
            Integer.parseInt(cells[4]),
            Integer.parseInt(cells[5]),
            Optional.empty(),
            LlamaCppSettings.DEFAULT);
    return new LlamaCppRow(cells[2], Workloads.format(cells[1]), setup, flash, measured);
  }

  /** A row says whether flash attention was on, whatever the default. */
  private static Static with(Static profile, boolean flash) {
    return new Static(
        profile.baseMib(),
        profile.batchTokens(),
        profile.slots(),
        flash,
        profile.slidingCaches(),
        profile.latentCache(),
        profile.fusedGates(),
        profile.masksIn16Bit(),
        profile.limitsOutputs(),
        profile.unpacksCache(),
        profile.rotatesCache(),
        profile.headFirst());
  }

  public Model model() {
    return setup.model();
  }

  public OptionalDouble measured(Buffer buffer) {
    return measured.get(buffer.ordinal());
  }

  public double estimated(Buffer buffer) {
    Placement whole = new Placement(Integer.MAX_VALUE, 1, 0);
    return buffer.estimated(LlamaCppMemory.of(setup, format, whole));
  }

  public double errorPercent(Buffer buffer) {
    double is = measured(buffer).orElseThrow();
    return is == 0 ? 0 : (estimated(buffer) / is - 1) * 100;
  }

  /** Where weights, cache and compute buffer are known, their sum. */
  public OptionalDouble sum() {
    double sum = 0;
    for (Buffer buffer : List.of(Buffer.MODEL_GPU, Buffer.KV, Buffer.COMPUTE)) {
      if (measured(buffer).isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += measured(buffer).getAsDouble();
    }
    return OptionalDouble.of(sum + measured(Buffer.RECURRENT).orElse(0));
  }

  public double estimatedSum() {
    return estimated(Buffer.MODEL_GPU)
        + estimated(Buffer.KV)
        + estimated(Buffer.RECURRENT)
        + estimated(Buffer.COMPUTE);
  }
}
