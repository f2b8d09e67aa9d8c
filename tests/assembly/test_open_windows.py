"""What the office shows as open within WhatsApp's 24 hours is open at the simulator, and nothing else is."""

from __future__ import annotations

from datetime import timedelta

from assembly.open_windows import last_words
from registry.database import Database
from registry.models import Channel, Contact, Sender
from registry.models.contacts import WINDOW
from tests.registry.desk import MONDAY


def test_of_who_wrote_in_the_last_24_hours_it_is_told_when(database: Database) -> None:
    with database.writing() as session:
        senders = [Sender(channel=channel, address=f"{channel}:1") for channel in (Channel.WHATSAPP, Channel.SMS)]
        session.add_all(senders)
        session.flush()
        for number, (sender, hours) in enumerate([(0, 2), (0, -1), (0, None), (1, 2)]):
            until = MONDAY + timedelta(hours=hours) if hours is not None else None
            session.add(Contact(sender_id=senders[sender].id, channel=senders[sender].channel, address=f"+62{number}",
                                address_index=bytes([number]), window_until=until))  # fmt: skip
    with database.reading() as session:
        assert list(last_words(session, MONDAY)) == [("+620", "whatsapp:1", MONDAY + timedelta(hours=2) - WINDOW)]
