"""Ready reasons in the citizen's language, and the very sentence the citizen will read before it goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backoffice.parts import parts
from backoffice.texts import texts
from registry.catalogue import Service
from registry.models import Case, Contact

HERE = "\ue000"  # a private sign that no text holds: where the reason will stand

READY: Mapping[str, tuple[str, ...]] = {
    "paper_refused": ("blurred", "cut-off", "stamp-missing", "wrong-paper", "name-differs", "too-old", "copy-only"),
    "answer_asked": ("register-differs", "mistyped"),
    "case_held": ("blank-stock", "blank-stock-kia", "print-ready", "centre"),
    "case_refused": ("other-office", "already-done", "not-entitled"),
    "case_withdrawn": ("asked-by-citizen", "sent-twice"),
}

ONLY = {"blank-stock": "card", "blank-stock-kia": "kia", "print-ready": "card"}  # by what the service makes


def ready(citizen: str, officer: str, service: Service | None) -> dict[str, list[tuple[str, str]]]:
    """Those that this service can have: each in the citizen's language, and what that says in the officer's."""
    said, meant = texts(citizen), texts(officer)
    made = {"kia" if each.template == "kia" else each.kind for each in service.document} if service else set()
    return {
        event: [(said(f"reason-{name}"), meant(f"reason-{name}")) for name in names if ONLY.get(name) in (None, *made)]
        for event, names in READY.items()
    }


def sentence(event: str, case: Case, contact: Contact, **fields: Any) -> tuple[str, str]:
    """What the citizen will read, before and after the reason."""
    before, _, after = parts().sentence(event, {"reason": HERE, **fields}, case, contact).partition(HERE)
    return before, after
