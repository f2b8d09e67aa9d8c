"""The office's ready replies: written by a supervisor or an administrator, in both languages."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from backoffice.access import ADMIN, SUPERVISOR, actor, desk, opens
from backoffice.acting import Change, act, typed
from backoffice.parts import parts
from registry.tickets import canned

FIELDS = ("title", "text_id", "text_en")


@desk.get("/balasan")
@opens(ADMIN, SUPERVISOR)
def show_replies() -> ResponseReturnValue:
    return _page()


@desk.post("/balasan")
@opens(ADMIN, SUPERVISOR)
def write_reply() -> ResponseReturnValue:
    given = _given()
    return _do(lambda s, who, at: canned.write(s, who, given, at), "reply_written")


@desk.post("/balasan/<int:reply_id>/ubah")
@opens(ADMIN, SUPERVISOR)
def change_reply(reply_id: int) -> ResponseReturnValue:
    given = _given()
    return _do(lambda s, who, at: canned.change(s, who, reply_id, given, at), "reply_changed")


@desk.post("/balasan/<int:reply_id>/hapus")
@opens(ADMIN, SUPERVISOR)
def remove_reply(reply_id: int) -> ResponseReturnValue:
    return _do(lambda s, who, at: canned.remove(s, who, reply_id, at), "reply_removed")


def _given() -> dict[str, str]:
    return {name: typed(name) for name in FIELDS}


def _do(change: Change, done: str) -> ResponseReturnValue:
    return act(change, again=_page, then=url_for("desk.show_replies"), done=done)


def _page(refusal: str | None = None) -> str:
    """`typed` belongs to the reply that was to be changed, or to the new one."""
    with parts().database.reading() as session:
        replies = canned.replies(session, actor())
    return render_template(
        "desk/replies.html",
        replies=replies, refusal=refusal, holes=canned.HOLES, longest=canned.LONGEST, typed=_given(),
        at_fault=(request.view_args or {}).get("reply_id") if refusal else None,
    )  # fmt: skip
