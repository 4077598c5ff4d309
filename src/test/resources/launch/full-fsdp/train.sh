#!/bin/sh
# Qwen/Qwen3-4B in bf16 on 2 x pod-rtx-a5000-community (runpod-community), full
# DATASET is yours: a name on the hub, or a file, with a column "messages".
set -eu
pip install 'axolotl==0.19.0'
exec axolotl train axolotl.yaml
