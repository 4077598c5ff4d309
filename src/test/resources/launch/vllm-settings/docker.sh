#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in gptq-int8 on a2-highgpu-1g (gcp-compute-engine), vllm
MODEL=Qwen/Qwen2.5-14B-Instruct-GPTQ-Int8
exec docker run --rm --gpus all -v "$HOME/.cache/huggingface:/root/.cache/huggingface" --ipc=host -p 8000:8000 -e HF_TOKEN vllm/vllm-openai:v0.21.0 "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.85 --max-num-seqs 64 --max-num-batched-tokens 4096
