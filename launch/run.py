"""`make run`: everything of Loket on this machine, with two handsets to try it from. Ctrl-C ends it all."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

from dotenv import load_dotenv
from honcho.environ import parse_procfile
from honcho.manager import Manager

from launch import embedded_redis, leftovers, ports
from launch.welcome import welcome

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
REDIS = "redis"  # its name in Procfile.local
DEMO_ROOT = Path("var/demo-root.pem")
INTERRUPTED = 130


def main() -> int:
    os.chdir(ROOT)
    load_dotenv(ROOT / ".env")
    os.environ["PATH"] = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    wanted = {"PORT": os.environ.setdefault("PORT", "8000")}
    wanted["SIMULATOR_PORT"] = os.environ.setdefault("SIMULATOR_PORT", "8040")
    own_redis = embedded_redis.choose(os.environ)
    if own_redis:
        wanted["REDIS_PORT"] = os.environ["REDIS_PORT"]
    if ended := leftovers.end(ROOT):
        sys.stdout.write(f"An earlier run was killed: {len(ended)} processes that it left behind were ended.\n")
    complaints, launcher = ports.taken(wanted), leftovers.running(ROOT)
    if launcher and len(complaints) == len(wanted):
        sys.exit(f"Loket runs already from this folder. End it where it runs by Ctrl-C, or here: kill {launcher}")
    leftovers.mark(os.environ, ROOT)
    if complaints:
        sys.exit("\n".join(complaints))
    prepare()
    return run(without=() if own_redis else (REDIS,))


def prepare() -> None:
    filled = subprocess.run([sys.executable, "-m", "assembly.filling"], check=False)
    if filled.returncode:
        sys.exit(filled.returncode)
    if DEMO_ROOT.exists():  # PDFs that the demo's signatories signed elsewhere may be attached
        os.environ.setdefault("TRUSTED_SIGNERS", str(DEMO_ROOT))


def run(without: tuple[str, ...]) -> int:
    manager = Manager()
    for name, command in parse_procfile((ROOT / "Procfile.local").read_text()).processes.items():
        if name not in without:
            manager.add_process(name, command)
    # A process, since honcho forks: threads do not go well with that.
    multiprocessing.Process(target=welcome, args=(dict(os.environ),), daemon=True).start()
    manager.loop()
    code = 0 if manager.returncode == INTERRUPTED else int(manager.returncode or 0)  # Ctrl-C is how one ends it
    if code:
        sys.stderr.write("\nOne process ended, and so all were: the first line above with `stopped` names it.\n")
        sys.stderr.write("`make run` starts them again, with the same data.\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
