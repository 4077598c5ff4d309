#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in q8_0 on AMPERE_24 (runpod-serverless), ollama
# MODEL must name a repository with weights in q8_0; that of the model itself has others.
# OLLAMA_CONTEXT_LENGTH=8192 OLLAMA_NUM_PARALLEL=1 must be in the environment of the server.
set -eu
# Ollama from 0.31 on
MODEL=Qwen/Qwen2.5-14B-Instruct-GGUF
exec ollama run hf.co/"$MODEL":Q8_0
