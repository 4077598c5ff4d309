#!/bin/sh
# Qwen/Qwen2.5-VL-7B-Instruct in bf16 on AMPERE_48 (runpod-serverless), lora
# DATASET is yours: a name on the hub, or a file, with a column "messages".
# Names of matrices are those of Llama: look whether this model calls them otherwise.
set -eu
pip install 'trl[peft,quantization,kernels]==1.9.0' transformers==5.16.1 accelerate==1.13.0
exec trl sft --config trl.yaml
