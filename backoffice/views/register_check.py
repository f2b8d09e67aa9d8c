"""The centre's population data, asked once more about a case of which it told nothing."""

from __future__ import annotations

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import CHECKERS, actor, desk, opens
from backoffice.acting import act
from backoffice.casefile import case_seen
from backoffice.parts import parts
from backoffice.views.case import case_page
from registry.actors import NotFound
from registry.population import checks


@desk.post("/permohonan/<int:case_id>/register")
@opens(*CHECKERS)
def check_register_again(case_id: int) -> ResponseReturnValue:
    with parts().database.reading() as session:
        case = case_seen(session, actor(), case_id)
    if case.service not in parts().catalogue:
        raise NotFound
    service = parts().catalogue.at(current_user.office.code, case.service)
    return act(
        lambda session, who, at: checks.ask_again(session, who, case_id, service, at),
        again=lambda refusal: case_page(case_id, refusal),
        then=url_for("desk.show_case", case_id=case_id, _anchor="register-check"),
        done="register_asked_again",
    )
