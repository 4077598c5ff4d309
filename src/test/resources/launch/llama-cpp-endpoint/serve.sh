#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in q4_k_m on hf-aws-t4-x1 (hf-inference-endpoints), llama.cpp
# MODEL must name a repository with weights in q4_k_m; that of the model itself has others.
set -eu
# llama.cpp of build b9490 or later
MODEL=Qwen/Qwen2.5-14B-Instruct-GGUF
exec llama-server -hf "$MODEL":Q4_K_M --ctx-size 8192 --parallel 1 --n-gpu-layers 999 --port 8080
