#!/bin/sh
# meta-llama/Llama-3.3-70B-Instruct in nf4 on AMPERE_48 (runpod-serverless), qlora
# DATASET is yours: a name on the hub, or a file, with a column "messages".
set -eu
pip install 'trl[peft,quantization,kernels]==1.9.0' transformers==5.16.1 accelerate==1.13.0
exec trl sft --config trl.yaml
