"""The wheel carries every module and resource, and a program installed from it finds them."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib import resources
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
IGNORED = shutil.ignore_patterns("__pycache__", "*.egg-info", "build", ".venv", ".git")


def files_below(folder: Path) -> set[str]:
    """Every file below, as a path relative to it, without compiled modules."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix() for path in paths if "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # Built from a copy, since the build writes beside the sources.
    copy = tmp_path_factory.mktemp("source") / "tree"
    copy.mkdir()
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, copy)
    for name in ("procure_desktop", "resources"):
        shutil.copytree(ROOT / name, copy / name, ignore=IGNORED)
    target = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--disable-pip-version-check", "--no-index"]
    options += ["--no-deps", "--no-build-isolation", "--wheel-dir", str(target)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(copy)], check=True)
    return next(target.glob("procure_desktop-*.whl"))


def test_the_wheel_holds_the_package_and_the_resources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    modules = {f"procure_desktop/{name}" for name in files_below(ROOT / "procure_desktop")}
    carried = {f"procure_desktop/resources/{name}" for name in files_below(ROOT / "resources")}
    assert packed == modules | carried


def test_the_wheel_names_both_programs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith("/entry_points.txt"))
        points = archive.read(name).decode()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    for programs in (project["scripts"], project["gui-scripts"]):
        for program, target in programs.items():
            assert f"{program} = {target}" in points


def test_resources_are_read_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from importlib import resources;"
        "print(resources.files('procure_desktop.resources') / 'fonts' / 'NotoSans-Regular.ttf')"
    )
    # Isolated and without site-packages: only the extracted wheel can answer.
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script, tmp_path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(tmp_path)
    assert Path(done.stdout.strip()).is_file()


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a clean environment with the wheel, and beside it what it depends on."""
    environment = tmp_path_factory.mktemp("clean") / "environment"
    venv.create(environment, with_pip=False)
    programs = environment / ("Scripts" if sys.platform == "win32" else "bin")
    python = [sys.executable, "-m", "pip", "--python", str(programs / "python")]
    options = ["--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    subprocess.run([*python, "install", *options, str(wheel)], check=True)
    # Last: nothing that lies there already is to be taken for the program. Read as a plain folder, it does
    # not lead to this checkout.
    beside = sysconfig.get_path("purelib")
    own = sysconfig.get_path("purelib", vars={"base": str(environment)})
    (Path(own) / "beside.pth").write_text(beside)
    return programs


def run(program: Path, *arguments: str) -> str:
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [program, *arguments], capture_output=True, text=True, check=True, env=environment, cwd="/"
    )
    return done.stdout


def test_the_installed_command_line_makes_an_office_and_shows_it(
    installed: Path, tmp_path: Path
) -> None:
    made = json.loads(run(installed / "procure", "--json", "demo", str(tmp_path / "demo")))
    assert Path(made["office"]).is_dir()
    assert Path(made["signed_pdf"]).read_bytes().startswith(b"%PDF-")


def test_the_installed_window_starts(installed: Path) -> None:
    """All that the program does until it waits for the officer; then it says what it shows."""
    script = (
        "import sys; from procure_desktop import app; from PySide6.QtWidgets import QApplication\n"
        "class Watched(QApplication):\n"
        "    def exec(self):\n"
        "        self.processEvents()\n"
        "        print(app.__file__, *(w.objectName() for w in self.topLevelWidgets() if w.isVisible()))\n"
        "        return 0\n"
        "app.QApplication = Watched; sys.exit(app.run_window(None))"
    )
    file, *shown = run(installed / "python", "-c", script).split()
    assert Path(file).is_relative_to(installed.parent)
    assert "main-window" in shown


def test_resources_are_read_from_the_checkout() -> None:
    fonts = resources.files("procure_desktop.resources") / "fonts"
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "OFL.txt"):
        found = fonts / name
        assert found.read_bytes() == (ROOT / "resources" / "fonts" / name).read_bytes()
