package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.sizing.llamacpp.LlamaCppLog.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A size that a log tells otherwise than by a buffer's line: Ollama's own engine, by what a device
 * holds, and llama.cpp's table of what each device holds.
 *
 * @param device {@code CUDA0}
 */
record SizeLine(Buffer buffer, String device, double mib) {

  private static final Map<String, Buffer> OF_OLLAMA =
      Map.of("model weights", Buffer.MODEL, "kv cache", Buffer.KV, "compute graph", Buffer.COMPUTE);

  private static final Buffer[] OF_TABLE = {Buffer.MODEL, Buffer.KV, Buffer.COMPUTE};

  private static final double MIB_OF_GIB = 1024;

  static List<SizeLine> of(String line) {
    int breakdown = line.indexOf("memory_breakdown");
    return breakdown >= 0 ? ofTable(line, breakdown) : ofOllama(line);
  }

  /** {@code msg="model weights" device=CUDA0 size="3.1 GiB"}. */
  private static List<SizeLine> ofOllama(String line) {
    int said = line.indexOf("msg=\"");
    int on = line.indexOf("\" device=", said);
    int size = line.indexOf(" size=\"", on);
    if (said < 0 || on < 0 || size < 0) {
      return List.of();
    }
    Buffer buffer = OF_OLLAMA.get(line.substring(said + 5, on));
    String[] parts = line.substring(size + 7).split("[\" ]", 3);
    if (buffer == null || parts.length < 2) {
      return List.of();
    }
    double number = LlamaCppLog.number(parts[0]).orElse(0);
    double mib =
        switch (parts[1]) {
          case "GiB" -> number * MIB_OF_GIB;
          case "MiB" -> number;
          default -> 0;
        };
    return List.of(new SizeLine(buffer, line.substring(on + 9, size), mib));
  }

  /**
   * {@code - CUDA0 (RTX 3090) | 24124 = 10210 + (13208 = 8071 + 4608 + 529) + 706 |}: model,
   * context and compute.
   */
  private static List<SizeLine> ofTable(String line, int from) {
    int name = line.indexOf("- ", from);
    int group = Math.max(line.lastIndexOf('('), line.lastIndexOf('|', line.length() - 2));
    int equals = line.indexOf('=', Math.max(0, group));
    if (name < 0 || equals < 0) {
      return List.of();
    }
    String device = line.substring(name + 2).split("[ |]", 2)[0];
    String[] terms = line.substring(equals + 1).split("\\+");
    List<SizeLine> sizes = new ArrayList<>();
    for (int i = 0; i < OF_TABLE.length && i < terms.length; i++) {
      Buffer buffer = OF_TABLE[i];
      LlamaCppLog.number(terms[i]).ifPresent(mib -> sizes.add(new SizeLine(buffer, device, mib)));
    }
    return sizes;
  }
}
