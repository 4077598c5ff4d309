#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in gptq-int4 on AMPERE_24 (runpod-serverless), qlora
# DATASET is yours: a name on the hub, or a file, with a column "messages".
# MODEL must name a repository with weights in gptq-int4; that of the model itself has others.
# Names of matrices are those of Llama: look whether this model calls them otherwise.
set -eu
pip install 'trl[peft,quantization,kernels]==1.9.0' transformers==5.16.1 accelerate==1.13.0
exec trl sft --config trl.yaml
