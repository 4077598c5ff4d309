#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in q4_k_m on AMPERE_24 (runpod-serverless), ollama
# MODEL must name a repository with weights in q4_k_m; that of the model itself has others.
MODEL=Qwen/Qwen2.5-14B-Instruct-GGUF
exec docker run --rm --gpus all -v "$HOME/.ollama:/root/.ollama" --ipc=host -p 11434:11434 -e HF_TOKEN --entrypoint sh ollama/ollama:latest -c "OLLAMA_HOST=0.0.0.0 OLLAMA_CONTEXT_LENGTH=8192 OLLAMA_NUM_PARALLEL=1 ollama serve & until ollama pull hf.co/$MODEL:Q4_K_M; do sleep 1; done; wait"
