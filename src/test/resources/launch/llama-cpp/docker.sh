#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in q4_k_m on AMPERE_24 (runpod-serverless), llama.cpp
# MODEL must name a repository with weights in q4_k_m; that of the model itself has others.
MODEL=Qwen/Qwen2.5-14B-Instruct-GGUF
exec docker run --rm --gpus all -v "$HOME/.cache/huggingface:/root/.cache/huggingface" --ipc=host -p 8080:8080 -e HF_TOKEN ghcr.io/ggml-org/llama.cpp:server-cuda-b9490 -hf "$MODEL":Q4_K_M --ctx-size 32768 --parallel 4 --n-gpu-layers 999 --flash-attn on --cache-type-k q8_0 --cache-type-v q8_0 --port 8080
