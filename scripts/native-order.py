#!/usr/bin/env python3
"""Watches what the native function touches, so that the next build lays it together (see docs/decisions/native-start.md).

    ./mvnw package -Dnative -Dquarkus.native.additional-build-args-append=-J-Dgpuadvisor.native.map=$PWD/target/native.map
    scripts/native-order.py target/gpu-advisor-*-runner target/native.map

Needs valgrind, and nm of the binutils. Rewrites src/main/resources/dev/gpuadvisor/function/image/touched.txt: a checksum for
each method and object in the order in which it was first touched, the commonest question first, and behind them what was
touched when it was last watched and is still there. Worth doing when much has changed: what is not in the list lies far
behind, and costs a read of whatever lies around it.
"""

import bisect
import copy
import hashlib
import hmac
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOUCHED = os.path.join(ROOT, "src/main/resources/dev/gpuadvisor/function/image/touched.txt")
EVENTS = os.path.join(ROOT, "src/test/resources/events")
PRICE_LISTS = os.path.join(ROOT, "src/main/resources/catalog/price-lists")
SECRET = "watched"
# As many variables as Lambda sets, by its documentation: the runtime copies each at its start.
LAMBDA = {
    "AWS_ACCESS_KEY_ID": "watched",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EXECUTION_ENV": "AWS_Lambda_provided.al2023",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
    "AWS_LAMBDA_FUNCTION_NAME": "gpu-advisor",
    "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
    "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
    "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/gpu-advisor",
    "AWS_LAMBDA_LOG_STREAM_NAME": "watched",
    "AWS_REGION": "us-east-1",
    "AWS_SECRET_ACCESS_KEY": "watched",
    "AWS_SESSION_TOKEN": "watched",
    "AWS_XRAY_CONTEXT_MISSING": "LOG_ERROR",
    "AWS_XRAY_DAEMON_ADDRESS": "127.0.0.1:2000",
    "LAMBDA_RUNTIME_DIR": "/var/runtime",
    "LAMBDA_TASK_ROOT": "/var/task",
    "LANG": "en_US.UTF-8",
    "LD_LIBRARY_PATH": "/lib64:/usr/lib64:/var/runtime:/var/task:/opt/lib",
    "TZ": ":UTC",
    "_HANDLER": "bootstrap",
    "_X_AMZN_TRACE_ID": "Root=1-00000000-000000000000000000000000",
}
GRANULE = 8

QUESTIONS = [
    "recommendations?model=llama-3.1-8b&context=32k&concurrency=10",
    "recommendations?model=qwen3-32b&provider=all&budget_per_month=2000",
    "recommendations?model=llama-3.3-70b&quantization=4bit&requests_per_second=2&input_tokens=1000&output_tokens=300",
    "recommendations?model=gpt-oss-120b&runtime=vllm&lang=fr",
    "recommendations?model=llama3.1:8b-instruct-q4_K_M&max_gpus=2",
    "recommendations?model=unsloth/Qwen2.5-14B-Instruct-bnb-4bit&current=g5.2xlarge",
    "recommendations?model=deepseek-r1&parallel=tp8",
    "recommendations?model=llama-3.1-8b&task=qlora&dataset_tokens=5m",
    "recommendations?parameters=7b",
    "recommendations?model=no-such-model&context=many",
    "compare?model=qwen2.5-14b&card=L40S&card=A100",
    "estimate?model=mistral-7b&context=8k",
    "launch?model=qwen2.5-14b&format=vllm",
    "models?q=qwen",
    "offers?provider=runpod",
    "providers",
]
COMMANDS = ["qwen2.5-14b", "llama 3.1 8b 10 users under $500/mo", "8 rps 1024/256 llama-3.1-8b", "qwen3 32b vs a100", "help", "aide"]
TOOLS = [
    ("recommend_gpu", {"model": "qwen2.5-14b", "context": 8192}),
    ("recommend_gpu", {"model": "llama-3.3-70b", "users": 20}),
    ("compare_offers", {"model": "llama-3.1-8b"}),
]


def template(name):
    with open(os.path.join(EVENTS, name), encoding="utf-8") as file:
        return json.load(file)


def asked(path_and_query):
    path, _, query = path_and_query.partition("?")
    event = template("get.json")
    route = "/v1/" + path if not path.startswith("/") else path
    event.update(rawPath=route, rawQueryString=query, routeKey="GET " + route)
    event["queryStringParameters"] = dict(urllib.parse.parse_qsl(query))
    event["requestContext"]["http"]["path"] = route
    return event


def commanded(text):
    event = template("slack-command.json")
    event["body"] = urllib.parse.urlencode({"command": "/gpu", "text": text, "user_id": "U1", "team_id": "T1"})
    stamp = str(int(time.time()))
    signed = hmac.new(SECRET.encode(), f"v0:{stamp}:{event['body']}".encode(), hashlib.sha256).hexdigest()
    event["headers"].update({"x-slack-request-timestamp": stamp, "x-slack-signature": "v0=" + signed})
    return event


def called(tool, arguments):
    event = template("mcp-tools-call.json")
    body = json.loads(event["body"])
    body["params"].update(name=tool, arguments=arguments)
    event["headers"]["mcp-name"] = tool
    event["body"] = json.dumps(body)
    return event


def events():
    """The commonest first, and often enough for the collector to come by."""
    return (
        [template("get.json") for _ in range(16)]
        + [asked(question) for question in QUESTIONS]
        + [template(name) for name in ("get-page.json", "post-json.json", "mcp-initialize.json", "mcp-tools-list.json")]
        + [commanded(text) for text in COMMANDS]
        + [called(*tool) for tool in TOOLS]
        + [template("get.json") for _ in range(4)]
    )


