#!/bin/sh
# meta-llama/Llama-3.1-405B-Instruct in fp8 on p5en.48xlarge-eu-north-1-spot (aws-ec2), vllm
set -eu
pip install vllm==0.21.0
MODEL=meta-llama/Llama-3.1-405B-Instruct-FP8
exec vllm serve "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 1024 --max-num-batched-tokens 8192 --tensor-parallel-size 8
