package dev.gpuadvisor.launch;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.LoraTargets;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.tuning.Offload;
import dev.gpuadvisor.sizing.tuning.Optimizer;
import dev.gpuadvisor.sizing.tuning.Precision;
import dev.gpuadvisor.sizing.tuning.Sharding;
import dev.gpuadvisor.sizing.tuning.Trainer;
import dev.gpuadvisor.sizing.tuning.TrainingData;
import dev.gpuadvisor.sizing.tuning.TrainingSettings;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** A run of fine-tuning, with every setting that its estimate counted with. */
record Learning(Assessment assessment, Tuning tuning) {

  /** No layer of what reads images or sound: those stay as they are. */
  private static final String TEXT_ONLY =
      "'(?!.*(vision|visual|audio)).*(q|k|v|o|gate|up|down)_proj'";

  TrainingSettings settings() {
    return tuning.settings();
  }

  int gpus() {
    return assessment.worker().gpus();
  }

  String format() {
    return assessment.quantization().format().id();
  }

  boolean full() {
    return !tuning.method().hasAdapters();
  }

  /** As it was resolved: never {@link Sharding#AUTO}. */
  Sharding sharding() {
    return assessment.fitting().training().orElseThrow().memory().sharding();
  }

  /** A stage of ZeRO; 0 without. */
  int stage() {
    return switch (sharding()) {
      case ZERO1 -> 1;
      case ZERO2 -> 2;
      case ZERO3 -> 3;
      default -> 0;
    };
  }

  boolean fsdp() {
    return sharding() == Sharding.FSDP;
  }

  /** Without a copy in 32 bit. */
  boolean pure() {
    return full() && settings().precision() == Precision.BF16;
  }

  /** Whether 16 bit are BF16. */
  boolean brain() {
    return !format().equals("fp16") && isAmpere();
  }

  private boolean isAmpere() {
    return Launch.isAmpere(assessment.offer());
  }

  /** What never stores scores on this card, or what does. */
  String attention() {
    return !settings().options().flashAttention()
        ? "eager"
        : isAmpere() ? "kernels-community/flash-attn2" : "sdpa";
  }

  /** By the name of transformers. FSDP takes no states of bitsandbytes. */
  String optimizer() {
    return switch (settings().optimizer()) {
      case ADAMW -> "adamw_torch_fused";
      case ADAMW_TORCH -> "adamw_torch";
      case ADAMW_8BIT -> fsdp() ? "adamw_torch_8bit" : "adamw_bnb_8bit";
      case PAGED_ADAMW_8BIT -> "paged_adamw_8bit";
      case ADAFACTOR -> "adafactor";
      case SGD -> "sgd";
    };
  }

  boolean withMomentum() {
    return settings().optimizer() == Optimizer.SGD;
  }

  boolean packs() {
    return tuning.data().map(TrainingData::packed).orElse(false);
  }

  String epochs() {
    return tuning.data().map(data -> data.epochs().toPlainString()).orElse("1");
  }

  /** As a list in YAML; empty where all linear matrices are meant, and there is only text. */
  String targets() {
    boolean latent = !(tuning.model().attention() instanceof Attention.Grouped);
    LoraTargets targets = tuning.adapters().targets();
    if (full()) {
      return "";
    }
    return switch (targets) {
      case ALL -> tuning.model().visionParameters() > 0 ? "[" + TEXT_ONLY + "]" : "";
      case ATTENTION ->
          latent
              ? "[q_proj, q_a_proj, q_b_proj, kv_a_proj_with_mqa, kv_b_proj, o_proj]"
              : "[q_proj, k_proj, v_proj, o_proj]";
      case QUERY_VALUE -> latent ? "[q_proj, q_a_proj, q_b_proj, kv_b_proj]" : "[q_proj, v_proj]";
    };
  }

  /** 16 bit as they are published, or quantized when they are loaded. */
  private boolean isMadeOfPublished() {
    Model model = tuning.model();
    boolean sixteen = model.published().stream().anyMatch(each -> each.format().endsWith("16"));
    return sixteen
        ? tuning.method() != TuningMethod.QLORA || List.of("nf4", "int8").contains(format())
        : format().equals(model.nativeFormat());
  }

  List<Message> remarks() {
    List<Message> remarks = new ArrayList<>(List.of(Msg.Launch.data()));
    Trainer trainer = settings().trainer();
    if (trainer == Trainer.UNSLOTH || trainer == Trainer.TORCHTUNE) {
      remarks.add(Msg.Launch.otherTrainer());
    }
    if (!isMadeOfPublished()) {
      remarks.add(Msg.Launch.weights(format()));
    }
    if (!targets().isEmpty()) {
      remarks.add(Msg.Launch.targets());
    }
    boolean elsewhere =
        settings().offload() == Offload.OPTIMIZER && stage() == 0
            || settings().offload() == Offload.PARAMETERS && stage() != 3 && !fsdp();
    if (elsewhere) {
      remarks.add(Msg.Launch.offload());
    }
    if (full() && !pure() && sharding() == Sharding.NONE) {
      remarks.add(Msg.Launch.copies());
    }
    if (full() && tuning.model().visionParameters() > 0) {
      remarks.add(Msg.Launch.tower());
    }
    return remarks;
  }
}
