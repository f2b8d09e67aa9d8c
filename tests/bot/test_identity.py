"""Numbers that change and persons that stay: whoever stores a message waits for whoever stores another, and for nobody
else."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from bot.handlers.arrivals import Arrival, store
from registry.database import Database
from registry.models import Channel, Contact
from registry.models.columns import now
from tests.bot.carrier_forms import OFFICE, numbered, sid, whatsapp
from tests.bot.conftest import Carrier

PERSON, ANOTHER = "whatsapp:ID.1", "whatsapp:ID.2"
OLD, NEW, NEWEST = (f"whatsapp:+62812000001{number}" for number in (10, 11, 12))


def arrival(address: str, external: str, number: int) -> Arrival:
    return Arrival(Channel.WHATSAPP, OFFICE, address, sid(number), external, {"text": "menu"}, now())


def somebody_waits(database: Database) -> None:
    """Until one session of PostgreSQL waits for a lock of another."""
    end = time.monotonic() + 20
    with database.engine.connect() as connection:
        while not connection.exec_driver_sql("SELECT 1 FROM pg_locks WHERE NOT granted").first():
            assert time.monotonic() < end
            time.sleep(0.01)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_turn_is_taken_of_nobody_else(carrier_anywhere: Carrier) -> None:
    """Though both numbers had the same person's id one after the other."""
    database = carrier_anywhere.database
    for number, (address, external) in enumerate(((OLD, PERSON), (NEW, ANOTHER), (NEW, PERSON)), 1):
        store(database, arrival(address, external, number))
    with ThreadPoolExecutor(1) as pool, database.engine.connect() as other:
        other.exec_driver_sql("BEGIN")
        other.exec_driver_sql("SELECT pg_advisory_xact_lock(4, 1)")
        assert pool.submit(store, database, arrival(NEW, PERSON, 4)).result(20) == 2


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize(("address", "external"), [(NEW, PERSON), (OLD, ANOTHER)], ids=["number", "person"])
def test_who_stores_by_the_old_number_meanwhile_is_in_nobodys_way(
    carrier_anywhere: Carrier, address: str, external: str
) -> None:
    """They hold the turn to store, and then want the contact's row, as each message does that is put in."""
    database = carrier_anywhere.database
    contact = store(database, arrival(OLD, PERSON, 1))
    with database.engine.connect() as other, ThreadPoolExecutor(1) as pool:
        other.exec_driver_sql("BEGIN")
        other.execute(text("SELECT pg_advisory_xact_lock(4, :id)"), {"id": contact})
        changing = pool.submit(store, database, arrival(address, external, 2), often=True)
        somebody_waits(database)
        other.execute(text("SELECT id FROM contact WHERE id = :id FOR KEY SHARE NOWAIT"), {"id": contact})
        other.exec_driver_sql("COMMIT")
        assert changing.result(20) == contact


def test_of_two_numbers_with_one_persons_id_the_newer_moves_on(carrier_anywhere: Carrier) -> None:
    carrier, forms = carrier_anywhere, [(OLD, PERSON), (NEW, ANOTHER), (NEW, PERSON), (NEWEST, PERSON)]
    told = [whatsapp("menu", From=address, ExternalUserId=external) for address, external in forms]
    assert [carrier.post(numbered(form, number)) for number, form in enumerate(told, 1)] == 4 * [200]
    assert [contact.address for contact in carrier.rows(Contact)] == [OLD, NEWEST]
