"""What one of the numbers of today counts: each deed with its case, its officer and its hour."""

from __future__ import annotations

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice import officers
from backoffice.access import ADMIN, CHECKERS, COUNTER, POST, PRINTING, READERS, SIGNATORY, SUPERVISOR, desk, opens
from backoffice.parts import parts
from backoffice.words import person_of
from registry.desk import done
from registry.desk.today import morning

PAGE = 50
OWN = {"card_printed": PRINTING, "card_posted": POST}  # whose names these desks see on their lists anyway


@desk.get("/hari-ini/<name>")
@opens(COUNTER, SUPERVISOR, SIGNATORY, PRINTING, POST, ADMIN)
def show_done(name: str) -> ResponseReturnValue:
    if name not in done.DONE:
        abort(404)
    office, after = current_user.office, request.args.get("after", type=int)
    with parts().database.reading() as session:
        found = done.page(session, office.id, morning(office, parts().clock()), name, after, PAGE + 1)
        entries = found[:PAGE]
        cases, documents = done.belonging(session, entries)
        names = officers.names(session, [entry.officer_id for entry in entries])
    reads = current_user.may(*READERS)
    return render_template(
        "desk/done.html",
        name=name, entries=entries, cases=cases, documents=documents, names=names, reads=reads,
        may_talk=current_user.may(*CHECKERS), named=reads or (name in OWN and current_user.may(OWN[name])),
        after=entries[-1].id if len(found) > PAGE else None, person_named=person_of,
    )  # fmt: skip
