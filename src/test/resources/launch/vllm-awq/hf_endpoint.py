# Qwen/Qwen3-30B-A3B in awq on hf-aws-l40s-x1 (hf-inference-endpoints), vllm
# pip install huggingface_hub==2.4.0
from huggingface_hub import create_inference_endpoint

endpoint = create_inference_endpoint(
    "qwen3-30b-a3b",
    repository="QuixiAI/Qwen3-30B-A3B-AWQ",
    framework="pytorch",
    task="text-generation",
    vendor="aws",
    region="us-east-1",  # another one: list_inference_endpoints_hardware()
    accelerator="gpu",
    instance_type="nvidia-l40s",
    instance_size="x1",
    min_replica=0,
    max_replica=1,
    scale_to_zero_timeout=15,
    custom_image={"url": "vllm/vllm-openai:v0.21.0", "port": 8000, "health_route": "/health"},
    container_command=["vllm"],
    container_args=["serve", "QuixiAI/Qwen3-30B-A3B-AWQ", "--dtype", "auto", "--max-model-len", "8192", "--gpu-memory-utilization", "0.92", "--max-num-seqs", "256", "--max-num-batched-tokens", "2048"],
    type="authenticated",
)
print(endpoint.wait().url)
