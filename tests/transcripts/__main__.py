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
from tests.transcripts.stage import Stage


def main(wanted: str = "") -> None:
    unlock(Vault({"test": bytes(range(32))}, bytes(range(32, 64))))
    with tempfile.TemporaryDirectory() as folder:
        stage = _stage(Path(folder) / "chats.db")
        for path in (path for path in SCRIPTS if wanted in str(path)):
            path.write_text(play(path.read_text("utf-8"), opening(stage.set_up())), "utf-8")
            print(path.relative_to(Path(__file__).parent))  # noqa: T201
        stage.close()


def _stage(file: Path) -> Stage:
    database = Database(f"sqlite:///{file}")
    migrate(database)
    database.dispose()
    return Stage(file)


if __name__ == "__main__":
    main(*sys.argv[1:2])
