#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in q8_0 on AMPERE_24 (runpod-serverless), ollama
# MODEL must name a repository with weights in q8_0; that of the model itself has others.
# OLLAMA_CONTEXT_LENGTH=8192 OLLAMA_NUM_PARALLEL=1 must be in the environment of the server.
MODEL=Qwen/Qwen2.5-14B-Instruct-GGUF
exec docker run --rm --gpus all -v "$HOME/.cache/huggingface:/root/.cache/huggingface" --ipc=host -p 11434:11434 -e HF_TOKEN ollama/ollama:latest run hf.co/"$MODEL":Q8_0
