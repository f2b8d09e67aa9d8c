"""What one sender takes at once of the outbox."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from notifications.claiming import claim
from tests.notifications.conftest import NOON, Outbox

# What PostgreSQL may choose by itself, as its tables grow: it looks the wanted rows up anew for each row.
UNLUCKY = ("hashjoin", "mergejoin", "material", "hashagg", "sort", "indexscan", "bitmapscan")


@pytest.mark.parametrize("limit", [1, 2])
def test_no_more_are_taken_than_were_asked_for_however_they_are_looked_up(outbox: Outbox, limit: int) -> None:
    for said in ("satu", "dua", "tiga"):
        outbox.put(outbox.contact(), said)
    with outbox.database.writing() as session:
        if not outbox.database.is_sqlite:
            for way in UNLUCKY:
                session.execute(text(f"SET LOCAL enable_{way} = off"))
        assert len(claim(session, limit, NOON)) == limit
