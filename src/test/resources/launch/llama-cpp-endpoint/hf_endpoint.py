# Qwen/Qwen2.5-14B-Instruct in q4_k_m on hf-aws-t4-x1 (hf-inference-endpoints), llama.cpp
# MODEL must name a repository with weights in q4_k_m; that of the model itself has others.
# pip install huggingface_hub==2.4.0
from huggingface_hub import create_inference_endpoint

endpoint = create_inference_endpoint(
    "qwen2-5-14b-instruct",
    repository="Qwen/Qwen2.5-14B-Instruct-GGUF",
    framework="pytorch",
    task="text-generation",
    vendor="aws",
    region="us-east-1",  # another one: list_inference_endpoints_hardware()
    accelerator="gpu",
    instance_type="nvidia-t4",
    instance_size="x1",
    min_replica=0,
    max_replica=1,
    scale_to_zero_timeout=15,
    custom_image={"url": "ghcr.io/ggml-org/llama.cpp:server-cuda-b9490", "port": 8080, "health_route": "/health"},
    container_command=["llama-server"],
    container_args=["-hf", "Qwen/Qwen2.5-14B-Instruct-GGUF:Q4_K_M", "--ctx-size", "8192", "--parallel", "1", "--n-gpu-layers", "999", "--port", "8080"],
    type="authenticated",
)
print(endpoint.wait().url)
