"""Starting on a machine that has little: Python is found, keys are made, Redis is chosen, a taken port is told."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from dotenv import dotenv_values

from launch import demo_settings, embedded_redis, leftovers, ports
from launch.welcome import panel
from registry.demo.offices import SENDERS
from registry.demo.staff import PASSWORD, ROLES
from settings import Settings
from tests.conftest import free_port

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def taken_port() -> object:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def executable(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_a_taken_port_is_named_with_its_setting(taken_port: int) -> None:
    (complaint,) = ports.taken({"PORT": str(taken_port), "SIMULATOR_PORT": str(free_port())})
    assert f"Port {taken_port} is taken" in complaint
    assert "PORT in .env" in complaint


def test_every_taken_port_is_named_at_once(taken_port: int) -> None:
    assert len(ports.taken({"PORT": str(taken_port), "SIMULATOR_PORT": str(taken_port)})) == 2


@pytest.mark.parametrize("port", ["0", "65536", "http", ""])
def test_a_port_is_a_number(port: str) -> None:
    assert ports.taken({"PORT": port}) == ["PORT must be a number from 1 to 65535."]


def test_nothing_starts_when_a_port_is_taken(taken_port: int) -> None:
    environ = os.environ | {"PORT": str(taken_port), "SIMULATOR_PORT": str(free_port()), "REDIS_PORT": str(free_port())}
    run = subprocess.run([sys.executable, "-m", "launch.run"], cwd=ROOT, env=environ, capture_output=True, text=True)
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr == (
        f"Port {taken_port} is taken. Stop what listens there, or choose another with PORT in .env.\n"
    )


@pytest.mark.parametrize("launcher", ["lives", "was killed"])
def test_what_a_killed_run_left_behind_is_ended(tmp_path: Path, launcher: str) -> None:
    """And of one that goes on nothing."""
    sleeps = [sys.executable, "-c", "import time; time.sleep(60)"]
    with subprocess.Popen([*sleeps, "launch.run"]) as first:
        environ = dict(os.environ) | {leftovers.MARK: f"{tmp_path}:{first.pid}"}
        with subprocess.Popen(sleeps, env=environ) as left, subprocess.Popen(sleeps) as other:
            if launcher == "was killed":
                first.kill()
                first.wait()
            assert leftovers.end(tmp_path / "elsewhere") == []
            assert leftovers.running(tmp_path) == (first.pid if launcher == "lives" else None)
            assert leftovers.end(tmp_path) == ([] if launcher == "lives" else [left.pid])
            assert (left.poll() is None, other.poll()) == (launcher == "lives", None)
            for each in (first, left, other):
                each.kill()


@pytest.mark.parametrize(
    ("given", "ours"),
    [
        ({}, True),
        ({"REDIS_PORT": "7001"}, True),
        ({"REDIS_PORT": "7001", "REDIS_URL": "redis://:secret@127.0.0.1:7001/0"}, True),
        ({"REDIS_URL": "redis://127.0.0.1:6379/0"}, False),
        ({"REDIS_URL": "redis://redis.example.go.id:6390/0"}, False),
        ({"REDIS_URL": "unix:///run/redis.sock"}, False),
    ],
)
def test_our_own_redis_starts_only_where_none_is_given(given: dict[str, str], ours: bool) -> None:
    environ = dict(given)
    assert embedded_redis.choose(environ) is ours
    assert environ["REDIS_URL"] == given.get("REDIS_URL", environ["REDIS_URL"])


def test_our_own_redis_wants_a_password() -> None:
    environ: dict[str, str] = {}
    embedded_redis.choose(environ)
    password = environ["REDIS_URL"].split(":")[2].split("@")[0]
    assert len(password) == 32
    assert f"requirepass {password}" in embedded_redis.configuration(environ)


def test_a_redis_on_path_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = executable(tmp_path / "redis-server", "true")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert embedded_redis.program() == str(ours)


def test_the_redis_in_the_wheel_runs_where_path_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    version = subprocess.run([embedded_redis.program(), "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("Redis server")


def test_the_demo_settings_are_whole_and_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PORT", "SIMULATOR_PORT", "REDIS_PORT"):
        monkeypatch.delenv(name, raising=False)
    assert demo_settings.write(tmp_path / ".env")
    settings = Settings.from_env({name: value or "" for name, value in dotenv_values(tmp_path / ".env").items()})
    assert settings.twilio_api_url == "http://127.0.0.1:8040"
    assert (tmp_path / ".env").stat().st_mode & 0o777 == 0o600


def test_settings_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PORT=9000\n")
    assert not demo_settings.write(tmp_path / ".env")
    assert (tmp_path / ".env").read_text() == "PORT=9000\n"


def test_no_two_machines_share_keys() -> None:
    assert demo_settings.demo() != demo_settings.demo()


@pytest.fixture
def setup(tmp_path: Path) -> list[Path]:
    """The set-up script in a folder of its own, and a PATH that holds only what it needs beside Python."""
    script = shutil.copy(ROOT / "launch" / "setup.sh", executable(tmp_path / "launch" / "setup.sh", ""))
    (tmp_path / "requirements.txt").touch()
    for name in ("cat", "cksum", "dirname"):
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    executable(tmp_path / "bin" / "python3.12", "echo 'pyenv: python3.12: command not found' >&2; exit 127")
    return [Path(script), tmp_path / "bin"]


def set_up(script: Path, path: Path) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(script), "requirements.txt"]
    return subprocess.run(command, env={"PATH": str(path)}, capture_output=True, text=True)


def test_without_a_fitting_python_set_up_says_what_to_install(setup: list[Path]) -> None:
    done = set_up(*setup)
    assert done.returncode == 1
    assert "Loket needs Python 3.11 or 3.12" in done.stderr
    assert "pyenv" not in done.stderr


def test_set_up_passes_over_a_broken_shim_and_does_its_work_once(setup: list[Path]) -> None:
    executable(setup[1] / "python3.11", f'exec {sys.executable} "$@"')
    first, second = set_up(*setup), set_up(*setup)
    assert (first.returncode, second.returncode) == (0, 0)
    assert "Installing" in first.stdout
    assert second.stdout + second.stderr == ""


def test_the_handsets_write_to_the_numbers_of_the_demo() -> None:
    told = re.findall(r'--sender "([^=]+)=([^"]+)"', (ROOT / "Procfile.local").read_text())
    assert told == [(address, label) for address, label, _ in SENDERS]


def test_the_welcome_names_the_demo_s_officers_and_their_password() -> None:
    told = panel("http://127.0.0.1:8000", "http://127.0.0.1:8040")
    assert PASSWORD in told
    assert all(f"{name}.bpp" in told for name, _ in ROLES.values())
