"""What every button does: one use case in one transaction, then the worker is woken and the officer goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue
from sqlmodel import Session

from backoffice.access import actor, language
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import refusal
from notifications.queues import Queue
from registry.actors import Actor
from registry.lifecycle import Refused

Change = Callable[[Session, Actor, datetime], object]
Again = Callable[[str], str]


def act(change: Change, *, again: Again, then: str, done: str) -> ResponseReturnValue:
    """One change in one transaction."""
    return carry_out(lambda: in_transaction(change), again=again, then=then, done=done)


def carry_out(deed: Callable[[], object], *, again: Again, then: str, done: str) -> ResponseReturnValue:
    """Redirects to `then` with the event `done` told, or the one the deed names itself; a refused move shows the page
    `again` with the reason, 409."""
    try:
        happened = deed()
    except Refused as refused:
        return again(refusal(texts(language()), refused)), 409
    flash(texts(language()).label("event", happened if isinstance(happened, str) else done))
    return redirect(then, 303)


def in_transaction(change: Change) -> None:
    with parts().database.writing() as session:
        change(session, actor(), parts().clock())
    parts().waker.wake(Queue.DRAIN)


def own_path(written: str | None, otherwise: str) -> str:
    """A path on this host, or `otherwise`: a link must not lead an officer elsewhere."""
    if not written or not written.startswith("/") or written.startswith(("//", "/\\")):
        return otherwise
    return otherwise if urlsplit(written).netloc else written


def typed(field: str) -> str:
    return request.form.get(field, "").strip()


def typed_number(field: str) -> int:
    """As people write it: 1.250 is one thousand two hundred and fifty. -1 for what is no number, or far too large."""
    digits = typed(field).replace(".", "").replace(",", "")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else -1
