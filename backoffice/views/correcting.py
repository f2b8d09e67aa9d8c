"""An answer of a case put right by the officer, with the citizen's consent: read by the chat's own rules."""

from __future__ import annotations

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import CHECKERS, actor, desk, language, opens
from backoffice.acting import act, typed
from backoffice.casefile import case_seen
from backoffice.parts import parts
from backoffice.views.case import case_page
from backoffice.wrong_fields import mark
from registry.actors import NotFound
from registry.counter.interview import Interview
from registry.desk import answers


@desk.post("/permohonan/<int:case_id>/isian/<key>")
@opens(*CHECKERS)
def correct_answer(case_id: int, key: str) -> ResponseReturnValue:
    with parts().database.reading() as session:
        case = case_seen(session, actor(), case_id)
    service = parts().catalogue.at(current_user.office.code, case.service)
    if key not in service.question_by_key or key not in case.answers:
        raise NotFound
    given = {key: typed("value"), f"pick.{key}": typed("pick")}
    interview = parts().interview.again(case.service, case.office_id, case.answers, key, given, language())
    if problem := _problem(interview):
        mark("value")
        return case_page(case_id, problem, interview.asked[0]), 409
    official, consent = parts().settings.issuing == "official", typed("consent")
    return act(
        lambda s, who, at: answers.correct(
            s, who, case_id, service, interview.answers, consent, at, official=official
        ),
        again=lambda refusal: case_page(case_id, refusal, interview.asked[0]),
        then=url_for("desk.show_case", case_id=case_id),
        done="answer_corrected",
    )  # fmt: skip


def _problem(interview: Interview) -> str | None:
    """What the chat would say to it."""
    asked = interview.asked[0]
    return interview.stop or asked.problem or (None if asked.answered else asked.words)
