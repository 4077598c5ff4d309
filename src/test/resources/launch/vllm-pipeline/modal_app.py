# meta-llama/Llama-3.3-70B-Instruct in fp8 on 4 x modal-l40s (modal), vllm
import subprocess

import modal

image = modal.Image.from_registry("vllm/vllm-openai:v0.21.0").entrypoint([])
app = modal.App("llama-3-3-70b-instruct", image=image)


@app.function(gpu="L40S:4", timeout=3600, scaledown_window=60, max_containers=1)
@modal.web_server(port=8000, startup_timeout=1800)
def serve():
    subprocess.Popen(["vllm", "serve", "nvidia/Llama-3.3-70B-Instruct-FP8", "--dtype", "auto", "--max-model-len", "8192", "--gpu-memory-utilization", "0.92", "--max-num-seqs", "256", "--max-num-batched-tokens", "2048", "--tensor-parallel-size", "2", "--pipeline-parallel-size", "2"])
