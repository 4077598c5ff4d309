#!/bin/sh
# openai/gpt-oss-120b in mxfp4 on modal-rtx-pro-6000 (modal), vllm
MODEL=openai/gpt-oss-120b
exec docker run --rm --gpus all -v "$HOME/.cache/huggingface:/root/.cache/huggingface" --ipc=host -p 8000:8000 -e HF_TOKEN vllm/vllm-openai:v0.21.0 "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 1024 --max-num-batched-tokens 8192
