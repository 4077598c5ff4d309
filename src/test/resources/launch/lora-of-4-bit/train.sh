#!/bin/sh
# openai/gpt-oss-20b in bf16 on BLACKWELL_96 (runpod-serverless), lora
# DATASET is yours: a name on the hub, or a file, with a column "messages".
# MODEL must name a repository with weights in bf16; that of the model itself has others.
set -eu
pip install 'trl[peft,quantization,kernels]==1.9.0' transformers==5.16.1 accelerate==1.13.0
exec trl sft --config trl.yaml
