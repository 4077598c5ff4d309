"""Makes the small stand-ins of the build's results that the tests of this folder deploy."""

import pathlib
import shutil
import zipfile

HERE = pathlib.Path(__file__).parent


def build(name, architecture, entry="bootstrap", binary=b"one", year=2025, beside=True):
    folder = HERE / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with zipfile.ZipFile(folder / "function.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(entry, (year, 1, 1, 0, 0, 0)), binary)
    if architecture:
        (folder / "function.arch").write_text(architecture + "\n")
    if beside:
        (folder / "advisor-runner").write_bytes(binary)


build("x86_64", "x86_64")
build("arm64", "arm64")
build("zipped-again", "x86_64", year=2026)
build("other-binary", "x86_64", binary=b"two")
build("zip-alone", "x86_64", beside=False)
build("jvm", "x86_64", entry="lib/advisor.jar", beside=False)
build("without-architecture", None)
build("unknown-architecture", "riscv64")
