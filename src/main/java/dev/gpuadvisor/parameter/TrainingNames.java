package dev.gpuadvisor.parameter;

import dev.gpuadvisor.sizing.LoraTargets;
import dev.gpuadvisor.sizing.tuning.Checkpointing;
import dev.gpuadvisor.sizing.tuning.Optimizer;
import dev.gpuadvisor.sizing.tuning.Sharding;
import dev.gpuadvisor.sizing.tuning.Trainer;
import dev.gpuadvisor.text.Msg;

/** What people call ways to train, those that are not covered among them. */
final class TrainingNames {

  static final EnumType<TaskName> TASKS =
      EnumType.of(TaskName.values())
          .also(TaskName.INFERENCE, "serving", "serve", "generation", "chat", "inférence")
          .also(TaskName.LORA, "lora finetuning", "lora finetune", "lora training")
          .also(TaskName.QLORA, "qlora finetuning", "qlora finetune", "qlora training")
          .also(TaskName.FULL, "full finetuning", "full finetune", "full training")
          .except(Msg.Uncovered.dora(), "dora", "qdora", "rslora")
          .except(Msg.Uncovered.pretraining(), "pretrain", "pretraining", "scratch")
          .except(Msg.Uncovered.preferenceTraining(), "dpo", "orpo", "kto", "ppo", "grpo", "rlhf")
          .except(Msg.Uncovered.preferenceTraining(), "simpo", "cpo", "ipo", "rloo", "gspo", "dapo")
          .except(Msg.Uncovered.preferenceTraining(), "reinforce", "rlvr", "rl", "online-dpo")
          .except(Msg.Uncovered.preferenceTraining(), "reward", "reward-model", "reward-modeling")
          .except(Msg.Uncovered.quantizationAware(), "qat", "quantization-aware-training")
          .except(Msg.Uncovered.supervised(), "sft", "supervised", "instruction-tuning")
          .except(Msg.Uncovered.supervised(), "continued-pretraining", "cpt", "training")
          .except(Msg.Uncovered.otherTuning(), "freeze", "ia3", "prompt-tuning", "prefix-tuning")
          .except(Msg.Uncovered.otherTuning(), "p-tuning", "bitfit", "oft", "loha", "lokr", "vera")
          .except(Msg.Uncovered.otherTuning(), "distillation", "distill", "galore", "pissa");

  static final EnumType<LoraTargets> TARGETS =
      EnumType.of(LoraTargets.values())
          .also(LoraTargets.ALL, "all-linear", "linear", "all-linear-layers", "all-modules")
          .also(LoraTargets.ALL, "q_proj,k_proj,v_proj,o_proj,gate_proj,up_proj,down_proj")
          .also(LoraTargets.ATTENTION, "attn", "qkvo", "q_proj,k_proj,v_proj,o_proj")
          .also(LoraTargets.QUERY_VALUE, "qv", "q_proj,v_proj", "q_proj v_proj");

  static final EnumType<Trainer> TRAINERS =
      EnumType.of(Trainer.values())
          .also(Trainer.TRANSFORMERS, "peft", "hf", "accelerate", "deepspeed", "huggingface")
          .also(Trainer.TRANSFORMERS, "llama-factory", "llamafactory", "ms-swift", "swift")
          .also(Trainer.TRL, "sfttrainer")
          .except(Msg.Uncovered.modelParallelTraining(), "megatron", "megatron-lm", "nemo")
          .except(
              Msg.Uncovered.modelParallelTraining(), "megatron-bridge", "nanotron", "colossalai")
          .except(
              Msg.Uncovered.otherTrainer(), "torchtitan", "litgpt", "xtuner", "openrlhf", "verl")
          .except(Msg.Uncovered.otherTrainer(), "llama-cookbook", "composer", "mlx", "mlx-lm");

  static final EnumType<Sharding> SHARDINGS =
      EnumType.of(Sharding.values())
          .also(Sharding.NONE, "ddp", "dp")
          .also(Sharding.FSDP, "fsdp1", "fsdp2", "full-shard")
          .also(Sharding.ZERO1, "zero-1", "z1")
          .also(Sharding.ZERO2, "zero-2", "z2", "shard-grad-op")
          .also(Sharding.ZERO3, "zero-3", "z3")
          .except(Msg.Uncovered.modelParallelTraining(), "tp", "pp", "cp", "ep", "sp", "3d")
          .except(Msg.Uncovered.modelParallelTraining(), "tensor", "pipeline", "expert", "context")
          .except(Msg.Uncovered.modelParallelTraining(), "tensor-parallel", "pipeline-parallel")
          .except(Msg.Uncovered.modelParallelTraining(), "sequence-parallel", "megatron");

  static final EnumType<Optimizer> OPTIMIZERS =
      EnumType.of(Optimizer.values())
          .also(Optimizer.ADAMW, "adam", "adamw-torch-fused", "adamw-fused", "fused")
          .also(Optimizer.ADAMW_TORCH, "foreach", "adamw-foreach", "adamw-hf")
          .also(Optimizer.ADAMW_8BIT, "adam8bit", "adamw8bit", "adamw-bnb-8bit")
          .also(Optimizer.ADAMW_8BIT, "adamw-torch-8bit")
          .also(Optimizer.PAGED_ADAMW_8BIT, "paged-adamw8bit", "pagedadamw8bit")
          .except(Msg.Uncovered.otherOptimizer(), "muon", "lion", "galore", "apollo")
          .except(Msg.Uncovered.otherOptimizer(), "lomo", "badam", "adam-mini", "soap")
          .except(Msg.Uncovered.otherOptimizer(), "paged-adamw-32bit", "adamw-4bit")
          .except(Msg.Uncovered.optimizerInBackward(), "in-backward", "in-bwd");

  static final EnumType<Checkpointing> CHECKPOINTINGS =
      EnumType.of(Checkpointing.values())
          .also(Checkpointing.FULL, "true", "yes", "on")
          .also(Checkpointing.NON_REENTRANT, "use-reentrant-false", "no-reentrant")
          .also(Checkpointing.NONE, "false", "no", "off")
          .also(Checkpointing.OFFLOADED, "unsloth", "offload");

  private TrainingNames() {}
}
