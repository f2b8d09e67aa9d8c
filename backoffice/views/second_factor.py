"""Setting up one's second factor, and taking it off again."""

from __future__ import annotations

import base64

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import ADMIN, EVERY_OFFICER, actor, desk, few_guesses, language, opens
from backoffice.acting import act, typed
from backoffice.parts import parts
from backoffice.passwords import matches
from backoffice.texts import texts
from backoffice.views.officers import account_page
from backoffice.words import refusal
from registry.issuing.render import qr_svg
from registry.lifecycle import Refused
from registry.offices import second_factor
from registry.offices.second_factor import DEMANDED


@desk.get("/akun/kode")
@opens(*EVERY_OFFICER)
def show_factor() -> ResponseReturnValue:
    return redirect(url_for("desk.show_account")) if current_user.has_factor else _page()


@desk.post("/akun/kode")
@few_guesses("factor")
@opens(*EVERY_OFFICER)
def confirm_factor() -> ResponseReturnValue:
    """The backup codes stand on the page that answers, and nowhere else."""
    try:
        with parts().database.writing() as session:
            codes = second_factor.confirm(session, actor(), typed("code"), parts().clock())
    except Refused as refused:
        return _page(refusal(texts(language()), refused)), 409
    return render_template("desk/backup_codes.html", codes=codes)


@desk.post("/akun/kode/lepas")
@few_guesses("factor")
@opens(*EVERY_OFFICER)
def remove_factor() -> ResponseReturnValue:
    spoken = texts(language())
    if parts().settings.second_factor == "required" and current_user.may(*DEMANDED):
        return account_page(spoken("refused-factor-demanded")), 409
    if not matches(current_user.officer.password_hash, typed("old")):
        return account_page(refusal(spoken, Refused("refused-old-password"))), 409
    own = current_user.officer.id
    return act(
        lambda session, who, at: second_factor.remove(session, who, own, at),
        again=account_page,
        then=url_for("desk.login"),
        done="factor_removed",
    )


@desk.post("/petugas/<int:officer_id>/kode")
@opens(ADMIN)
def drop_factor(officer_id: int) -> ResponseReturnValue:
    """For who has lost their phone and the paper: the next login goes without, or begins with a new one."""
    return act(
        lambda session, who, at: second_factor.remove(session, who, officer_id, at),
        again=account_page,
        then=url_for("desk.show_officers"),
        done="factor_removed",
    )


def _page(refused: str | None = None) -> str:
    with parts().database.writing() as session:
        secret = second_factor.begin(session, actor())
    image = qr_svg(second_factor.address(secret, current_user.officer.username))
    return render_template(
        "desk/second_factor.html",
        refusal=refused,
        qr="data:image/svg+xml;base64," + base64.b64encode(image.encode()).decode(),
        secret=" ".join(secret[place : place + 4] for place in range(0, len(secret), 4)),
    )
