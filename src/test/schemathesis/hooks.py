"""What no schema can say of this API, told to schemathesis. README.md beside this explains each part."""

import json
import random
import re
from pathlib import Path

import schemathesis
from schemathesis.openapi.checks import RejectedPositiveData

MESSAGES = Path(__file__).parents[2] / "main" / "resources" / "messages"

# What a schema does say: whoever keeps to it must never be told one of these.
SAID_BY_THE_SCHEMA = (
    "scalar unknown_parameter given_twice whole_number decimal_number choice unit too_long too_many_values config_flag"
).split()

# What the server takes as one line, with room for the method; see application.properties.
LONGEST_ADDRESS = 65_000

# The rank of an adapter may be 0 (none) where a model is served, and not where one is trained.
RANGE_BY_TASK = {"lora_rank"}


def sayings():
    """The sentences of these faults, in both languages, with whatever values."""
    for file in ("en.properties", "fr.properties"):
        for line in (MESSAGES / file).read_text(encoding="utf-8").splitlines():
            key, equals, text = line.partition(" = ")
            if equals and key in {f"fault.{name}" for name in SAID_BY_THE_SCHEMA}:
                parts = re.split(r"(\{[^}]*\})", text)
                yield re.compile("".join(map(pattern, parts)), re.DOTALL)


def pattern(part):
    """A number where a range is told, anything at other places, and text as it is."""
    if not part.startswith("{"):
        return re.escape(part)
    return r"[\d.,\s]+" if part.startswith(("{least", "{most")) else ".*"


SAYINGS = list(sayings())
if len(SAYINGS) != 2 * len(SAID_BY_THE_SCHEMA):
    raise RuntimeError("a fault of SAID_BY_THE_SCHEMA has no text")


def is_explained(fault):
    if fault["parameter"] in RANGE_BY_TASK:
        return True
    return not any(saying.fullmatch(fault["detail"]) for saying in SAYINGS)


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """A refusal of what keeps to the schema counts, unless every fault of it is one that no schema can say."""
    if response.status_code == 414:
        return len(response.request.url) < LONGEST_ADDRESS
    if not isinstance(failure, RejectedPositiveData) or response.status_code != 400:
        return True
    problem = json.loads(response.content)
    faults = problem.get("errors", [])
    if problem["type"] != "urn:gpu-advisor:problem:invalid-parameters" or not faults:
        return True
    unexplained = [fault for fault in faults if not is_explained(fault)]
    if unexplained:
        failure.message += f"\nNot explained: {unexplained}"
    return bool(unexplained)


# Seventy parameters at random contradict each other nearly always. So that answers are tried and not only refusals, most
# questions are thinned out to one that may have an answer.
MODELS = ("qwen2.5-14b", "llama-3.1-8b", "mixtral-8x7b", "qwen2.5-0.5b")
SHAPE = {
    "parameters", "config", "hf_quant_config", "layers", "hidden_size", "heads", "kv_heads", "head_dim", "vocabulary",
    "feed_forward_size", "tied_embeddings", "exact", "gguf",
}
TUNING = {
    "task", "batch", "sequence_length", "average_tokens", "budget_per_run", "dataset_tokens", "examples", "epochs",
    "double_quantization", "flash_attention", "fused_loss", "gradient_checkpointing", "offload", "optimizer", "packing",
    "sharding", "trainer", "precision", "train_embeddings",
}
LOAD = {
    "accepted_tokens_per_step", "api_usd_per_million_cached", "api_usd_per_million_input", "api_usd_per_million_output",
    "input_tokens", "latency", "max_first_token_seconds", "max_load", "max_seconds_per_token", "min_replicas",
    "prefix_hit_rate", "peak_factor", "reasoning_tokens", "requests_per_second", "requests_per_day", "seconds_per_request",
}
RUNTIME = {"gpu_memory_utilization", "max_num_seqs", "max_num_batched_tokens", "parallel", "gpu_layers", "runtime"}
NAMES = {
    "card": ("L4", "A10G", "H100_SXM"),
    "current": ("AMPERE_24", "ADA_24_PRO"),
    "provider": (["all"], ["runpod-serverless"], ["runpod-pods", "aws-ec2"]),
    "region": ("us-east-1",),
    "parallel": ("auto", "tp2"),
    "currency": ("EUR",),
}
COMPARED = ["AMPERE_24", "ADA_24_PRO"]
MOST_OTHERS = 6


def thinned(given, allowed, chance):
    """The same question with few parameters, which go together."""
    load = chance.random() < 0.3
    tuning = not load and chance.random() < 0.3
    away = SHAPE | (set() if load else LOAD) | (set() if tuning else TUNING) | {"offers", "requests_per_day"}
    others = [name for name in given if name not in away and name not in ("model", "id")]
    chance.shuffle(others)
    kept = {name: given[name] for name in others[:MOST_OTHERS]}
    for name in sorted(kept.keys() & NAMES.keys()):
        chosen = chance.choice(NAMES[name])
        several = isinstance(given[name], list) and not isinstance(chosen, list)
        kept[name] = [chosen] if several else chosen
    if RUNTIME & kept.keys():
        kept["runtime"] = "llama.cpp" if "gpu_layers" in kept else "vllm"
    if "currency" in kept or "usd_per_unit" in kept:
        kept.update(currency="EUR", usd_per_unit=1.08)
    if load:
        kept["requests_per_second"] = 2
    if tuning:
        kept["task"] = chance.choice(("lora", "qlora"))
    if "log" in given:
        kept["log"] = "INFO Available KV cache memory: 51.38 GiB."
    kept["model"] = chance.choice(MODELS)
    return {name: value for name, value in kept.items() if name in allowed or name in given}


@schemathesis.hook
def before_call(context, case, kwargs):
    meta = case.meta
    if meta is None or meta.phase.name.value != "fuzzing":
        return
    modes = [meta.generation.mode, *(component.mode for component in meta.components.values())]
    if not all(mode.is_positive for mode in modes):
        return
    chance = random.Random(repr((case.query, case.body)))
    if chance.random() < 0.2:
        return
    if isinstance(case.body, dict):
        properties = case.operation.body[0].definition["schema"]["properties"]
        case.body = thinned(case.body, properties, chance)
    elif case.query and "model" in {parameter.name for parameter in case.operation.query}:
        case.query = thinned(case.query, {parameter.name for parameter in case.operation.query}, chance)
        if case.operation.path == "/v1/compare":
            case.query["offers"] = COMPARED
