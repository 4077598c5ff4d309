package dev.gpuadvisor.launch;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.catalog.Capability;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.Vendor;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be started, and where.
 *
 * @param assessment that fits
 */
record Launch(Assessment assessment, Workload workload) {

  private static final Capability AMPERE = new Capability(8, 0);
  private static final Capability ADA = new Capability(8, 9);
  private static final String MODEL_OPT = "nvidia/";
  private static final String GGUF_REPOSITORY = "-GGUF";

  Quantization format() {
    return assessment.quantization().format();
  }

  RuntimeProfile runtime() {
    return workload.runtime();
  }

  /** BF16 and FlashAttention begin with Ampere. */
  static boolean isAmpere(Offer offer) {
    return offer.cards().stream()
        .allMatch(
            card ->
                card.vendor() != Vendor.NVIDIA || card.computeCapability().compareTo(AMPERE) >= 0);
  }

  /** Whether its cards are AMD's: images, devices and packages are others there. */
  boolean isOnAmd() {
    return assessment.offer().cards().stream().anyMatch(card -> card.vendor() == Vendor.AMD);
  }

  /** Whether 16 bit are FP16 whatever the model has. */
  boolean inHalf() {
    return format().id().equals("fp16") || !isAmpere(assessment.offer());
  }

  /** Workers that carry the load; one where none is asked for. */
  int workers() {
    return assessment.plan().map(plan -> plan.replicas()).orElse(1);
  }

  /** How many of them are never stopped, where they could be. */
  int kept() {
    return assessment.plan().map(plan -> plan.bill().kept()).orElse(0);
  }

  int gpus() {
    return assessment.worker().gpus();
  }

  /** The settings that the estimate counted with. */
  RuntimeSettings settings() {
    return vllm().map(VllmMemory::settings).orElse(workload.settings());
  }

  Optional<VllmMemory> vllm() {
    return assessment.fitting().vllm().map(fitting -> fitting.memory());
  }

  /**
   * Whether the repository of the model itself holds these weights, or a server makes them of it.
   */
  boolean weightsAreKnown() {
    return format().isSixteenBit() || stored().isPresent() || isQuantizedWhenLoaded();
  }

  /**
   * What can be made of 16 bit weights when they are loaded; transformers does it by bitsandbytes.
   */
  boolean isQuantizedWhenLoaded() {
    List<String> made = isTransformers() ? List.of("nf4", "int8") : List.of("nf4", "fp8");
    return made.contains(format().id()) && stored().isEmpty();
  }

  private boolean isTransformers() {
    return runtime().runtime().equals("transformers");
  }

  /** The repository, as far as the catalogue knows it. */
  String repository() {
    String gguf = format().gguf().isPresent() ? GGUF_REPOSITORY : "";
    return stored().orElse(workload.model().huggingFaceId() + gguf);
  }

  /**
   * Where the hub has the weights in that format, if the server loads them on these cards: FP8 as
   * NVIDIA stores it (ModelOpt) begins with compute capability 8.9 in vLLM ({@code
   * ModelOptFp8Config.get_min_capability}), and does not run on AMD's.
   */
  private Optional<String> stored() {
    return workload
        .model()
        .repository(format().id())
        .filter(
            where ->
                !format().id().equals("fp8")
                    || !where.startsWith(MODEL_OPT)
                    || assessment.offer().cards().stream().allMatch(Launch::loadsModelOpt));
  }

  private static boolean loadsModelOpt(Card card) {
    return card.vendor() == Vendor.NVIDIA && card.computeCapability().compareTo(ADA) >= 0;
  }

  /** A name that shells, files and clusters take. */
  String name() {
    String id = workload.model().id().toLowerCase(Locale.ROOT);
    StringBuilder name = new StringBuilder();
    for (char c : id.toCharArray()) {
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      name.append(plain ? c : '-');
    }
    return name.toString();
  }
}
