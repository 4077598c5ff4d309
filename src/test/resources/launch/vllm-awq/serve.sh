#!/bin/sh
# Qwen/Qwen3-30B-A3B in awq on hf-aws-l40s-x1 (hf-inference-endpoints), vllm
set -eu
pip install vllm==0.21.0
MODEL=QuixiAI/Qwen3-30B-A3B-AWQ
exec vllm serve "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 256 --max-num-batched-tokens 2048
