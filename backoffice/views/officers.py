"""The administrator's list of the office's officers, and everybody's own password."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice import words
from backoffice.access import ADMIN, EVERY_OFFICER, actor, desk, few_guesses, language, opens
from backoffice.acting import Change, act, typed
from backoffice.parts import parts
from backoffice.passwords import SHORTEST, hash_password, made_up, matches
from backoffice.texts import texts
from notifications.queues import Queue
from registry.lifecycle import Refused
from registry.models import Officer
from registry.offices import second_factor, staffing, workload


@desk.get("/petugas")
@opens(ADMIN)
def show_officers() -> ResponseReturnValue:
    return _page()


@desk.post("/petugas")
@opens(ADMIN)
def take_on() -> ResponseReturnValue:
    """The first password stands on the page that answers, and nowhere else."""
    password = made_up()
    try:
        with parts().database.writing() as session:
            officer = staffing.take_on(
                session, actor(), username=typed("username"), name=typed("name"),
                roles=request.form.getlist("role"), password_hash=hash_password(password), at=parts().clock(),
            )  # fmt: skip
    except Refused as refused:
        return _page(words.refusal(texts(language()), refused)), 409
    return _page(given=(officer, password))


@desk.post("/petugas/<int:officer_id>/sandi")
@opens(ADMIN)
def give_password(officer_id: int) -> ResponseReturnValue:
    """For who has forgotten theirs."""
    password = made_up()
    with parts().database.writing() as session:
        hashed = hash_password(password)
        officer = staffing.set_password(session, actor(), officer_id, hashed, parts().clock(), given=True)
    return _page(given=(officer, password))


@desk.post("/petugas/<int:officer_id>/ubah")
@opens(ADMIN)
def change_officer(officer_id: int) -> ResponseReturnValue:
    name, roles = typed("name"), request.form.getlist("role")
    return _do(lambda s, who, at: staffing.change(s, who, officer_id, name=name, roles=roles, at=at), "officer_changed")


@desk.post("/petugas/<int:officer_id>/keluar")
@opens(ADMIN)
def sign_out(officer_id: int) -> ResponseReturnValue:
    return _do(lambda s, who, at: staffing.sign_out(s, who, officer_id, at), "officer_signed_out")


@desk.post("/petugas/<int:officer_id>/nonaktif")
@opens(ADMIN)
def shut_out(officer_id: int) -> ResponseReturnValue:
    """What they held goes back to the queue: the administrator hears how much that was."""
    spoken = texts(language())
    try:
        with parts().database.writing() as session:
            held = staffing.shut_out(session, actor(), officer_id, parts().clock())
    except Refused as refused:
        return _page(words.refusal(spoken, refused)), 409
    parts().waker.wake(Queue.DRAIN)
    freed = spoken("officer-freed", cases=held.cases, talks=held.talks) if held.cases or held.talks else ""
    flash(f"{spoken.label('event', 'officer_disabled')}. {freed}".strip())
    return redirect(url_for("desk.show_officers"), 303)


@desk.post("/petugas/<int:officer_id>/aktif")
@opens(ADMIN)
def let_in(officer_id: int) -> ResponseReturnValue:
    return _do(lambda s, who, at: staffing.let_in(s, who, officer_id, at), "officer_enabled")


@desk.get("/akun")
@opens(*EVERY_OFFICER)
def show_account() -> ResponseReturnValue:
    return account_page()


@desk.post("/akun")
@few_guesses("password")
@opens(*EVERY_OFFICER)
def change_password() -> ResponseReturnValue:
    """Ends one's sessions everywhere, this one too: one signs in again with the new password."""
    old, new = request.form.get("old", ""), request.form.get("new", "")
    try:
        _expect_better(old, new)
    except Refused as refused:
        return account_page(words.refusal(texts(language()), refused)), 409
    hashed, own = hash_password(new), current_user.officer.id
    return act(
        lambda session, who, at: staffing.set_password(session, who, own, hashed, at, given=False),
        again=account_page,
        then=url_for("desk.login"),
        done="own_password_changed",
    )


def _expect_better(old: str, new: str) -> None:
    if not matches(current_user.officer.password_hash, old):
        raise Refused("refused-old-password")
    if new == old:
        raise Refused("refused-password-same")
    if len(new) < SHORTEST:
        raise Refused("refused-password-short", n=SHORTEST)


def _do(change: Change, done: str) -> ResponseReturnValue:
    return act(change, again=_page, then=url_for("desk.show_officers"), done=done)


def _page(refusal: str | None = None, *, given: tuple[Officer, str] | None = None) -> str:
    """`given`: the officer who has a new password, and that password."""
    with parts().database.reading() as session:
        officers = staffing.staff(session, actor())
        with_factor = second_factor.holders(session, [officer.id for officer in officers])
        held = workload.in_hand(session, actor())
    return render_template(
        "desk/officers.html", officers=officers, with_factor=with_factor, held=held, roles=staffing.ROLES,
        refusal=refusal, given=given,
        typed={"username": typed("username"), "name": typed("name"), "roles": request.form.getlist("role")},
    )  # fmt: skip


def account_page(refusal: str | None = None) -> str:
    return render_template("desk/account.html", refusal=refusal, shortest=SHORTEST)
