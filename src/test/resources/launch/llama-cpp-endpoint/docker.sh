#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in q4_k_m on hf-aws-t4-x1 (hf-inference-endpoints), llama.cpp
# MODEL must name a repository with weights in q4_k_m; that of the model itself has others.
MODEL=Qwen/Qwen2.5-14B-Instruct-GGUF
exec docker run --rm --gpus all -v "$HOME/.cache/huggingface:/root/.cache/huggingface" --ipc=host -p 8080:8080 -e HF_TOKEN ghcr.io/ggml-org/llama.cpp:server-cuda-b9490 -hf "$MODEL":Q4_K_M --ctx-size 8192 --parallel 1 --n-gpu-layers 999 --port 8080
