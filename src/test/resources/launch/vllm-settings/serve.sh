#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in gptq-int8 on a2-highgpu-1g (gcp-compute-engine), vllm
set -eu
pip install vllm==0.21.0
MODEL=Qwen/Qwen2.5-14B-Instruct-GPTQ-Int8
exec vllm serve "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.85 --max-num-seqs 64 --max-num-batched-tokens 4096
