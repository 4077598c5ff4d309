"""Has each stored file of src/test/resources/launch read by what takes it.

Packages are unpacked, not installed: a definition that needs no GPU is loaded, with stand-ins for whatever else its
package imports; of the rest the source says which words it knows.

    check.py PACKAGES GOLDEN
"""

import ast
import enum
import importlib.abc
import importlib.machinery
import json
import pathlib
import re
import shlex
import sys
from unittest.mock import MagicMock

import yaml

PACKAGES = pathlib.Path(sys.argv[1])
GOLDEN = pathlib.Path(sys.argv[2])
faults = []


class StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """For what a definition imports and does not need. Comes last: what is there is taken."""

    OF = {
        "PIL", "accelerate", "addict", "apscheduler", "bitsandbytes", "cursor", "datasets", "filelock", "huggingface_hub",
        "numpy", "peft", "posthog", "psutil", "requests", "rich", "sqlalchemy", "torch", "tqdm", "transformers", "trl", "urllib3",
    }

    def find_spec(self, name, path, target=None):
        if name.split(".")[0] in self.OF:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        module = MagicMock(name=spec.name)
        module.__path__, module.__spec__, module.__name__ = [], spec, spec.name
        return module

    def exec_module(self, module):
        pass


sys.meta_path.append(StandIns())


def files(name):
    return sorted(GOLDEN.glob("*/" + name))


def check(path, unknown, what):
    for word in unknown:
        faults.append(f"{path.relative_to(GOLDEN)}: {what} has no {word}")


def source(package, path):
    return ast.parse((PACKAGES / package / path).read_text())


def fields(tree, *classes):
    """Of dataclasses and models."""
    return {
        line.target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name in classes
        for line in node.body
        if isinstance(line, ast.AnnAssign)
    }


def trl():
    known = fields(source("trl", "trl/trainer/sft_config.py"), "SFTConfig")
    known |= fields(source("trl", "trl/trainer/base_config.py"), "_BaseConfig")
    known |= fields(source("trl", "trl/trainer/model_config.py"), "ModelConfig")
    known |= fields(source("trl", "trl/scripts/utils.py"), "ScriptArguments")
    arguments = (PACKAGES / "transformers/transformers/training_args.py").read_text()
    known |= fields(ast.parse(arguments), "TrainingArguments")
    launcher = (PACKAGES / "accelerate/accelerate/commands/launch.py").read_text()
    known |= set(re.findall(r'"--([a-z_]+)"', launcher))
    optimizers = set(re.findall(r'^    [A-Z_0-9]+ = "([a-z_0-9]+)"', arguments, re.M))
    fsdp = set(re.findall(r'fsdp_config(?:\.get\(|\[)"([a-z_]+)"', arguments))
    fsdp |= set(re.findall(r'"([a-z_]+)" in self\.fsdp_config', arguments))
    loss = (PACKAGES / "trl/trl/trainer/sft_trainer.py").read_text()
    for path in files("trl.yaml"):
        said = yaml.safe_load(path.read_text())
        check(path, set(said) - known, "TRL")
        check(path, {said["optim"]} - optimizers, "transformers")
        check(path, set(said.get("fsdp_config", {})) - fsdp, "fsdp_config")
        check(path, [] if f'loss_type == "{said["loss_type"]}"' in loss else [said["loss_type"]], "SFTTrainer")
        yield path


def axolotl():
    sys.path.insert(0, str(PACKAGES / "axolotl"))
    import PIL.Image

    PIL.Image.Resampling = enum.IntEnum("Resampling", "NEAREST BILINEAR")
    import transformers.training_args
    import transformers.utils.import_utils

    transformers.utils.import_utils.is_torch_npu_available = lambda: False

    tree = source("transformers", "transformers/training_args.py")
    names = next(n for n in ast.walk(tree) if isinstance(n, ast.ClassDef) and n.name == "OptimizerNames")
    values = [(v.targets[0].id, v.value.value) for v in names.body if isinstance(v, ast.Assign)]
    transformers.training_args.OptimizerNames = enum.Enum("OptimizerNames", values, type=str)
    from axolotl.integrations.liger.args import LigerArgs
    from axolotl.utils.schemas.config import AxolotlInputConfig

    class Config(AxolotlInputConfig, LigerArgs):
        pass

    for path in files("axolotl.yaml"):
        said = yaml.safe_load(path.read_text())
        check(path, set(said) - set(Config.model_fields), "Axolotl")
        check(path, {said["optimizer"]} - {value for _, value in values}, "transformers")
        try:
            Config.model_validate(dict(said))
        except ValueError as e:
            faults.append(f"{path.relative_to(GOLDEN)}: {e}")
        yield path


