package dev.gpuadvisor.serving;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.speed.LoadedServer;
import dev.gpuadvisor.sizing.speed.Requests;
import dev.gpuadvisor.sizing.speed.ServerRoom;

/** Servers of vLLM as its latest profile has it. */
final class ServedCases {

  private ServedCases() {}

  static LoadedServer server(
      String model, String format, String card, int gpus, int input, int output) {
    Requests requests = Requests.of(input, output);
    Workload workload = Workloads.on("vllm", model, new Tokens(input + output, output, 1));
    Quantization stored = Workloads.format(format);
    Hardware hardware = Workloads.cards(gpus, card);
    Fitting fitting = Fitting.of(workload, stored, workload.estimate(stored), hardware);
    return LoadedServer.of(workload, stored, hardware, ServerRoom.of(fitting, requests), requests);
  }
}
