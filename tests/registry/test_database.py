"""Writers take turns: nothing is lost, and nobody waits for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import psycopg
import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as WaitedTooLong
from sqlmodel import Session, SQLModel, select

from registry.database import BEGIN_SQLITE, Database, Turns
from registry.models import Office
from registry.ready import Ready

OFFICES = SQLModel.metadata.tables["office"]
THREADS, EACH = 8, 25
COUNTED = [OFFICES.c.last_case]
ONE_MORE = Ready(update(OFFICES).values(last_case=OFFICES.c.last_case + 1).returning(*COUNTED), COUNTED)


@pytest.fixture
def office(database: Database) -> int:
    with database.writing() as session:
        made = Office(code="BPP", name="Disdukcapil", region="64.71", timezone="Asia/Makassar", hours={}, address="")
        session.add(made)
        session.flush()
        return made.id


@pytest.fixture
def in_earnest(begins_in_earnest: Mapping[str, tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    for how, orders in begins_in_earnest.items():
        monkeypatch.setitem(BEGIN_SQLITE, how, orders)


@pytest.fixture
def restarting(postgresql_url: str) -> Iterator[Database]:
    opened = Database(postgresql_url, pool=5)
    yield opened
    opened.dispose()


@pytest.fixture
def restart(postgresql_url: str) -> Callable[[], None]:
    """Ends all connections, and returns when they are closed."""

    def end() -> None:
        with psycopg.connect(postgresql_url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid()"
            )

    return end


def count_one_more(session: Session, office_id: int) -> None:
    """Reads, then writes: what another did in between would be lost."""
    office = session.exec(select(Office).where(Office.id == office_id).with_for_update()).one()
    office.last_case += 1


def counted(database: Database, office_id: int) -> int:
    with database.reading() as session:
        return session.get_one(Office, office_id).last_case


def test_no_update_is_lost(database: Database, office: int) -> None:
    def count(_: int) -> None:
        for _ in range(EACH):
            with database.writing() as session:
                count_one_more(session, office)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(count, range(THREADS)))
    assert counted(database, office) == THREADS * EACH


def test_nor_between_two_processes(database_url: str, database: Database, office: int) -> None:
    other = Database(database_url)

    def count(opened: Database) -> None:
        for _ in range(EACH):
            with opened.writing() as session:
                count_one_more(session, office)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, [database, other, database, other]))
    other.dispose()
    assert counted(database, office) == 4 * EACH


def test_a_writer_inside_a_writer_is_an_error_and_not_a_wait(database: Database, office: int) -> None:
    with pytest.raises(RuntimeError, match="inside another"), database.writing() as session:
        count_one_more(session, office)
        with database.writing():
            raise AssertionError("two at once")
    assert counted(database, office) == 0
    with database.writing() as session:
        count_one_more(session, office)
    assert counted(database, office) == 1


def test_who_fails_gives_the_turn_back(database: Database, office: int) -> None:
    with pytest.raises(ZeroDivisionError), database.writing() as session:
        count_one_more(session, office)
        raise ZeroDivisionError
    with ThreadPoolExecutor(1) as pool:
        pool.submit(_count_once, database, office).result(timeout=10)
    assert counted(database, office) == 1


def test_reading_needs_no_turn(database: Database, office: int) -> None:
    with database.writing() as session:
        count_one_more(session, office)
        session.flush()
        assert counted(database, office) == 0


@pytest.mark.usefixtures("in_earnest")
def test_only_what_can_be_played_again_does_not_wait_for_the_disk(database: Database) -> None:
    def told(asked: str, *, replayable: bool) -> str:
        if not replayable:
            with database.writing() as session:
                return str(session.connection().exec_driver_sql(asked).scalar())
        with database.replayable(tuple) as (session, _):
            return str(session.connection().exec_driver_sql(asked).scalar())

    asked, waits, does_not = "PRAGMA synchronous", "2", "1"
    if not database.is_sqlite:
        asked, waits, does_not = "SHOW synchronous_commit", "on", "off"
        with database.writing() as session:  # the tests' server never waits by itself
            session.connection().exec_driver_sql("SET synchronous_commit TO on")
    orders = (False, True, False, True)  # one connection after the other's order: nothing of it may stay
    assert [told(asked, replayable=order) for order in orders] == [waits, does_not] * 2


def test_one_statement_is_a_transaction_and_waits_for_its_turn(database: Database, office: int) -> None:
    assert database.write_at_once((ONE_MORE, {})) == [(1,)]
    assert counted(database, office) == 1
    with pytest.raises(RuntimeError, match="inside another"), database.writing():
        database.write_at_once((ONE_MORE, {}))


def test_a_server_that_was_restarted_is_not_noticed(restarting: Database, restart: Callable[[], None]) -> None:
    with restarting.writing() as session, restarting.reading() as other, restarting.reading() as third:
        assert other.exec(select(Office)).all() == third.exec(select(Office)).all() == []
        session.add(Office(code="BPP", name="", region="64.71", timezone="Asia/Makassar", hours={}, address=""))
    restart()
    with restarting.reading() as session:
        office_id = session.exec(select(Office.id)).one()
    restart()
    _count_once(restarting, office_id)
    restart()
    assert restarting.write_at_once((ONE_MORE, {})) == [(2,)]


def test_what_was_begun_when_it_restarted_is_undone(restarting: Database, restart: Callable[[], None]) -> None:
    with pytest.raises(OperationalError), restarting.writing() as session:
        session.add(Office(code="BPP", name="", region="64.71", timezone="Asia/Makassar", hours={}, address=""))
        session.flush()
        restart()
        session.exec(select(Office)).all()
    with restarting.reading() as session:
        assert session.exec(select(Office)).all() == []


def test_nobody_waits_for_ever() -> None:
    turns = Turns(wait=0.01)
    with turns, ThreadPoolExecutor(1) as pool, pytest.raises(WaitedTooLong):
        pool.submit(turns.__enter__).result()
    with turns:
        pass


@pytest.mark.parametrize("fails", [True, False])
def test_what_began_with_a_statement_and_was_never_ended_is_undone(
    database: Database, office: int, fails: bool
) -> None:
    """Also when the session was not asked for anything, and so has begun nothing itself."""
    with suppress(ZeroDivisionError), database.replayable(lambda: [(ONE_MORE, {})]) as (_, [[(count,)]]):
        assert count == 1
        if fails:
            raise ZeroDivisionError
    assert counted(database, office) == 0
    with ThreadPoolExecutor(1) as pool:
        pool.submit(_count_once, database, office).result(timeout=10)
    assert counted(database, office) == 1


def test_no_more_connections_are_kept_than_the_pool_has(database_url: str, office: int) -> None:
    small = Database(database_url, pool=1)
    with small.reading() as one, small.reading() as other:
        assert one.get_one(Office, office).id == other.get_one(Office, office).id
    assert small.engine.pool.checkedout() == 1  # type: ignore[attr-defined]
    small.dispose()
    assert small.engine.pool.checkedout() == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize("asked", [True, False])
def test_what_is_ended_is_kept_whether_the_session_was_used_or_not(
    database: Database, office: int, asked: bool
) -> None:
    with database.replayable(lambda: [(ONE_MORE, {})]) as (session, _):
        if asked:
            session.get_one(Office, office).name = "Disdukcapil Kota"
        assert database.end(session, (ONE_MORE, {})) == [(2,)]
    with database.reading() as session:
        kept = session.get_one(Office, office)
        assert (kept.last_case, kept.name) == (2, "Disdukcapil Kota" if asked else "Disdukcapil")


def _count_once(database: Database, office_id: int) -> None:
    with database.writing() as session:
        count_one_more(session, office_id)
