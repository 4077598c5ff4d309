#!/bin/sh
# meta-llama/Llama-3.1-70B-Instruct in fp8 on g4-standard-48-spot (gcp-compute-engine), vllm
set -eu
pip install vllm==0.21.0
MODEL=nvidia/Llama-3.1-70B-Instruct-FP8
exec vllm serve "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 1024 --max-num-batched-tokens 8192
