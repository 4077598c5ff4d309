package dev.gpuadvisor.launch;

import dev.gpuadvisor.sizing.tuning.Checkpointing;
import dev.gpuadvisor.sizing.tuning.Offload;
import dev.gpuadvisor.sizing.tuning.Trainer;
import java.util.ArrayList;
import java.util.List;

/** One run, in the words of TRL and of Axolotl. */
record TrainerFiles(Learning run, String header) {

  /** Axolotl 0.19 stands on these versions of the others. */
  private static final String AXOLOTL = "0.19.0";

  private static final String TRL = "1.9.0";
  private static final String TRANSFORMERS = "5.16.1";
  private static final String ACCELERATE = "1.13.0";

  private static final String NOT_ESTIMATED = "usual; nothing of the estimate depends on it";
  private static final String DEEPSPEED = "deepspeed.json";

  List<LaunchFile> all() {
    List<LaunchFile> files = new ArrayList<>();
    files.add(new LaunchFile("train.sh", "shell", shell()));
    files.add(new LaunchFile("trl.yaml", "trl", trl()));
    files.add(new LaunchFile("axolotl.yaml", "axolotl", axolotl()));
    if (run.stage() > 0) {
      files.add(new LaunchFile(DEEPSPEED, "deepspeed", deepspeed()));
    }
    return files;
  }

  String command() {
    return run.settings().trainer() == Trainer.AXOLOTL
        ? "axolotl train axolotl.yaml"
        : "trl sft --config trl.yaml";
  }

  /** What the command names, without the lines above it. */
  String configuration() {
    String whole = run.settings().trainer() == Trainer.AXOLOTL ? axolotl() : trl();
    return whole.substring(header.length());
  }

  private String shell() {
    String zero = run.stage() > 0 ? "deepspeed" : "";
    String install =
        run.settings().trainer() == Trainer.AXOLOTL
            ? "'axolotl" + (zero.isEmpty() ? "" : "[deepspeed]") + "==" + AXOLOTL + "'"
            : "'trl[peft,quantization,kernels"
                + (zero.isEmpty() ? "" : "," + zero)
                + "]=="
                + TRL
                + "' transformers=="
                + TRANSFORMERS
                + " accelerate=="
                + ACCELERATE
                + (run.optimizer().equals("adamw_torch_8bit") ? " torchao" : "");
    return "#!/bin/sh\n"
        + header
        + "set -eu\npip install "
        + install
        + "\nexec "
        + command()
        + "\n";
  }

  private String trl() {
    boolean full = run.full();
    boolean checkpoints = run.settings().checkpointing() != Checkpointing.NONE;
    boolean mixed = !run.pure() || run.stage() > 0;
    boolean in32Bit = full && !run.pure() && run.stage() == 0;
    String sixteen = run.brain() ? "bfloat16" : "float16";
    Yaml yaml =
        new Yaml(header)
            .put("model_name_or_path", run.tuning().model().huggingFaceId())
            .put("dtype", in32Bit ? "float32" : sixteen)
            .put("attn_implementation", run.attention())
            .put("dataset_name", "DATASET")
            .put("output_dir", "out")
            .put("max_length", run.tuning().sequenceLength())
            .put("packing", run.packs())
            .put("per_device_train_batch_size", run.tuning().batch());
    shared(yaml, "num_train_epochs", "optim")
        .put("bf16", mixed && run.brain())
        .put(!run.brain(), "fp16", mixed)
        .put("gradient_checkpointing", checkpoints && !run.fsdp())
        .put("activation_offloading", run.settings().checkpointing() == Checkpointing.OFFLOADED)
        .put("loss_type", run.settings().fusedLoss() ? "chunked_nll" : "nll")
        .put(!full, "use_peft", true);
    adapters(yaml, run.targets().isEmpty() ? "[all-linear]" : run.targets())
        .put(run.format().equals("nf4"), "use_bnb_nested_quant", doubleQuantization())
        .put(run.format().equals("nf4") && run.fsdp(), "bnb_4bit_quant_storage", sixteen);
    return yaml.put(run.stage() > 0, "deepspeed", DEEPSPEED)
        .put(run.fsdp(), "fsdp", true)
        .put(
            run.fsdp(),
            "fsdp_config",
            "{version: 2, reshard_after_forward: true, auto_wrap_policy: TRANSFORMER_BASED_WRAP,"
                + (" activation_checkpointing: " + checkpoints)
                + (", cpu_offload: " + offloadsAll() + "}"))
        .put("num_processes", run.gpus())
        .toString();
  }

