#!/bin/sh
# meta-llama/Llama-3.1-8B-Instruct in q8_0 on g2-standard-4 (gcp-compute-engine), llama.cpp
# MODEL must name a repository with weights in q8_0; that of the model itself has others.
MODEL=meta-llama/Llama-3.1-8B-Instruct-GGUF
exec docker run --rm --gpus all -v "$HOME/.cache/huggingface:/root/.cache/huggingface" --ipc=host -p 8080:8080 -e HF_TOKEN ghcr.io/ggml-org/llama.cpp:server-cuda-b9490 -hf "$MODEL":Q8_0 --ctx-size 8192 --parallel 1 --n-gpu-layers 20 --port 8080
