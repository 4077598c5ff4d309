#!/bin/sh
# meta-llama/Llama-3.1-8B-Instruct in fp8 on ADA_24_PRO (runpod-serverless), vllm
# The load takes 4 workers like this one. Kubernetes, dstack and endpoints start as many; any other file starts one.
MODEL=nvidia/Llama-3.1-8B-Instruct-FP8
exec docker run --rm --gpus all -v "$HOME/.cache/huggingface:/root/.cache/huggingface" --ipc=host -p 8000:8000 -e HF_TOKEN vllm/vllm-openai:v0.21.0 "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 256 --max-num-batched-tokens 2048
