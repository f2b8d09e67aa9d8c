"""Shows an officer the very sentence that the citizen will read: the desk and the chat meet here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assembly.chat import services, words
from assembly.parts import Parts
from bot.flows import asked_again
from bot.flows.correction import asked_for
from bot.matters.news import told
from bot.office_cards import office_cards
from bot.says import Say
from bot.scene import Scene
from bot.state import State
from registry.models import Case, Channel, Contact
from registry.models.columns import now
from registry.places.regions import load_regions


def sentence(parts: Parts) -> Callable[[str, Mapping[str, Any], Case, Contact], str]:
    def shown(event: str, fields: Mapping[str, Any], case: Case, contact: Contact) -> str:
        asked = BEGINS.get(event) if contact.channel is not Channel.COUNTER else None
        say = asked(fields, case) if asked else _news(event, fields, case, contact)
        return words().render(say.key, say.args, contact.language, contact.channel) if say else ""

    def _news(event: str, fields: Mapping[str, Any], case: Case, contact: Contact) -> Say | None:
        with parts.database.reading() as session:
            offices = office_cards(session, now())
            url, official = parts.settings.public_url, parts.settings.issuing == "official"
            scene = Scene(
                session, contact, State(), None, offices, services(), load_regions(), url, official, now()
            )  # fmt: skip
            says = told({"name": event, "case_id": case.id, **fields}, case, scene)
        return next((say for say in says if isinstance(say, Say)), None)

    return shown


def _paper_refused(fields: Mapping[str, Any], case: Case) -> Say:
    return Say("paper-refused", asked_for({"number": case.number, **fields}))


def _asked_again(fields: Mapping[str, Any], case: Case) -> Say:
    facts = {"number": case.number, "service": case.service, **fields}
    return asked_again.told(facts)


# For these the chat opens a flow; its first sentence is this one.
BEGINS: Mapping[str, Callable[[Mapping[str, Any], Case], Say]] = {
    "paper_refused": _paper_refused,
    "asked_again": _asked_again,
}
