#!/bin/sh
# meta-llama/Llama-3.1-8B-Instruct in fp8 on g6.xlarge (aws-ec2), vllm-0.6
set -eu
pip install vllm==0.5.4
MODEL=nvidia/Llama-3.1-8B-Instruct-FP8
exec vllm serve "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.90 --max-num-seqs 256 --max-num-batched-tokens 8192
