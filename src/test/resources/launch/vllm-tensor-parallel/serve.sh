#!/bin/sh
# meta-llama/Llama-3.1-70B-Instruct in bf16 on 4 x pod-a40-secure (runpod-pods), vllm
set -eu
pip install vllm==0.21.0
MODEL=meta-llama/Llama-3.1-70B-Instruct
exec vllm serve "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 256 --max-num-batched-tokens 2048 --tensor-parallel-size 4
