"""The officer's last decision, taken back from wherever they are now."""

from __future__ import annotations

from typing import NamedTuple

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import CHECKERS, actor, desk, opens
from backoffice.acting import act, own_path, typed
from backoffice.parts import parts
from backoffice.views.case import case_page
from registry.desk import undoing
from registry.models import Case
from registry.telling import TAKEN_BACK


class Undoable(NamedTuple):
    """`action` as the log names it; `seconds` that are left."""

    case: Case
    action: str
    seconds: int


@desk.post("/permohonan/<int:case_id>/urungkan")
@opens(*CHECKERS)
def undo_decision(case_id: int) -> ResponseReturnValue:
    """Then back to where it was pressed."""
    return act(
        lambda session, who, at: undoing.undo(session, who, case_id, at),
        again=lambda refusal: case_page(case_id, refusal),
        then=own_path(typed("back"), url_for("desk.show_case", case_id=case_id)),
        done="decision_undone",
    )


@desk.context_processor
def _undoable() -> dict[str, object]:
    """For the pages that an officer goes on to: asked only there."""
    return {"undoable": _last_deed}


def _last_deed() -> Undoable | None:
    if not current_user.may(*CHECKERS):
        return None
    at = parts().clock()
    with parts().database.reading() as session:
        deed = undoing.last_deed(session, actor(), at)
    left = int((deed[1].at + TAKEN_BACK - at).total_seconds()) if deed else 0
    return Undoable(deed[0], deed[1].action, left) if deed and left > 0 else None
