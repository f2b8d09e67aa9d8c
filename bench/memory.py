"""The PSS (shared pages counted once) of all processes of `make run`, after citizens have written and sent photos."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench import photos
from bench.citizens import ACCOUNT, TOKEN
from bench.installation import ROOT, heard, process
from bench.loading import Side, loading
from bench.processes import TELLS, family, pss
from bench.table import beside, table
from tests.conftest import free_port

AIM = 1200  # MB
NOT_INSTALLED = (".git", ".venv", ".env", "var", "tests", "__pycache__", ".*_cache")
PARTS = {
    "web": "gunicorn", "workers and clock": "worker.py", "Redis": "redis", "simulator": "simulator",
    "what started them": "launch.run",
}  # fmt: skip


def measure(folder: Path, seconds: float, citizens: int) -> None:
    if not TELLS:
        sys.stdout.write("\nMemory: this system does not tell (no /proc/self/smaps_rollup).\n")
        return
    port, simulator, redis = (str(free_port()) for _ in range(3))
    told = {"PORT": port, "SIMULATOR_PORT": simulator, "REDIS_PORT": redis}
    told |= {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN}
    with _running(folder / "installation", told) as pid, loading(f"http://127.0.0.1:{port}") as load:
        load.play(Side(int(port), pid), 2, seconds)
        photos.measure(f"http://127.0.0.1:{simulator}", citizens)
        held = [found for each in list(family(pid)) if (found := _held(each))]
    sizes = {part: [size for name, size in held if name == part] for part in sorted({name for name, _ in held})}
    rows = [(part, str(len(each)), f"{sum(each):.0f}", f"{max(each):.0f}", "") for part, each in sizes.items()]
    total = sum(size for _, size in held)
    rows.append(("all", str(len(held)), f"{total:.0f}", "", beside(total <= AIM, f"<= {AIM}")))
    table("Memory of `make run`, PSS", ("what", "processes", "MB", "the largest", "aim"), rows)


@contextmanager
def _running(copy: Path, told: Mapping[str, str]) -> Iterator[int]:
    """The first `make run` of a fresh installation, set up and ready."""
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_INSTALLED))
    with process([sys.executable, "-m", "launch.demo_settings"], told, copy) as settings:
        settings.wait()
    with process([sys.executable, "-m", "launch.run"], told, copy, talks=True) as started:
        heard(started, "Loket runs.")
        yield started.pid


def _held(pid: int) -> tuple[str, float] | None:
    """The part it belongs to, and its PSS in MB."""
    try:
        command, size = Path(f"/proc/{pid}/cmdline").read_text(), pss(pid)
    except OSError:
        return None
    part = next((part for part, sign in PARTS.items() if sign in command), "other")
    return part, size
