"""The administrator's page of the office: its name, its hours, how it works; each part is saved by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import col, select

from backoffice import officers
from backoffice.access import ADMIN, actor, desk, opens
from backoffice.acting import act
from backoffice.parts import parts
from backoffice.wrong_fields import refused_for
from registry.calendar.working_time import WEEKDAYS
from registry.issuing import substitutes
from registry.lifecycle import Refused
from registry.models import AuditEntry, Office, Officer
from registry.offices import modems, numbers, settings
from registry.offices.hours_written import SPELLS, read_hours, shown
from registry.population import allowance
from registry.web_door import codes

LATELY = 10
CHANGES = ("office_changed", "service_rule_changed")


@desk.get("/kantor")
@opens(ADMIN)
def show_office() -> ResponseReturnValue:
    return office_page()


@desk.post("/kantor/<part>")
@opens(ADMIN)
def change_office(part: str) -> ResponseReturnValue:
    if part not in settings.PARTS:
        abort(404)
    given, seen = _given(), request.form.get("seen", "")
    return act(
        lambda session, who, at: settings.change(session, who, part, given, seen=seen, at=at),
        again=lambda refusal: office_page(refusal, part),
        then=url_for("desk.show_office", _anchor=part),
        done="office_changed",
    )


def _given() -> dict[str, str]:
    """Of boxes that may be ticked together, all that were."""
    return request.form.to_dict() | {"by_hand_districts": " ".join(request.form.getlist("by_hand_districts"))}


def _typed(part: str | None) -> dict[str, str]:
    """Boxes without a tick are not sent: of the part they stand in that means none."""
    return _given() if part == "work" else request.form.to_dict()


def office_page(refusal: str | None = None, part: str | None = None) -> str:
    """A part that was refused shows what was typed."""
    with parts().database.reading() as session:
        office = session.get_one(Office, actor().office_id)
        senders = numbers.listed(session, actor())
        has_door = codes.is_offered(session, office)
        by_modem = [sender.modem for sender in senders if sender.modem]
        states = modems.states(session, by_modem)
        by_officers, here = col(AuditEntry.officer_id).is_not(None), AuditEntry.subject == f"office:{office.id}"
        lately = select(AuditEntry).where(by_officers, here, col(AuditEntry.action).in_(CHANGES))
        changes = session.exec(lately.order_by(col(AuditEntry.at).desc()).limit(LATELY)).all()
        standing_in = substitutes.listed(session, actor(), parts().clock().astimezone(current_user.clock.zone).date())
        staff = session.exec(select(Officer).where(Officer.office_id == office.id).order_by(col(Officer.name))).all()
        looked_up = allowance.used(session, office, parts().clock())
        names = officers.names(session, [entry.officer_id for entry in changes])
    plain = {
        name: getattr(office, name)
        for name in (*settings.PARTS["name"], *settings.PARTS["post"], *settings.PARTS["work"])
    }
    refused = _typed(part) if refusal else {}
    plain["by_hand_districts"] = " ".join(office.by_hand_districts)
    return render_template(
        "desk/office.html", office=office, has_door=has_door,
        page_url=f"{parts().settings.public_url}/laman/{office.code}",
        senders=senders, changes=changes, names=names, refusal=refusal,
        part=part, typed=plain | shown(office.hours) | refused, settings=settings, weekdays=WEEKDAYS,
        stored=_stored(office, part, plain, refused),
        spells=range(SPELLS), today=parts().clock().astimezone(current_user.clock.zone).date(),
        standing_in=standing_in,
        lookups_used=looked_up,
        deputies=[each for each in staff if each.id != actor().officer_id and substitutes.may_stand_in(each, office)],
        has_modems=bool(parts().settings.gammu_database_url or by_modem),
        modems=states, standing=lambda name: modems.standing(states.get(name), parts().clock()).value,
        districts=parts().regions.inside(office.region), services=list(parts().catalogue),
        seen={each: settings.version(office, each) for each in settings.PARTS},
    )  # fmt: skip


def _stored(office: Office, part: str | None, plain: Mapping[str, Any], typed: Mapping[str, str]) -> dict[str, Any]:
    """What a colleague has saved of this part meanwhile, where it differs from what was typed."""
    if refused_for() != "refused-settings-changed" or part is None:
        return {}
    if part == "hours":
        now, mine = shown(office.hours), _hours(typed, office.timezone)
    else:
        now, mine = {name: plain[name] for name in settings.PARTS[part]}, dict(typed)
    return {name: value for name, value in now.items() if ("" if value is None else str(value)) != mine.get(name, "")}


def _hours(typed: Mapping[str, str], zone: str) -> Mapping[str, str]:
    """As the page would show them again; what cannot be read stays as it was typed."""
    try:
        return shown(read_hours(typed, zone))
    except Refused:
        return typed
