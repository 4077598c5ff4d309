#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in q4_k_m on AMPERE_24 (runpod-serverless), ollama
# MODEL must name a repository with weights in q4_k_m; that of the model itself has others.
set -eu
# Ollama from 0.31 on
MODEL=Qwen/Qwen2.5-14B-Instruct-GGUF
exec sh -c "OLLAMA_HOST=0.0.0.0 OLLAMA_CONTEXT_LENGTH=8192 OLLAMA_NUM_PARALLEL=1 ollama serve & until ollama pull hf.co/$MODEL:Q4_K_M; do sleep 1; done; wait"
