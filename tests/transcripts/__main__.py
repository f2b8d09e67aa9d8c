"""`make transcripts`: writes every chat anew as it goes today; the difference is reviewed like code.

`python -m tests.transcripts kk/lost` writes only those with these words in their path.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from registry.database import Database
from registry.migrating import migrate
from registry.vault import Vault, unlock
from tests.transcripts.chat import play
from tests.transcripts.scripts import SCRIPTS, opening


def main(wanted: str = "") -> None:
    unlock(Vault({"test": bytes(range(32))}, bytes(range(32, 64))))
    with tempfile.TemporaryDirectory() as folder:
        for path in (path for path in SCRIPTS if wanted in str(path)):
            database = Database(f"sqlite:///{folder}/{path.parent.name}-{path.stem}.db")
            migrate(database)
            path.write_text(play(path.read_text("utf-8"), opening(database)), "utf-8")
            database.dispose()
            print(path.relative_to(Path(__file__).parent))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:2])
