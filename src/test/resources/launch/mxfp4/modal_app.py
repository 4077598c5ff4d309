# openai/gpt-oss-120b in mxfp4 on modal-rtx-pro-6000 (modal), vllm
import subprocess

import modal

image = modal.Image.from_registry("vllm/vllm-openai:v0.21.0").entrypoint([])
app = modal.App("gpt-oss-120b", image=image)


@app.function(gpu="RTX-PRO-6000", timeout=3600, scaledown_window=60, max_containers=1)
@modal.web_server(port=8000, startup_timeout=1800)
def serve():
    subprocess.Popen(["vllm", "serve", "openai/gpt-oss-120b", "--dtype", "auto", "--max-model-len", "8192", "--gpu-memory-utilization", "0.92", "--max-num-seqs", "1024", "--max-num-batched-tokens", "8192"])