def prices():
    """The bundled lists as a file of prices, which a start reads by code that nothing else runs."""
    lists = []
    for name in sorted(os.listdir(PRICE_LISTS)):
        with open(os.path.join(PRICE_LISTS, name), encoding="utf-8") as file:
            lists.append(json.load(file))
    return json.dumps({"price_lists": lists})


def watch(executable, asked, **settings):
    """Answers these events under valgrind; the kinds and addresses that are touched, in order, and the mappings."""
    server = socket.create_server(("127.0.0.1", 0))
    reading, writing = os.pipe()
    environment = {
        **LAMBDA,
        "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:%d" % server.getsockname()[1],
        "SLACK_SIGNING_SECRET": SECRET,
        "HUB": "off",
        "PATH": os.environ["PATH"],
        **settings,
    }
    command = ["valgrind", "--tool=lackey", "--trace-mem=yes", "--log-fd=%d" % writing, executable]
    watched = subprocess.Popen(command, env=environment, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # A trace has a hundred million lines: awk keeps the first of each.
    program = r'/^(I| [LSM])/ { a = substr($2, 1, index($2, ",") - 2); if (!(($1 == "I") a in seen)) { seen[($1 == "I") a]; print $1 == "I" ? "I" : "D", $2 } }'
    kept = tempfile.TemporaryFile("w+")
    first = subprocess.Popen(["awk", program], stdin=reading, stdout=kept)
    os.close(reading)
    os.close(writing)
    maps = serve(server, watched.pid, iter(asked))
    watched.wait()
    first.wait()
    kept.seek(0)
    return [(line[0], int(line[2:].split(",")[0], 16)) for line in kept], maps


def serve(server, pid, waiting):
    connection = server.accept()[0]
    stream = connection.makefile("rb")
    maps = None
    number = 0
    while True:
        line = stream.readline()
        length = 0
        while (header := stream.readline().strip()):
            name, value = header.split(b":", 1)
            if name.lower() == b"content-length":
                length = int(value)
        body = stream.read(length)
        if line.startswith(b"POST"):
            print(number, body[:80].decode(errors="replace").replace("\n", " "), flush=True)
            connection.sendall(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n")
            continue
        if maps is None:
            with open(f"/proc/{pid}/maps", encoding="ascii") as file:
                maps = file.read()
        event = next(waiting, None)
        if event is None:
            stream.close()
            connection.close()
            server.close()
            return maps
        number += 1
        payload = json.dumps(event).encode()
        head = f"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: r{number}\r\nLambda-Runtime-Deadline-Ms: 99999999999999\r\n"
        head += "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:gpu-advisor\r\n"
        head += "Lambda-Runtime-Trace-Id: Root=1-00000000-000000000000000000000000;Sampled=0\r\n"
        connection.sendall(head.encode() + b"content-length: %d\r\n\r\n" % len(payload) + payload)


def heap_address(executable, maps):
    """Where the image's heap was mapped: read from the file where the section is."""
    sections = subprocess.run(["readelf", "-SW", executable], check=True, capture_output=True, text=True).stdout
    offset = int(re.search(r"\.svm_heap\s+PROGBITS\s+\w+\s+(\w+)", sections)[1], 16)
    found = [line for line in maps.splitlines() if int(line.split()[2], 16) == offset and line.split()[1] == "r--p"]
    return int(found[-1].split("-")[0], 16)


def code_address(executable, methods):
    """Where the code begins: by any method that is exported too."""
    exported = subprocess.run(["nm", "-D", executable], check=True, capture_output=True, text=True).stdout
    # An exported name has two underscores for each of a method's.
    for line in exported.splitlines():
        address, _, name = line.rpartition(" T ")
        if (method := re.sub("_+", "_", name)) in methods:
            return int(address, 16) - methods[method]
    raise SystemExit("No method of the map is exported by " + executable)


def main(executable, file):
    methods, starts = {}, {"T": [], "H": []}
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            kind, offset, *rest = line.rstrip("\n").split("\t")
            if kind == "T":
                methods[rest[1]] = int(offset)
                starts["T"].append((int(offset), 1 << 30, rest[0]))
            else:
                starts["H"].append((int(offset), int(rest[0]), rest[1]))
    code = code_address(executable, methods)
    for places in starts.values():
        places.sort()
    end = max(methods.values()) + (1 << 16)
    order = {}

    def take(touched, maps):
        base = {"T": code, "H": heap_address(executable, maps)}
        for kind, address in touched:
            kind = "T" if kind == "I" else "H"
            offset = address - base[kind]
            if kind == "T" and not 0 <= offset < end:
                continue
            at = bisect.bisect_right(starts[kind], (offset, 1 << 60)) - 1
            if at >= 0 and offset < starts[kind][at][0] + starts[kind][at][1]:
                order.setdefault(starts[kind][at][2])

    take(*watch(executable, events()))
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(prices())
        file.flush()
        take(*watch(executable, events()[:1], GPU_ADVISOR_PRICES=file.name))
    # Which neighbours a look-up meets in a hash table differs from build to build.
    named = {place[2] for places in starts.values() for place in places}
    with open(TOUCHED, encoding="ascii") as before:
        for name in (line.strip() for line in before):
            if name in named:
                order.setdefault(name)
    with open(TOUCHED, "w", encoding="ascii") as out:
        out.write("# What the native function touches, in order; by scripts/native-order.py\n")
        out.writelines(name + "\n" for name in order)
    print(len(order), "methods and objects")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
