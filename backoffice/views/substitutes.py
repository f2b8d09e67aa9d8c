"""Who signs in the head's place for some days; and where a signatory leaves their key."""

from __future__ import annotations

from datetime import date

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import ADMIN, SIGNATORY, actor, desk, few_guesses, language, opens
from backoffice.acting import act, carry_out, typed
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.views.office import office_page
from backoffice.views.officers import account_page
from registry.calendar.dates import DateUnclear, parse_date
from registry.issuing import signing_keys, substitutes
from registry.issuing.bsre import BsreAway, PerhapsSigned
from registry.lifecycle import Refused
from registry.models import Officer

LARGEST_KEY = 64 * 1024  # bytes


@desk.post("/kantor/pengganti")
@opens(ADMIN)
def appoint_substitute() -> ResponseReturnValue:
    return carry_out(
        _appoint,
        again=lambda refusal: office_page(refusal, "substitutes"),
        then=url_for("desk.show_office", _anchor="substitutes"),
        done="substitute_appointed",
    )


def _appoint() -> str:
    """What happened: who has no key yet cannot sign, and is to be told."""
    with parts().database.writing() as session:
        chosen, at = request.form.get("officer", 0, type=int), parts().clock()
        substitutes.appoint(
            session, actor(), chosen, nip=typed("nip"), title=typed("title"), first=_day("first"), last=_day("last"),
            at=at,
        )  # fmt: skip
        deputy = session.get_one(Officer, chosen)
        can_sign = deputy.signing_key or deputy.signing_nik
    return "substitute_appointed" if can_sign else "substitute_without_key"


@desk.post("/kantor/pengganti/<int:substitute_id>/selesai")
@opens(ADMIN)
def end_substitute(substitute_id: int) -> ResponseReturnValue:
    return act(
        lambda session, who, at: substitutes.end(session, who, substitute_id, at),
        again=lambda refusal: office_page(refusal, "substitutes"),
        then=url_for("desk.show_office", _anchor="substitutes"),
        done="substitute_ended",
    )


@desk.post("/akun/kunci")
@few_guesses("key")
@opens(SIGNATORY)
def keep_key() -> ResponseReturnValue:
    """One's own PKCS#12, which the passphrase must open; the passphrase is not kept."""
    file, passphrase, nik = request.files.get("key"), request.form.get("passphrase", ""), typed("signing_nik")
    data = file.read(LARGEST_KEY) if file else b""
    if nik and not _known_to_bsre(nik):
        return account_page(texts(language())("refused-bsre-status")), 409
    return act(
        lambda session, who, at: signing_keys.keep(
            session, who, parts().store, key=data, passphrase=passphrase, nik=nik, at=at
        ),
        again=account_page,
        then=url_for("desk.show_account"),
        done="signing_key_kept",
    )


def _known_to_bsre(nik: str) -> bool:
    """Asked before anything is kept; without such a service, or while it is away, signing will tell."""
    bsre = parts().issuing.bsre
    if bsre is None or not signing_keys.NIK.fullmatch(nik):
        return True
    try:
        return bsre.may_sign(nik)
    except (BsreAway, PerhapsSigned):
        return True


def _day(name: str) -> date:
    """As people write it: 24-11-2025."""
    today = parts().clock().astimezone(current_user.clock.zone).date()
    try:
        return parse_date(typed(name), today, future=True)
    except DateUnclear:
        raise Refused("refused-day-written", field=name, written=typed(name)[:40]) from None
