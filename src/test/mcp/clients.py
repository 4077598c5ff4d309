"""The protocol's official Python client against a running server, in both generations: it finds,
lists and calls every tool, and gets what the HTTP API answers, byte for byte.

    clients.py http://localhost:8080
"""

import asyncio
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

import jsonschema
from mcp.client.client import Client

# A tool, the path of the same over HTTP, and arguments that have an answer.
QUESTIONS = [
    ("recommend_gpu", "/v1/recommendations", {"model": "qwen2.5-14b"}),
    ("recommend_gpu", "/v1/recommendations", {"model": "qwen2.5-14b", "quantization": ["8bit"], "lang": "fr"}),
    (
        "recommend_gpu",
        "/v1/recommendations",
        {"model": "llama-3.1-70b", "runtime": "vllm", "max_gpus": 8, "concurrency": 16, "current": "AMPERE_80"},
    ),
    ("recommend_gpu", "/v1/recommendations", {"parameters": "14.8b", "task": "qlora"}),
    ("recommend_gpu", "/v1/recommendations", {"model": "llama-3.1-405b", "quantization": ["bf16"]}),
    ("estimate_memory", "/v1/estimate", {"model": "llama-3.1-8b", "card": "L4"}),
    ("estimate_memory", "/v1/estimate", {"model": "deepseek-v3", "quantization": "fp8", "context": 10000}),
    ("compare_offers", "/v1/compare", {"model": "qwen2.5-14b", "offers": ["AMPERE_24", "ADA_24_PRO"]}),
    ("launch_files", "/v1/launch", {"model": "llama-3.1-8b", "runtime": "vllm"}),
    ("list_offers", "/v1/offers", {}),
    ("list_offers", "/v1/offers", {"min_supply": "high", "hours_per_month": 100.5}),
    ("find_models", "/v1/models", {}),
    ("find_models", "/v1/models", {"search": "mistral"}),
]
WRONG = {"model": "qwen2.5-41b", "context": -1, "quantisation": "8bit"}
TOOLS = [
    "recommend_gpu",
    "estimate_memory",
    "compare_offers",
    "launch_files",
    "read_startup_log",
    "list_offers",
    "show_offer",
    "find_models",
]

passed = 0


def check(what, holds, seen=""):
    global passed
    if not holds:
        raise AssertionError(f"{what}: {seen!r}"[:2000])
    passed += 1


def http(base, path, arguments):
    url = base + path + "?" + urllib.parse.urlencode(arguments, doseq=True)
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read()


def structured_content(base, tool, arguments, version):
    """As it comes over the wire: a client library has parsed it already."""
    params = {"name": tool, "arguments": arguments}
    headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    headers["MCP-Protocol-Version"] = version
    if version == "2026-07-28":
        headers |= {"Mcp-Method": "tools/call", "Mcp-Name": tool}
        params["_meta"] = {
            "io.modelcontextprotocol/protocolVersion": version,
            "io.modelcontextprotocol/clientCapabilities": {},
        }
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params})
    request = urllib.request.Request(base + "/mcp", body.encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        content = answer.read()
    start = content.index(b'"structuredContent":') + len(b'"structuredContent":')
    return content[start : content.rindex(b',"isError":false')]


async def tools_of(client):
    tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    check("eight tools in their order", list(tools) == TOOLS, list(tools))
    for tool in tools.values():
        check(f"{tool.name} only reads", tool.annotations.read_only_hint is True)
        jsonschema.Draft202012Validator.check_schema(tool.input_schema)
        check(f"{tool.name} takes an object", tool.input_schema["type"] == "object")
    return tools


async def ask(client, base, tool, path, arguments, version):
    jsonschema.validate(arguments, tool.input_schema, jsonschema.Draft202012Validator)
    brief = await client.call_tool(tool.name, arguments)
    size = len(json.dumps(brief.structured_content, separators=(",", ":"), ensure_ascii=False).encode())
    check(f"{tool.name} {arguments}: at most 6 KB", not brief.is_error and size <= 6 * 1024, size)
    expected = http(base, path, arguments)
    arguments = arguments | {"detail": "full"}
    result = await client.call_tool(tool.name, arguments)
    about = f"{tool.name} {arguments}"
    check(f"{about}: an answer", not result.is_error, result)
    check(f"{about}: the one of HTTP", result.structured_content == json.loads(expected))
    wire = structured_content(base, tool.name, arguments, version)
    check(f"{about}: byte for byte", wire + b"\n" == expected, wire[:300])
    check(f"{about}: a text", len(result.content[0].text) > 20, result.content)
    texts = 1 if version == "2026-07-28" else 2
    check(f"{about}: as many texts as the revision wants", len(result.content) == texts)


async def talk(base, mode, version):
    async with Client(base + "/mcp", mode=mode) as client:
        check(f"{mode}: speaks {version}", client.protocol_version == version, client.protocol_version)
        tools = await tools_of(client)
        for tool, path, arguments in QUESTIONS:
            await ask(client, base, tools[tool], path, arguments, version)
        for resource in (await client.list_resources()).resources:
            contents = (await client.read_resource(resource.uri)).contents
            check(f"{mode}: {resource.uri} can be read", len(contents[0].text) > 500)
        for prompt in (await client.list_prompts()).prompts:
            values = {argument.name: "llama-3.1-8b" for argument in prompt.arguments}
            messages = (await client.get_prompt(prompt.name, values)).messages
            check(f"{mode}: {prompt.name} asks", "llama-3.1-8b" in messages[0].content.text)
        fault = await client.call_tool("recommend_gpu", WRONG)
        text = fault.content[0].text
        check(f"{mode}: a fault is one", fault.is_error and fault.structured_content is None, fault)
        for word in ("qwen2.5-14b-instruct", "context", "Nearest: quantization"):
            check(f"{mode}: it teaches {word}", word in text, text)
    print(f"  ok  mode {mode}, revision {version}", flush=True)


async def main(base):
    await talk(base, "auto", "2026-07-28")
    await talk(base, "2026-07-28", "2026-07-28")
    await talk(base, "legacy", "2025-11-25")


if __name__ == "__main__":
    try:
        asyncio.run(main(sys.argv[1].rstrip("/")))
    finally:
        failed = 0 if sys.exc_info()[0] is None else 1
        print(f"{passed} passed, {failed} failed")
