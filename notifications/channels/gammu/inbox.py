"""What citizens wrote to our modems, as SMSD keeps it until we have it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Engine, delete, select, update

from notifications.channels.gammu.joining import Letter, Piece, joined
from notifications.channels.gammu.tables import INBOX, NOT_YET, clock

AT_ONCE = 500  # rows a look takes
USSD = 127  # what the operator answers to *888#, by Class
BINARY = "8bit"  # settings, ring tones, a note that an MMS waits


class GammuInbox:
    """Raises SQLAlchemyError when SMSD's database does not answer."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def letters(self, modems: Collection[str]) -> list[Letter]:
        """What came in by these and is whole, or waits for its other parts no longer."""
        mine = INBOX.c.RecipientID.in_(modems), INBOX.c.Processed == NOT_YET, INBOX.c.Class != USSD
        query = select(INBOX, clock(self._engine).label("now")).where(*mine).order_by(INBOX.c.id).limit(AT_ONCE)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        pieces = [
            Piece(
                row.id,
                row.RecipientID,
                row.SenderNumber,
                row.TextDecoded,
                row.UDH,
                row.UpdatedInDB,
                str(row.ReceivingDateTime),
                is_text=row.Coding != BINARY,
            )
            for row in rows
        ]
        return joined(pieces, rows[0].now) if rows else []

    def taken(self, ids: Sequence[int]) -> None:
        """We have it: SMSD's tables are not encrypted, so nothing stays there."""
        with self._engine.begin() as connection:
            connection.execute(delete(INBOX).where(INBOX.c.id.in_(ids)))

    def put_aside(self, ids: Sequence[int]) -> None:
        """Nobody's that could be answered, such as the operator's advertisements: for people to read there."""
        with self._engine.begin() as connection:
            connection.execute(update(INBOX).where(INBOX.c.id.in_(ids)).values(Processed=True))
