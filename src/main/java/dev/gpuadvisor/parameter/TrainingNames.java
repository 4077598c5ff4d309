package dev.gpuadvisor.parameter;

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
          .except(Msg.Uncovered.preferenceTraining(), "dpo", "orpo", "kto", "ppo", "grpo", "rlhf");

  static final EnumType<Trainer> TRAINERS =
      EnumType.of(Trainer.values())
          .also(Trainer.TRANSFORMERS, "trl", "peft", "hf", "accelerate", "deepspeed")
          .also(Trainer.TRANSFORMERS, "llama-factory", "llamafactory", "ms-swift")
          .also(Trainer.TRANSFORMERS, "swift", "sfttrainer", "huggingface")
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

  private TrainingNames() {}
}
