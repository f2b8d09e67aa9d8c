"""The checklist of a case: ticked point by point, or at one press all that is proven."""

from __future__ import annotations

from flask import request, url_for
from flask.typing import ResponseReturnValue

from backoffice.access import CHECKERS, desk, opens
from backoffice.acting import Change, act, typed
from backoffice.views.case import case_page
from registry.desk import checklist


@desk.post("/permohonan/<int:case_id>/syarat")
@opens(*CHECKERS)
def tick_points(case_id: int) -> ResponseReturnValue:
    points = request.form.getlist("point")
    return _do(case_id, lambda s, who, at: checklist.tick(s, who, case_id, points, at), "requirements_ticked")


@desk.post("/permohonan/<int:case_id>/syarat/buka")
@opens(*CHECKERS)
def untick_point(case_id: int) -> ResponseReturnValue:
    point = typed("point")
    return _do(case_id, lambda s, who, at: checklist.untick(s, who, case_id, point, at), "requirement_unticked")


def _do(case_id: int, change: Change, done: str) -> ResponseReturnValue:
    return act(
        change,
        again=lambda refusal: case_page(case_id, refusal),
        then=url_for("desk.show_case", case_id=case_id, _anchor="syarat"),
        done=done,
    )
