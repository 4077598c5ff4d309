#!/bin/sh
# Qwen/Qwen3-30B-A3B in awq on hf-aws-l40s-x1 (hf-inference-endpoints), vllm
MODEL=QuixiAI/Qwen3-30B-A3B-AWQ
exec docker run --rm --gpus all -v "$HOME/.cache/huggingface:/root/.cache/huggingface" --ipc=host -p 8000:8000 -e HF_TOKEN vllm/vllm-openai:v0.21.0 "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 256 --max-num-batched-tokens 2048
