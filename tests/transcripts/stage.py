"""One database for all chats: before each it is again the town as it was founded."""

from __future__ import annotations

from pathlib import Path

from registry.database import Database
from tests.transcripts.town import Town


class Stage:
    """What was learned of statements and tables stays with the engine: a chat costs a third less than on one of its
    own. `file` is a migrated database."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._database = Database(f"sqlite:///{file}", pool=2)
        Town(self._database)
        self.close()
        self._founded = file.read_bytes()

    def close(self) -> None:
        """The last connection takes the log into the file."""
        self._database.dispose()

    def set_up(self) -> Database:
        self.close()
        self._file.write_bytes(self._founded)
        return self._database