def deepspeed():
    zero = fields(source("deepspeed", "deepspeed/runtime/zero/config.py"), "DeepSpeedZeroConfig")
    zero |= set(re.findall(r'alias="(\w+)"', (PACKAGES / "deepspeed/deepspeed/runtime/zero/config.py").read_text()))
    offload = fields(
        source("deepspeed", "deepspeed/runtime/zero/offload_config.py"),
        "DeepSpeedZeroOffloadParamConfig",
        "DeepSpeedZeroOffloadOptimizerConfig",
    )
    precision = fields(
        source("deepspeed", "deepspeed/runtime/precision_config.py"), "DeepSpeedBF16Config", "DeepSpeedFP16Config"
    )
    constants = (PACKAGES / "deepspeed/deepspeed/runtime/constants.py").read_text()
    words = set(re.findall(r"""^[A-Z0-9_]+ = ["']([a-z0-9_]+)["']""", constants, re.M)) | {"zero_optimization"}
    for path in files("deepspeed.json"):
        said = json.loads(path.read_text())
        check(path, set(said) - words, "DeepSpeed")
        check(path, set(said["zero_optimization"]) - zero, "ZeRO")
        for part in ("offload_optimizer", "offload_param"):
            check(path, set(said["zero_optimization"].get(part, {})) - offload, "ZeRO's offload")
        for part in ("bf16", "fp16"):
            check(path, set(said.get(part, {})) - precision, "DeepSpeed's precision")
        yield path


def server(path):
    """The words of the command that a shell script ends with."""
    return shlex.split(path.read_text().split("\nexec ")[-1])


def vllm():
    """Each release's own parser: the names that its source adds."""
    known = {}
    for path in files("serve.sh"):
        release = re.search(r"pip install vllm==(\S+)", path.read_text())
        if not release:
            continue
        folder = PACKAGES / ("vllm-" + release[1])
        if not folder.is_dir():
            faults.append(f"{path.relative_to(GOLDEN)}: vLLM {release[1]} is not in wheels.txt")
            continue
        if folder not in known:
            text = (folder / "vllm/engine/arg_utils.py").read_text()
            text += "".join(each.read_text() for each in folder.glob("vllm/entrypoints/openai/**/cli_args.py"))
            known[folder] = set(re.findall(r"""["'](--[a-z0-9-]+)["']""", text))
        words = server(path)
        if words[:2] != ["vllm", "serve"]:
            faults.append(f"{path.relative_to(GOLDEN)}: does not call vllm serve")
        check(path, {word for word in words if word.startswith("--")} - known[folder], "vLLM " + release[1])
        yield path


def llama_cpp():
    text = (PACKAGES / "llama-cpp-python/vendor/llama.cpp/common/arg.cpp").read_text()
    known = set(re.findall(r'"(--?[a-z0-9-]+)"', text))
    for path in files("serve.sh"):
        words = server(path)
        if words[0] == "llama-server":
            check(path, {word for word in words if re.match(r"--?[a-z]", word)} - known, "llama-server")
            yield path


def known(schema):
    """Without what a stand-in says."""
    if isinstance(schema, dict):
        return {key: known(value) for key, value in schema.items() if not isinstance(value, MagicMock)}
    return [known(each) for each in schema if not isinstance(each, MagicMock)] if isinstance(schema, list) else schema


def skypilot():
    import jsonschema

    sys.path.insert(0, str(PACKAGES / "skypilot"))
    for name in ("sky", "sky.skylet", "sky.utils"):
        package = importlib.util.module_from_spec(importlib.machinery.ModuleSpec(name, None, is_package=True))
        package.__path__ = [str(PACKAGES / "skypilot" / name.replace(".", "/"))]
        sys.modules[name] = package
    for name in ("autostop_lib", "constants"):
        sys.modules["sky.skylet." + name] = MagicMock()
    for name in ("server", "server.daemons", "server.plugins", "data", "data.storage", "serve", "utils.volume"):
        sys.modules["sky." + name] = MagicMock()
    from sky.utils import schemas

    clouds = (PACKAGES / "skypilot/sky/skylet/constants.py").read_text()
    schemas.constants.ALL_CLOUDS = re.findall(r"'(\w+)'", re.search(r"ALL_CLOUDS = \((.*?)\)", clouds, re.S)[1])

    schemas._allow_additional_properties = lambda: False  # there are no plugins
    for path in files("skypilot.yaml"):
        said = yaml.safe_load(path.read_text())
        try:
            jsonschema.validate(said, known(schemas.get_task_schema()))
            jsonschema.validate(said["resources"], known(schemas.get_resources_schema()))
        except jsonschema.ValidationError as e:
            faults.append(f"{path.relative_to(GOLDEN)}: {e.message}")
        yield path


