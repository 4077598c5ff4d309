#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in gptq-int8 on a2-highgpu-1g (gcp-compute-engine), vllm
# MODEL must name a repository with weights in gptq-int8; that of the model itself has others.
set -eu
pip install vllm==0.21.0
MODEL=Qwen/Qwen2.5-14B-Instruct
exec vllm serve "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.85 --max-num-seqs 64 --max-num-batched-tokens 4096
