"""What the office does differently with each service: off, another deadline, a paper more, another way for photos."""

from __future__ import annotations

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import ADMIN, desk, opens
from backoffice.acting import act, typed
from backoffice.parts import parts
from registry.catalogue import PLAIN
from registry.offices import service_rules
from registry.offices.settings import CHOICES

MORE_PAPERS = 3  # as many as one form has room for


@desk.get("/kantor/layanan")
@opens(ADMIN)
def show_services() -> ResponseReturnValue:
    return _page()


@desk.post("/kantor/layanan/<service_code>")
@opens(ADMIN)
def change_service(service_code: str) -> ResponseReturnValue:
    return act(
        lambda session, who, at: service_rules.change(
            session, who, parts().catalogue, service_code, off=typed("off") == "yes", sla_hours=typed("sla_hours"),
            papers_by=typed("papers_by"), papers=request.form.getlist("paper"), seen=typed("seen"), at=at,
        ),
        again=lambda refusal: _page(refusal, service_code),
        then=url_for("desk.show_services", _anchor=service_code),
        done="service_rule_changed",
    )  # fmt: skip


def _page(refusal: str | None = None, refused: str | None = None) -> str:
    """The form of a service that was refused shows what was typed."""
    catalogue, office = parts().catalogue, current_user.office.code
    with parts().database.reading() as session:
        parts().rules.refresh(session, at_once=True)
    forms = {code: _form(office, code) for code in catalogue}
    if refused in forms:
        forms[refused] |= {
            "off": typed("off") == "yes", "sla_hours": typed("sla_hours"), "papers_by": typed("papers_by"),
            "papers": request.form.getlist("paper"), "refused": True,
        }  # fmt: skip
    return render_template(
        "desk/office_services.html", services=catalogue, forms=forms, refusal=refusal, refused=refused,
        room=range(MORE_PAPERS), ways=CHOICES["papers_by"],
    )  # fmt: skip


def _form(office: str, code: str) -> dict[str, Any]:
    catalogue = parts().catalogue
    rule = catalogue.rule(office, code)
    return {
        "off": rule.off,
        "sla_hours": rule.sla_hours or "",
        "papers_by": rule.papers_by or "",
        "papers": [paper.key for paper in rule.paper],
        "addable": service_rules.addable(catalogue, code),
        "seen": service_rules.version(catalogue, office, code),
        "rule": rule,
        "differs": rule != PLAIN,
    }
