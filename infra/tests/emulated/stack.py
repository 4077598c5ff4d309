"""A copy of the stack, as Terraform drives it."""

import json
import os
import pathlib
import shutil
import subprocess
import zipfile

INFRA = pathlib.Path(__file__).parents[2]


class Stack:
    def __init__(self, folder, environment, variables):
        self.folder = folder
        self.environment = environment
        self.variables = variables
        folder.mkdir(parents=True)
        for file in [*INFRA.glob("*.tf"), INFRA / "routes.json", INFRA / ".terraform.lock.hcl"]:
            shutil.copy(file, folder)

    def init(self):
        """TERRAFORM_INIT: a command that is given the folder, for machines without a registry."""
        command = os.environ.get("TERRAFORM_INIT")
        if command:
            self.call([command, str(self.folder)])
        else:
            self.terraform("init")

    def plan(self, secret=None, **changes):
        """The saved plan's file, and what it is going to do: actions by address."""
        self.variables |= changes
        file = self.folder / "saved.tfplan"
        self.terraform("plan", f"-out={file}", *self.arguments(), secret=secret)
        plan = json.loads(self.terraform("show", "-json", str(file)))
        actions = {
            change["address"]: change["change"]["actions"]
            for change in plan.get("resource_changes", [])
            if change["change"]["actions"] not in (["no-op"], ["read"])
        }
        return file, actions

    def apply(self, secret=None, **changes):
        file, actions = self.plan(secret, **changes)
        self.terraform("apply", str(file), secret=secret)
        return actions

    def refuses(self, **changes):
        """What a plan with these variables is refused with."""
        result = self.run("plan", *self.arguments(self.variables | changes))
        if result.returncode == 0:
            raise AssertionError(f"accepted: {changes}")
        return result.stderr

    def destroy(self):
        self.terraform("destroy", "-auto-approve", *self.arguments())

    def outputs(self):
        values = json.loads(self.terraform("output", "-json"))
        return {name: output["value"] for name, output in values.items()}

    def resources(self):
        return self.terraform("state", "list").split()

    def all_that_terraform_wrote(self):
        """State, its backups and saved plans (which are zips), by name."""
        for file in sorted(self.folder.glob("*tfstate*")):
            yield file.name, file.read_bytes()
        for file in sorted(self.folder.glob("*.tfplan")):
            with zipfile.ZipFile(file) as plan:
                for entry in plan.namelist():
                    yield f"{file.name}/{entry}", plan.read(entry)

    def arguments(self, variables=None):
        variables = self.variables if variables is None else variables
        return [f"-var={name}={as_text(value)}" for name, value in variables.items()]

    def terraform(self, *words, secret=None):
        result = self.run(*words, secret=secret)
        if result.returncode != 0:
            raise AssertionError(f"terraform {words[0]}:\n{result.stdout}\n{result.stderr}")
        return result.stdout

    def run(self, command, *words, secret=None):
        environment = dict(self.environment)
        if secret:
            environment["TF_VAR_slack_signing_secret"] = secret
        colour = [] if command in ("show", "state", "output") else ["-no-color", "-input=false"]
        return self.process(["terraform", f"-chdir={self.folder}", command, *colour, *words], environment)

    def call(self, command):
        result = self.process(command, self.environment)
        if result.returncode != 0:
            raise AssertionError(f"{command}:\n{result.stdout}\n{result.stderr}")

    @staticmethod
    def process(command, environment):
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def as_text(value):
    return value if isinstance(value, str) else json.dumps(value)
