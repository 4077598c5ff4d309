# Qwen/Qwen2.5-14B-Instruct in gptq-int8 on AMPERE_24 (runpod-serverless), transformers-4.46
# This release of transformers has no server for several users; runtime=vllm has.
from transformers import AutoModelForCausalLM, AutoTokenizer

MODEL = "Qwen/Qwen2.5-14B-Instruct-GPTQ-Int8"
tokenizer = AutoTokenizer.from_pretrained(MODEL)
model = AutoModelForCausalLM.from_pretrained(MODEL, torch_dtype="auto", device_map="auto")
inputs = tokenizer("Say hello.", return_tensors="pt").to(model.device)
print(tokenizer.decode(model.generate(**inputs, max_new_tokens=2048)[0]))
