package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;

/** A published speed of generation. */
record SpeedRow(
    String runtime,
    Model model,
    Quantization format,
    Hardware hardware,
    Tokens tokens,
    double measured)
    implements Row {

  static SpeedRow parse(String line) {
    String[] cells = line.split(",");
    int prompt = Integer.parseInt(cells[5]);
    int generated = Integer.parseInt(cells[6]);
    return new SpeedRow(
        cells[0],
        Workloads.model(cells[1]),
        Workloads.format(cells[2]),
        Workloads.cards(Integer.parseInt(cells[4]), cells[3]),
        new Tokens(prompt + generated, generated, 1),
        Double.parseDouble(cells[7]));
  }

  /** Tokens a second. */
  @Override
  public double estimated() {
    Workload workload = Workloads.on(runtime, model.id(), tokens);
    return SpeedEstimate.of(workload, format, hardware).perSecond().low();
  }
}
