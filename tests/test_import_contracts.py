"""The import contracts hold on the tree, and each bites when it is broken."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent

LAYERS = "The rooms stand in layers and every module belongs to one"
CYCLES = "No module takes part in a cycle"
SERVICES = "Store and documents are reached through services"
DOMAIN = "The domain needs the standard library alone"
QT = "Qt stays in the window"
DATABASE = "The database's libraries stay in the store"
PDF = "The PDF libraries stay in documents"
COMMAND_LINE = "The command line's library stays in the command line"

# Contract, and the files (under procure_desktop) that break it.
VIOLATIONS = [
    pytest.param(LAYERS, {"domain/breach.py": "import procure_desktop.exchange"}, id="upwards"),
    pytest.param(LAYERS, {"services/breach.py": "import procure_desktop.wording"}, id="wording"),
    pytest.param(LAYERS, {"exchange/breach.py": "import procure_desktop.services"}, id="services"),
    pytest.param(LAYERS, {"gui/breach.py": "import procure_desktop.cli"}, id="siblings"),
    pytest.param(LAYERS, {"utils.py": ""}, id="a module without a room"),
    pytest.param(
        CYCLES,
        {
            "services/breach.py": "import procure_desktop.services.breach_back",
            "services/breach_back.py": "import procure_desktop.services.breach",
        },
        id="cycle",
    ),
    pytest.param(SERVICES, {"gui/breach.py": "import procure_desktop.store"}, id="gui to store"),
    pytest.param(SERVICES, {"cli/breach.py": "import procure_desktop.documents"}, id="cli to PDF"),
    pytest.param(SERVICES, {"wording/breach.py": "import procure_desktop.store"}, id="wording"),
    pytest.param(DOMAIN, {"domain/breach.py": "import rfc8785"}, id="domain"),
    pytest.param(QT, {"services/breach.py": "from PySide6.QtCore import QDate"}, id="Qt"),
    pytest.param(QT, {"cli/breach.py": "import PySide6"}, id="Qt in the command line"),
    pytest.param(DATABASE, {"services/breach.py": "from sqlalchemy import select"}, id="SQL"),
    pytest.param(DATABASE, {"exchange/breach.py": "import sqlite3"}, id="a second SQLite"),
    pytest.param(PDF, {"services/breach.py": "from pyhanko.sign import fields"}, id="PDF"),
    pytest.param(PDF, {"gui/breach.py": "import pypdfium2"}, id="PDF in the window"),
    pytest.param(COMMAND_LINE, {"gui/breach.py": "import typer"}, id="command line"),
]


def run_contracts(tree: Path) -> tuple[int, set[str]]:
    """Exit status and the names of the broken contracts."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"], cwd=tree, capture_output=True, text=True, check=False
    )
    return done.returncode, set(re.findall(r"^(.+) BROKEN", done.stdout, re.MULTILINE))


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "procure_desktop",
        tmp_path / "procure_desktop",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    return tmp_path


def test_the_tree_keeps_every_contract() -> None:
    assert run_contracts(ROOT) == (0, set())


@pytest.mark.parametrize(("contract", "breach"), VIOLATIONS)
def test_a_contract_bites(contract: str, breach: dict[str, str], copied_tree: Path) -> None:
    for name, source in breach.items():
        (copied_tree / "procure_desktop" / name).write_text(source)
    status, broken = run_contracts(copied_tree)
    assert status == 1
    # What imports upwards may close a circle at the same time.
    assert {contract} <= broken <= {contract, CYCLES}


def test_every_contract_is_shown_to_bite() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())
    names = {contract["name"] for contract in config["tool"]["importlinter"]["contracts"]}
    assert {violation.values[0] for violation in VIOLATIONS} == names


def test_the_domain_imports_nothing_but_the_standard_library() -> None:
    graph = grimp.build_graph("procure_desktop", include_external_packages=True, cache_dir=None)
    domain = graph.find_descendants("procure_desktop.domain") | {"procure_desktop.domain"}
    imported = {
        name for module in domain for name in graph.find_modules_directly_imported_by(module)
    }
    assert imported - domain <= sys.stdlib_module_names
