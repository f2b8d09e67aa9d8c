"""A card's step taken back by who had pressed the wrong button."""

from __future__ import annotations

from collections.abc import Sequence

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import COUNTER, POST, PRINTING, SUPERVISOR, actor, desk, opens
from backoffice.acting import act, own_path, typed
from backoffice.parts import parts
from backoffice.views.post import POSTERS, post_page
from backoffice.views.printing import printing_page
from registry.desk import slips
from registry.models import AuditEntry
from registry.telling import TAKEN_BACK

HANDLERS = (COUNTER, SUPERVISOR, PRINTING, POST)


@desk.post("/kartu/urungkan")
@opens(*HANDLERS)
def undo_slip() -> ResponseReturnValue:
    back = own_path(typed("back"), url_for("desk.show_today"))
    again = post_page if current_user.may(*POSTERS) else printing_page
    return act(slips.take_back, again=again, then=back, done="slip_undone")


@desk.context_processor
def _slip() -> dict[str, object]:
    """For the pages that show it: asked only there."""
    return {"slip": _to_take_back, "slip_seconds": _seconds}


def _to_take_back() -> Sequence[AuditEntry]:
    with parts().database.reading() as session:
        return slips.to_take_back(session, actor(), parts().clock())


def _seconds(deed: AuditEntry) -> int:
    return int((deed.at + TAKEN_BACK - parts().clock()).total_seconds())
