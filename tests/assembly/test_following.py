"""Where the settings name a tracking service, the chores ask it; else nobody is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assembly import outside
from assembly.parts import Parts
from notifications.queues import Waker
from registry.lifecycle import DocumentState
from registry.retention.journal import Journal
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from settings import Settings
from tests.notifications.test_postal import Service
from tests.notifications.test_postal import service as service
from tests.registry.conftest import desk as desk
from tests.registry.desk import Desk
from tests.registry.post.test_tracker import on_its_way


@pytest.mark.parametrize("known", [True, False])
def test_the_setting_says_whom_to_ask(
    desk: Desk, settings: Settings, vault: Vault, tmp_path: Path, service: str, known: bool
) -> None:
    document_id = on_its_way(desk, "P26110000001")
    given = replace(settings, tracker_url=service if known else "", tracker_key="kunci-contoh")
    store = ObjectStore(tmp_path / "objects", vault)
    asked = len(Service.asked)
    assert (
        outside.follow(
            Parts(given, desk.database, Waker("redis://127.0.0.1:1/0"), store, Journal(given.deletion_journal))
        )
        is known
    )
    assert len(Service.asked) - asked == known
    assert desk.document(document_id).state is (DocumentState.DELIVERED if known else DocumentState.POSTED)
