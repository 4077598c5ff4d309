#!/bin/sh
# Qwen/Qwen2.5-0.5B-Instruct in bf16 on AMPERE_24 (runpod-serverless), full
# DATASET is yours: a name on the hub, or a file, with a column "messages".
# Axolotl keeps no copy of the weights in 32 bit without FSDP or DeepSpeed: it takes less memory there than estimated. TRL has it.
set -eu
pip install 'trl[peft,quantization,kernels]==1.9.0' transformers==5.16.1 accelerate==1.13.0
exec trl sft --config trl.yaml
