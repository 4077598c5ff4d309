#!/usr/bin/env python3
"""The server against another one that answers the same question, in turns on the same cores: requests per second at several
numbers of connections, time from process to first answer (with and without the cache of scripts/aot-cache.sh), and memory.

    scripts/server-benchmark.py [--against ../shared/peers/go] [--java JAVA] [--seconds 10] [--rounds 5] [--connections 8,64]

Needs the jar (./mvnw package -DskipTests), wrk, and Go to build the other one. Ratios are what to look at, and only of a
machine that does nothing else: the load is printed beside them.
"""

import argparse
import atexit
import os
import pathlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
QUESTION = "/v1/recommendations?model=qwen2.5-14b&quantization=8bit&context=8192"
SMALL = ["-XX:+UseSerialGC", "-Xmx96m"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", default=str(ROOT / "../shared/peers/go"), help="folder with a build.sh that makes a server")
    parser.add_argument("--jar", help="the server, where it is another one than that of target")
    parser.add_argument("--java", default="java", help="the java that runs it")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--connections", default="8,64")
    return parser.parse_args()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answered(port):
    """Whether it answers the question by now."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            connection.sendall(f"GET {QUESTION} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            answer = b""
            while chunk := connection.recv(65536):
                answer += chunk
    except OSError:
        return False
    if not answer.startswith(b"HTTP/1.1 200") or b"AMPERE_24" not in answer:
        sys.exit(f"not an answer: {answer[:300]!r}")
    return True


class Server:
    """One that runs."""

    def __init__(self, command, environment):
        self.port = free_port()
        environment = {name: value.format(port=self.port) for name, value in environment.items()}
        begin = time.monotonic()
        self.process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        atexit.register(self.process.kill)  # also where it is given up
        while not answered(self.port):
            if self.process.poll() is not None:
                sys.exit(f"ended: {command}")
            time.sleep(0.002)
        self.start_ms = 1000 * (time.monotonic() - begin)

    def resident_mib(self, what="VmRSS"):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.search(rf"{what}:\s+(\d+)", status)[1]) / 1024

    def cpu_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def asked(self, connections, seconds):
        """Requests per second, and per second of the server's processor time, which others on the machine hardly change."""
        before = self.cpu_seconds()
        output = subprocess.run(
            ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", f"http://127.0.0.1:{self.port}{QUESTION}"],
            capture_output=True, text=True, check=True,
        ).stdout
        if "Non-2xx" in output or "Socket errors" in output:
            sys.exit(output)
        count = int(re.search(r"(\d+) requests in", output)[1])
        return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1]), count / (self.cpu_seconds() - before)

    def warm_up(self):
        """Until it takes no less processor time, for two minutes at most."""
        best, again = 0, 0
        for _ in range(24):
            now = self.asked(8, 5)[1]
            again = again + 1 if now < 1.05 * best else 0
            best = max(best, now)
            if again == 3:
                return

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


def ours(java, jar, *more):
    environment = {"QUARKUS_HTTP_PORT": "{port}", "QUARKUS_HTTP_HOST": "127.0.0.1", "HUB": "off"}
    return [java, *SMALL, *more, "-jar", jar], environment


def the_other(folder):
    target = ROOT / "target" / "peers"
    subprocess.run([f"{folder}/build.sh", str(target)], check=True)
    return [str(target / "server")], {"HTTP_ADDR": "127.0.0.1:{port}"}


def starts(command, count):
    times = []
    for _ in range(count):
        server = Server(*command)
        times.append(server.start_ms)
        server.stop()
    return statistics.median(times)


def main():
    given = arguments()
    for tool in ("wrk", given.java):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not there")
    jar = given.jar or next(map(str, (ROOT / "target").glob("*-runner.jar")), None)
    if not jar:
        sys.exit("no target/*-runner.jar; build it: ./mvnw package -DskipTests")
    print(f"load before: {os.getloadavg()[0]:.2f}; {subprocess.run([given.java, '-version'], capture_output=True, text=True).stderr.splitlines()[0]}")

    commands = {"ours": ours(given.java, jar)}
    if pathlib.Path(given.against, "build.sh").exists() and shutil.which("go"):
        commands["other"] = the_other(given.against)

    print(f"first answer: {starts(commands['ours'], given.starts):.0f} ms")
    cache = ROOT / "target" / "benchmark.aot"
    made = subprocess.run(
        [str(ROOT / "scripts/aot-cache.sh"), jar, str(cache)],
        env={**os.environ, "JAVA": given.java, "PORT": str(free_port())}, capture_output=True, text=True,
    )
    if made.returncode == 0:
        commands["ours"] = ours(given.java, jar, f"-XX:AOTCache={cache}")
        print(f"first answer, with the cache: {starts(commands['ours'], given.starts):.0f} ms")

    servers = {name: Server(*command) for name, command in commands.items()}
    print(f"resident when it has started: {servers['ours'].resident_mib():.0f} MiB")
    for server in servers.values():
        server.warm_up()
    for connections in map(int, given.connections.split(",")):
        rounds = []
        for _ in range(given.rounds):
            rounds.append({name: server.asked(connections, given.seconds) for name, server in servers.items()})
        for what, at in (("per second", 0), ("per second of processor time", 1)):
            line = "  ".join(f"{name} {statistics.median(each[name][at] for each in rounds):.0f}" for name in servers)
            if "other" in servers:
                ratios = sorted(each["ours"][at] / each["other"][at] for each in rounds)
                line += f"  ours/other {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
            print(f"{connections} connections, requests {what}: {line}", flush=True)
    print(f"resident after that: {servers['ours'].resident_mib():.0f} MiB, at most {servers['ours'].resident_mib('VmHWM'):.0f}")
    for server in servers.values():
        server.stop()
    print(f"load after: {os.getloadavg()[0]:.2f}")


if __name__ == "__main__":
    main()
