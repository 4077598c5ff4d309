#!/bin/sh
# meta-llama/Llama-3.1-8B-Instruct in fp8 on ADA_80_PRO (runpod-serverless), vllm
set -eu
pip install vllm==0.21.0
MODEL=nvidia/Llama-3.1-8B-Instruct-FP8
exec vllm serve "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 1024 --max-num-batched-tokens 8192
