"""Writes an .env with keys of this machine's own, if there is none: `python -m launch.demo_settings`."""

from __future__ import annotations

import base64
import os
import secrets
from contextlib import suppress
from pathlib import Path

DEMO = """\
# Made by `make run` for trying Loket on this machine; it is never overwritten. README.md tells what each setting means.
PORT=8000
SIMULATOR_PORT=8040
REDIS_PORT=6390
PUBLIC_URL=http://127.0.0.1:${{PORT}}
DATABASE_URL=sqlite:///var/loket.db
REDIS_URL=redis://:{redis_password}@127.0.0.1:${{REDIS_PORT}}/0
OBJECT_STORE=var/objects
DELETION_JOURNAL=var/deletions.jsonl
TWILIO_API_URL=http://127.0.0.1:${{SIMULATOR_PORT}}
TWILIO_ACCOUNT_SID=AC{account}
TWILIO_AUTH_TOKEN={auth_token}
VAULT_KEYS=v1:{sealing_key},index:{index_key}
SECRET_KEY={secret_key}
ISSUING=sample
"""


def write(path: Path) -> bool:
    """Says whether it wrote: a file that is there stays as it is."""
    with suppress(FileExistsError):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(demo())
        return True
    return False


def demo() -> str:
    return DEMO.format(
        redis_password=secrets.token_hex(16),
        account=secrets.token_hex(16),
        auth_token=secrets.token_hex(16),
        sealing_key=_key(),
        index_key=_key(),
        secret_key=secrets.token_hex(32),
    )


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


if __name__ == "__main__":
    write(Path(".env"))
