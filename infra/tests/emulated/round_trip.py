"""Deploys the real function with Terraform to AWS emulators on this machine, calls it, changes it,
and removes it: docs/deployment.md.

    round_trip.py FUNCTION_ZIP WORK_FOLDER
"""

import argparse
import json
import os
import pathlib
import secrets
import shutil
import sys
import time

import boto3

from caller import Caller
from emulators import REGION, Emulators, clean_environment, keys
from stack import INFRA, Stack

QUESTION = "/v1/recommendations?model=qwen2.5-14b&quantization=8bit"

passed = 0


def check(what, holds, seen=""):
    global passed
    if not holds:
        raise AssertionError(f"{what}: {seen!r}" if seen != "" else what)
    passed += 1
    print(f"  ok  {what}", flush=True)


class RoundTrip:
    def __init__(self, function_zip, emulators, folder):
        self.emulators = emulators
        self.secret = secrets.token_hex(16)
        self.stack = Stack(
            folder / "stack",
            clean_environment() | emulators.client_settings(),
            {
                "region": REGION,
                "function_zip": str(function_zip),
                # So that a rotation need not be waited for.
                "environment": {"SLACK_SECRET_TTL_SECONDS": "1"},
                "alarm_topic_arn": f"arn:aws:sns:{REGION}:123456789012:ops",
            },
        )

    def run(self):
        self.stack.init()
        steps = [
            self.applies,
            self.second_plan_is_empty,
            self.secret_stays_out_of_terraform,
            self.api_answers,
            self.slack_answers,
            self.assistants_are_answered,
            self.secret_is_rotated,
            self.secret_is_changed_past_terraform,
            self.optional_parts_come_and_go,
            self.memory_is_changed_in_place,
            self.wrong_architecture_is_refused,
            self.destroy_leaves_nothing,
        ]
        for step in steps:
            print(step.__name__.replace("_", " "), flush=True)
            step()

    def applies(self):
        actions = self.stack.apply(self.secret)
        check("everything is created", set(map(tuple, actions.values())) == {("create",)}, actions)
        outputs = self.stack.outputs()
        self.caller = Caller(outputs["api_url"], self.emulators.port)
        function = self.aws("lambda").get_function_configuration(
            FunctionName=outputs["function_name"], Qualifier="live"
        )
        check("the alias leads to a published version", function["Version"] == "1", function)
        alarms = self.aws("cloudwatch").describe_alarms()["MetricAlarms"]
        check("four alarms", len(alarms) == 4, alarms)

    def second_plan_is_empty(self):
        _, actions = self.stack.plan()
        check("without the secret, and nothing to do", actions == {}, actions)

    def secret_stays_out_of_terraform(self):
        self.stack.plan(self.secret, memory_mb=257)
        self.stack.variables.pop("memory_mb")
        files = list(self.stack.all_that_terraform_wrote())
        check("there are a state and a plan", len(files) > 2, [name for name, _ in files])
        holding = [name for name, content in files if self.secret.encode() in content]
        check("none of them holds the secret", holding == [], holding)
        check("the parameter store does", self.stored_secret() == self.secret)

    def api_answers(self):
        reply = self.caller.get(QUESTION)
        check("a recommendation", reply.status == 200 and "picks" in reply.json(), reply)
        body = json.dumps({"model": "qwen2.5-14b", "quantization": ["8bit"]})
        posted = self.caller.post("/v1/recommendations", body, {"Content-Type": "application/json"})
        check("the same by POST", posted.status == 200 and posted.json() == reply.json(), posted)
        reply = self.caller.get("/v1/offers/AMPERE_24")
        check("an offer, by a path with a parameter", reply.status == 200, reply)
        reply = self.caller.get("/v1/recommendations?model=qwen2.5-14b&quantisation=8bit")
        check(
            "a problem document",
            reply.status == 400 and reply.content_type.startswith("application/problem+json"),
            reply,
        )
        check("404 for what is no route", self.caller.get("/v1/nothing").status == 404)
        self.every_operation_has_its_route()

    def every_operation_has_its_route(self):
        routes = json.loads((INFRA / "routes.json").read_text())
        for route in routes:
            method, path = route.split(" ")
            reply = self.caller.ask(method, path.replace("{id}", "nothing"))
            check(f"{route} leads to the function", "Not Found" not in reply.body, reply)
        paths = self.caller.get("/openapi").json()["paths"]
        documented = {f"{method.upper()} {path}" for path in paths for method in paths[path]}
        check("what the OpenAPI document names is routed", documented <= set(routes), documented)

    def slack_answers(self):
        reply = self.caller.slack("qwen2.5-14b 8bit", self.stored_secret())
        check("a command signed with the stored secret", reply.status == 200, reply)
        check("answered with blocks", "blocks" in reply.json(), reply)
        reply = self.caller.slack("qwen2.5-14b 8bit", secrets.token_hex(16))
        check("one signed with another is refused", reply.status == 401, reply)

    def assistants_are_answered(self):
        arguments = {"model": "qwen2.5-14b", "quantization": "8bit", "detail": "full"}
        call = {"name": "recommend_gpu", "arguments": arguments}
        reply = self.caller.mcp("tools/call", call)
        check("a tool is called", reply.status == 200, reply)
        answer = reply.json()["result"]["structuredContent"]
        check("and answers in full as the API", answer == self.caller.get(QUESTION).json(), reply)
        reply = self.caller.mcp("tools/call", call, {"Mcp-Name": "list_offers"})
        check("headers arrive, and must agree", reply.status == 400 and "-32020" in reply.body, reply)
        reply = self.caller.mcp("tools/list", {}, {"Origin": "https://evil.example"})
        check("a strange page is refused", reply.status == 403, reply)
        for method in ("GET", "DELETE"):
            reply = self.caller.ask(method, "/mcp")
            check(f"{method} is answered by the function, with 405", reply.status == 405, reply)

    def secret_is_rotated(self):
        old, self.secret = self.secret, secrets.token_hex(16)
        actions = self.stack.apply(self.secret, slack_signing_secret_version=2)
        check(
            "only the parameter changes",
            actions == {"aws_ssm_parameter.slack_signing_secret[0]": ["update"]},
            actions,
        )
        time.sleep(1.5)
        check("the new secret is taken", self.caller.slack("help", self.secret).status == 200)
        check("the old one is refused", self.caller.slack("help", old).status == 401)
        holding = [
            name for name, content in self.stack.all_that_terraform_wrote() if self.secret.encode() in content
        ]
        check("nor does the new one lie in state or plan", holding == [], holding)

    def secret_is_changed_past_terraform(self):
        self.secret = secrets.token_hex(16)
        self.aws("ssm").put_parameter(
            Name=self.stack.outputs()["slack_parameter_name"],
            Value=self.secret,
            Type="SecureString",
            Overwrite=True,
        )
        time.sleep(1.5)
        check("it is taken", self.caller.slack("help", self.secret).status == 200)
        _, actions = self.stack.plan()
        check("and Terraform leaves it alone", actions == {}, actions)

    def optional_parts_come_and_go(self):
        self.stack.apply(enable_function_url=True, cors_allowed_origins=["https://example.com"])
        check("a function URL", self.stack.outputs()["function_url"] is not None)
        _, actions = self.stack.plan()
        check("and nothing left to do", actions == {}, actions)
        self.stack.apply(enable_function_url=False, cors_allowed_origins=[])
        check("no function URL", self.stack.outputs().get("function_url") is None)

    def memory_is_changed_in_place(self):
        actions = self.stack.apply(memory_mb=512)
        check(
            "function and alias are updated, and nothing else",
            actions == {"aws_lambda_function.this": ["update"], "aws_lambda_alias.live": ["update"]},
            actions,
        )
        function = self.aws("lambda").get_function_configuration(
            FunctionName="gpu-advisor", Qualifier="live"
        )
        check("the live version has it", function["MemorySize"] == 512, function)
        check("the API answers", self.caller.get(QUESTION).status == 200)
        check("the secret is the same", self.caller.slack("help", self.secret).status == 200)

    def wrong_architecture_is_refused(self):
        other = {"x86_64": "arm64", "arm64": "x86_64"}[self.stack.outputs()["architecture"]]
        message = self.stack.refuses(architecture=other)
        check("at plan time, with the reason", "The zip was built for" in message, message)

    def destroy_leaves_nothing(self):
        self.stack.destroy()
        check("nothing in the state", self.stack.resources() == [], self.stack.resources())
        left = {
            "functions": self.aws("lambda").list_functions()["Functions"],
            "APIs": self.aws("apigatewayv2").get_apis()["Items"],
            "log groups": self.aws("logs").describe_log_groups()["logGroups"],
            "parameters": self.aws("ssm").describe_parameters()["Parameters"],
            "roles": self.aws("iam").list_roles(PathPrefix="/")["Roles"],
            "alarms": self.aws("cloudwatch").describe_alarms()["MetricAlarms"],
        }
        ours = {kind: found for kind, found in left.items() if "gpu-advisor" in repr(found)}
        check("nothing in the account", ours == {}, ours)

    def stored_secret(self):
        answer = self.aws("ssm").get_parameter(
            Name=self.stack.outputs()["slack_parameter_name"], WithDecryption=True
        )
        return answer["Parameter"]["Value"]

    def aws(self, service):
        emulator = self.emulators.cloudwatch if service == "cloudwatch" else self.emulators.aws
        return boto3.client(
            service,
            endpoint_url=emulator,
            region_name=REGION,
            aws_access_key_id=keys()["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=keys()["AWS_SECRET_ACCESS_KEY"],
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("function_zip", type=pathlib.Path)
    parser.add_argument("work_folder", type=pathlib.Path)
    arguments = parser.parse_args()
    folder = arguments.work_folder.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    started = time.monotonic()
    with open(folder / "emulators.log", "w") as log, Emulators(log) as emulators:
        try:
            RoundTrip(arguments.function_zip.resolve(), emulators, folder).run()
        except AssertionError as failure:
            print(f"FAILED {failure}\nThe emulators' log: {log.name}")
            print(f"{passed} passed, 1 failed")
            return 1
    print(f"Took {time.monotonic() - started:.0f} s.\n{passed} passed, 0 failed")
    return 0


if __name__ == "__main__":
    os.environ.pop("AWS_PROFILE", None)
    sys.exit(main())
