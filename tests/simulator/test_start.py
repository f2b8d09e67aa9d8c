"""Starting the simulator as a program; what it imports."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.simulator.conftest import SID, Simulator

HERE = Path(__file__).parents[2]
PRODUCT = {"bot", "backoffice", "notifications", "registry", "settings", "worker", "wsgi"}


def start(port: int, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "simulator", "--port", str(port), "--product", "http://127.0.0.1:1"]
    return subprocess.run([*command, "--token", "t", *more], cwd=HERE, capture_output=True, text=True, timeout=30)


def test_a_taken_port_is_said_in_one_line(simulator: Simulator) -> None:
    port = int(simulator.url.rpartition(":")[2])
    done = start(port, "--account", SID, "--sender", "+628110000002=Kantor")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"simulator: port {port} is taken; stop what listens there or choose another with --port"
    ]


@pytest.mark.parametrize(
    "wrong", [("--account", "AC1", "--sender", "+628110000002"), ("--account", SID, "--sender", "kantor=x")]
)
def test_a_wrong_argument_is_named(wrong: tuple[str, ...]) -> None:
    done = start(0, *wrong)
    assert done.returncode == 2 and re.search(r"argument --(account|sender)", done.stderr)


def test_it_imports_nothing_of_the_product() -> None:
    for file in (HERE / "simulator").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & PRODUCT, file