def dstack():
    sys.path[:0] = [str(PACKAGES / "dstack"), str(PACKAGES / "gpuhunt")]
    from dstack._internal.core.models.configurations import parse_apply_configuration

    for path in files(".dstack.yml"):
        try:
            parse_apply_configuration(yaml.safe_load(path.read_text()))
        except Exception as e:
            faults.append(f"{path.relative_to(GOLDEN)}: {e}")
        yield path


def modal():
    stub = {}
    for module, owner in (("app", "App"), ("image", "Image")):
        text = "".join(each.read_text() for each in (PACKAGES / "modal/modal").glob(module + ".py*"))
        stub[owner] = text
    partial = (PACKAGES / "modal/modal/_partial_function.py").read_text()
    for path in files("modal_app.py"):
        tree = ast.parse(path.read_text())
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = ast.unparse(call.func).split(".")[-1]
            text = {"function": stub["App"], "from_registry": stub["Image"], "web_server": partial}.get(name)
            definition = text and re.search(rf"def _?{name}\((.*?)\n *\)", text, re.S)
            if definition:
                check(path, [k.arg for k in call.keywords if f"{k.arg}:" not in definition[1]], "modal." + name)
            elif text:
                faults.append(f"{path.relative_to(GOLDEN)}: modal has no {name}")
        yield path


def kubernetes():
    import kubernetes_validate

    for path in files("kubernetes.yaml"):
        for document in yaml.safe_load_all(path.read_text()):
            try:
                kubernetes_validate.validate(document, "1.34", strict=True)
            except kubernetes_validate.ValidationError as e:
                faults.append(f"{path.relative_to(GOLDEN)}: {e.message}")
        yield path


def huggingface():
    functions = ast.walk(source("huggingface-hub", "huggingface_hub/hf_api.py"))
    call = next(f for f in functions if isinstance(f, ast.FunctionDef) and f.name == "create_inference_endpoint")
    needed = {a.arg for a, d in zip(call.args.kwonlyargs, call.args.kw_defaults) if d is None}
    known = {a.arg for a in call.args.args + call.args.kwonlyargs}
    for path in files("hf_endpoint.py"):
        calls = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
        said = {k.arg for node in calls if ast.unparse(node.func) == "create_inference_endpoint" for k in node.keywords}
        check(path, said - known, "create_inference_endpoint")
        check(path, needed - said, "the call")
        yield path


def google():
    """Google's own provider is in no registry that is reached; Pulumi's is made of its schema."""
    import hcl2

    sources = [source("pulumi-gcp", "pulumi_gcp/compute/" + name) for name in ("instance.py", "firewall.py", "_inputs.py")]
    classes = {c.name: {f.name for f in c.body if isinstance(f, ast.FunctionDef)} for t in sources for c in t.body if isinstance(c, ast.ClassDef)}

    def walk(path, said, owner):
        for key, value in said.items():
            names = {key, key + "s"} & classes[owner + "Args"]
            check(path, [] if names or key.startswith("__") else [key], owner)
            if isinstance(value, list) and value and isinstance(value[0], dict):
                walk(path, value[0], owner + key.title().replace("_", ""))

    for path in files("main.tf"):
        said = hcl2.loads(path.read_text())
        for resource in said["resource"]:
            for kind, named in resource.items():
                kind = kind.strip('"')
                if kind.startswith("google_compute_"):
                    walk(path, next(iter(named.values())), kind.removeprefix("google_compute_").title())
                    yield path


for reader in (trl, axolotl, deepspeed, vllm, llama_cpp, skypilot, dstack, modal, kubernetes, huggingface, google):
    count = sum(1 for _ in reader())
    if count == 0:
        faults.append(f"no file for {reader.__name__}")
    print(f"   {reader.__name__}: {count} files")
for fault in faults:
    print("   FAULT " + fault)
sys.exit(1 if faults else 0)
