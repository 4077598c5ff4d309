#!/bin/sh
# meta-llama/Llama-3.1-8B-Instruct in q8_0 on g2-standard-4 (gcp-compute-engine), llama.cpp
# MODEL must name a repository with weights in q8_0; that of the model itself has others.
set -eu
# llama.cpp of build b9490 or later
MODEL=meta-llama/Llama-3.1-8B-Instruct-GGUF
exec llama-server -hf "$MODEL":Q8_0 --ctx-size 8192 --parallel 1 --n-gpu-layers 20 --port 8080
