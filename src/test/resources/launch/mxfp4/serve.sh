#!/bin/sh
# openai/gpt-oss-120b in mxfp4 on modal-rtx-pro-6000 (modal), vllm
set -eu
pip install vllm==0.21.0
MODEL=openai/gpt-oss-120b
exec vllm serve "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 1024 --max-num-batched-tokens 8192
