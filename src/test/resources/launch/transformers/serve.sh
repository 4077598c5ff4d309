#!/bin/sh
# Qwen/Qwen2.5-14B-Instruct in gptq-int8 on AMPERE_24 (runpod-serverless), transformers-4.46
# This release of transformers has no server for several users; runtime=vllm has.
set -eu
pip install 'transformers==4.46.*' accelerate torch optimum auto-gptq
MODEL=Qwen/Qwen2.5-14B-Instruct-GPTQ-Int8
exec python generate.py
