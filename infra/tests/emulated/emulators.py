"""AWS on this machine: MiniStack for all but CloudWatch, which is moto's."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

ACCOUNT = "123456789012"
REGION = "eu-west-1"
BIN = pathlib.Path(sys.executable).parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url):
    try:
        urllib.request.urlopen(url, timeout=2).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


class Emulators:
    def __init__(self, log):
        self.port = free_port()
        self.aws = f"http://127.0.0.1:{self.port}"
        self.cloudwatch = f"http://127.0.0.1:{free_port()}"
        self.log = log
        self.processes = []

    def __enter__(self):
        try:
            self.start([BIN / "ministack"], self.aws, self.ministack_settings())
            port = self.cloudwatch.rsplit(":", 1)[1]
            self.start([BIN / "moto_server", "-H", "127.0.0.1", "-p", port], self.cloudwatch, {})
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *failure):
        for process in self.processes:
            # The group: MiniStack's functions are processes of their own.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def start(self, command, url, settings):
        process = subprocess.Popen(
            [str(word) for word in command],
            env=clean_environment() | settings,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        self.processes.append(process)
        deadline = time.monotonic() + 60
        while not answers(url):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{command[0]} does not answer; see {self.log.name}")
            time.sleep(0.2)

    def ministack_settings(self):
        return keys() | {
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(self.port),
            "LAMBDA_EXECUTOR": "local",
            "PERSIST_STATE": "0",
            "MINISTACK_ACCOUNT_ID": ACCOUNT,
            "MINISTACK_REGION": REGION,
            "AWS_ENDPOINT_URL": self.aws,  # handed on to the function
        }

    def client_settings(self):
        """All that Terraform needs to believe that this is AWS."""
        return keys() | {
            "AWS_ENDPOINT_URL": self.aws,
            "AWS_ENDPOINT_URL_CLOUDWATCH": self.cloudwatch,
            "AWS_EC2_METADATA_DISABLED": "true",
            "CHECKPOINT_DISABLE": "1",
        }


def keys():
    return {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": REGION}


def clean_environment():
    """Nothing of the caller's own AWS account or Terraform settings."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("AWS_", "TF_", "SLACK_"))
    }
