#!/bin/sh
# dots-studio/dots.ocr in fp8 on pod-rtx-a5000-community (runpod-community), vllm
set -eu
pip install vllm==0.21.0
MODEL=dots-studio/dots.ocr
exec vllm serve "$MODEL" --dtype auto --quantization fp8 --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 256 --max-num-batched-tokens 2048
