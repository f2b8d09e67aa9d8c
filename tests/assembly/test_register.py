"""Where the settings name the centre's data service, the worker asks it; else the officer reads that nobody is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assembly import outside
from assembly.parts import Parts
from notifications.queues import Waker
from registry.models import CheckState, Office, RegisterCheck, Unchecked
from registry.retention.journal import Journal
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from settings import Settings
from tests.centre import KEY, USER, Centre, running
from tests.registry.conftest import desk as desk
from tests.registry.desk import Desk


@pytest.fixture(scope="module")
def centre() -> Iterator[Centre]:
    with running() as standing_in:
        yield standing_in


@pytest.mark.parametrize(
    ("known", "state", "why"),
    [(True, CheckState.MATCHED, None), (False, CheckState.NOT_CHECKED, Unchecked.NOT_SET_UP)],
)
def test_the_setting_says_whom_to_ask(
    desk: Desk, settings: Settings, vault: Vault, tmp_path: Path, centre: Centre, known: bool, state: CheckState,
    why: Unchecked | None,
) -> None:  # fmt: skip
    with desk.database.writing() as session:
        session.get_one(Office, desk.office_id).lookups_a_day = 10
    case_id = desk.open(nik="6471044506900000", name="Rina Contoh")
    given = replace(
        settings, population_url=centre.url if known else "", population_user=USER, population_key=KEY
    )  # fmt: skip
    store = ObjectStore(tmp_path / "objects", vault)
    assert (
        outside.check_register(
            Parts(given, desk.database, Waker("redis://127.0.0.1:1/0"), store, Journal(given.deletion_journal))
        )
        is False
    )
    with desk.database.reading() as session:
        check = session.get_one(RegisterCheck, case_id)
    assert (check.state, check.why) == (state, why)
