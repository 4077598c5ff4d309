package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;

/** A published peak of memory. */
record MemoryRow(String runtime, Model model, Quantization format, Tokens tokens, double measured)
    implements Row {

  private static final double GIB = 1L << 30;

  static MemoryRow parse(String runtime, String line) {
    String[] cells = line.split(",");
    int prompt = Integer.parseInt(cells[2]);
    int generated = Integer.parseInt(cells[3]);
    return new MemoryRow(
        runtime,
        Workloads.model(cells[0]),
        Workloads.format(cells[1]),
        new Tokens(prompt + generated, generated, 1),
        Double.parseDouble(cells[4]));
  }

  /** GiB that an allocator reports. */
  @Override
  public double estimated() {
    Workload workload = Workloads.on(runtime, model.id(), tokens);
    return MemoryEstimate.of(workload, format).allocatedBytes() / GIB;
  }
}
