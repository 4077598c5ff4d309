#!/bin/sh
# meta-llama/Llama-3.1-8B-Instruct in gptq-int8 on g4dn.xlarge (aws-ec2), vllm-0.6
# MODEL must name a repository with weights in gptq-int8; that of the model itself has others.
set -eu
pip install vllm==0.5.4
MODEL=meta-llama/Llama-3.1-8B-Instruct
exec vllm serve "$MODEL" --dtype float16 --max-model-len 8192 --gpu-memory-utilization 0.90 --max-num-seqs 256 --max-num-batched-tokens 8192
