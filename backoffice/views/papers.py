"""The papers of a case, one at a time: asked for again, or seen at the counter."""

from __future__ import annotations

from flask import url_for
from flask.typing import ResponseReturnValue

from backoffice.access import CHECKERS, desk, opens
from backoffice.acting import Change, act, typed
from backoffice.views.case import case_page
from registry import cases


@desk.post("/permohonan/<int:case_id>/surat/<paper_key>/minta-lagi")
@opens(*CHECKERS)
def ask_again(case_id: int, paper_key: str) -> ResponseReturnValue:
    reason = typed("reason")
    return _do(case_id, lambda s, who, at: cases.ask_again(s, who, case_id, paper_key, reason, at), "paper_refused")


@desk.post("/permohonan/<int:case_id>/surat/<paper_key>/sudah-dilihat")
@opens(*CHECKERS)
def mark_seen(case_id: int, paper_key: str) -> ResponseReturnValue:
    return _do(case_id, lambda s, who, at: cases.mark_seen(s, who, case_id, paper_key, at), "paper_seen")


def _do(case_id: int, change: Change, done: str) -> ResponseReturnValue:
    return act(
        change,
        again=lambda refusal: case_page(case_id, refusal),
        then=url_for("desk.show_case", case_id=case_id),
        done=done,
    )
