#!/bin/sh
# meta-llama/Llama-3.1-8B-Instruct in fp8 on AMPERE_24 (runpod-serverless), vllm
set -eu
pip install vllm==0.21.0
MODEL=meta-llama/Llama-3.1-8B-Instruct
exec vllm serve "$MODEL" --dtype auto --quantization fp8 --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 256 --max-num-batched-tokens 2048
