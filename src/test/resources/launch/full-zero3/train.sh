#!/bin/sh
# meta-llama/Llama-3.1-8B-Instruct in bf16 on 4 x pod-rtx-a6000-community (runpod-community), full
# DATASET is yours: a name on the hub, or a file, with a column "messages".
set -eu
pip install 'trl[peft,quantization,kernels,deepspeed]==1.9.0' transformers==5.16.1 accelerate==1.13.0
exec trl sft --config trl.yaml