  private String axolotl() {
    boolean pure = run.pure() && run.stage() == 0;
    boolean fused = run.settings().fusedLoss();
    boolean nf4 = run.format().equals("nf4");
    Yaml yaml =
        new Yaml(header)
            .put("base_model", run.tuning().model().huggingFaceId())
            .put("bf16", run.brain() && !pure)
            .put(run.brain() && pure, "bfloat16", true)
            .put(!run.brain(), pure ? "float16" : "fp16", true)
            .put("attn_implementation", run.attention())
            .put("datasets", "[{path: DATASET, type: chat_template}]")
            .put("output_dir", "out")
            .put("sequence_len", run.tuning().sequenceLength())
            .put("sample_packing", run.packs())
            .put("micro_batch_size", run.tuning().batch());
    shared(yaml, "num_epochs", "optimizer")
        .put("gradient_checkpointing", run.settings().checkpointing() != Checkpointing.NONE)
        .put("activation_offloading", run.settings().checkpointing() == Checkpointing.OFFLOADED)
        .put(fused, "plugins", "[axolotl.integrations.liger.LigerPlugin]")
        .put(fused, "liger_fused_linear_cross_entropy", true)
        .put(!run.full(), "adapter", nf4 ? "qlora" : "lora")
        .put(!run.full() && run.targets().isEmpty(), "lora_target_linear", true);
    adapters(yaml, run.targets())
        .put(nf4, "bnb_config_kwargs", "{bnb_4bit_use_double_quant: " + doubleQuantization() + "}")
        .put(run.format().startsWith("gptq"), "gptq", true)
        .put(run.tuning().model().visionParameters() > 0, "freeze_mm_modules", true);
    return yaml.put(run.stage() > 0, "deepspeed", DEEPSPEED)
        .put(run.fsdp(), "fsdp_version", 2)
        .put(
            run.fsdp(),
            "fsdp_config",
            "{reshard_after_forward: true, auto_wrap_policy: TRANSFORMER_BASED_WRAP,"
                + " state_dict_type: FULL_STATE_DICT, offload_params: "
                + offloadsAll()
                + "}")
        .toString();
  }

  private String whatAccumulationTakes() {
    if (run.fsdp()) {
      return "with FSDP more than one keeps gradients whole";
    }
    return run.full() ? "more keeps gradients from pass to pass" : "more takes no memory";
  }

  /** What both call by the same names, and what each calls by its own. */
  private Yaml shared(Yaml yaml, String epochs, String optimizer) {
    return yaml.put(
            "gradient_accumulation_steps", run.settings().accumulation(), whatAccumulationTakes())
        .put(epochs, run.epochs())
        .put("learning_rate", run.full() ? "2.0e-5" : "2.0e-4", NOT_ESTIMATED)
        .put(optimizer, run.optimizer())
        .put(run.withMomentum(), "optim_args", "momentum=0.9");
  }

  private Yaml adapters(Yaml yaml, String targets) {
    boolean has = !run.full();
    int rank = run.tuning().adapters().rank();
    return yaml.put(has, "lora_r", rank)
        .put(has, "lora_alpha", 2 * rank + "  # " + NOT_ESTIMATED)
        .put(has && !targets.isEmpty(), "lora_target_modules", targets)
        .put(run.tuning().trainsEmbeddings(), "lora_modules_to_save", "[embed_tokens, lm_head]")
        .put(run.format().equals("nf4"), "load_in_4bit", true)
        .put(run.format().equals("int8"), "load_in_8bit", true);
  }

  private boolean doubleQuantization() {
    return run.settings().options().doubleQuantization();
  }

  private boolean offloadsAll() {
    return run.settings().offload() == Offload.PARAMETERS;
  }

  /** Takes no comments. Buckets are those that the estimate counts; stage 3 has one a layer. */
  private String deepspeed() {
    boolean away = run.settings().offload() != Offload.NONE;
    boolean accumulates = run.full() && !run.pure() && !away;
    String states =
        run.pure() && !away
            ? ", \"bf16_master_weights_and_grads\": true, \"bf16_optimizer_states\": true"
            : "";
    return "{\n  \""
        + (run.brain() ? "bf16" : "fp16")
        + "\": {\"enabled\": true"
        + states
        + "},\n"
        + (accumulates ? "  \"data_types\": {\"grad_accum_dtype\": \"fp32\"},\n" : "")
        + "  \"zero_optimization\": {\n    \"stage\": "
        + run.stage()
        + ",\n    \"reduce_bucket_size\": "
        + (run.stage() == 3 ? "\"auto\"" : "500000000")
        + (away ? ",\n    \"offload_optimizer\": {\"device\": \"cpu\"}" : "")
        + (offloadsAll() && run.stage() == 3
            ? ",\n    \"offload_param\": {\"device\": \"cpu\"}"
            : "")
        + (run.stage() == 3 ? ",\n    \"stage3_gather_16bit_weights_on_model_save\": true" : "")
        + """

          },
          "gradient_accumulation_steps": "auto",
          "train_micro_batch_size_per_gpu": "auto",
          "train_batch_size": "auto"
        }
        """;
  }
}
