"""Where somebody lives or a card is posted: village, street with RT and RW, landmark, whole or in pieces."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.flow import Accepted, Answer, Read, Several, Step, Talk
from bot.flows.forgotten import forgets, or_helped
from bot.flows.street import LONGEST, NONE, Pieces, pieces
from bot.flows.villages import read_destination, read_village
from bot.says import AskAgain, Option, Say
from registry.offices.telephones import e164

STREET = ("street", "rt", "rw")
MISSING = {"street": "street-needs-road", "rt": "street-needs-rt", "rw": "street-needs-rw"}
NO_LANDMARK = (Option("none", "option-no-landmark"),)


def told(talk: Talk, text: str) -> Pieces:
    if len(text) > LONGEST:
        raise AskAgain("text-long", n=len(text))
    return pieces(text, talk.regions, talk.region or "")


def before(talk: Talk) -> Mapping[str, str]:
    """The pieces told so far."""
    return talk.note if isinstance(talk.note, Mapping) else {}


@dataclass(frozen=True)
class Address:
    """How a flow keeps one: the key of its street, in which form, and what else there is room for."""

    street: str
    kept: Callable[[Mapping[str, str]], Any]
    village: Read
    also: tuple[str, ...] = ()

    def ask_street(self, talk: Talk, whole: str) -> Say:
        known = before(talk)
        return Say(MISSING[next(part for part in STREET if not known.get(part))] if known else whole)

    def read_village(self, talk: Talk, answer: Answer) -> Any:
        """A whole address answers the following questions, too; without its village it is kept for them."""
        known, address = before(talk), Pieces() if answer.pick else told(talk, answer.text)
        if address.is_address and address.village:
            return self.filled(talk, address.over(known))
        if address.is_address:
            raise AskAgain("village-spell", asks=True, note=address.over(known)._asdict())
        try:
            found = self.village(replace(talk, note=None) if known else talk, answer)
        except AskAgain as again:
            again.note = known or again.note
            raise
        if known and isinstance(found, Accepted):
            return self.filled(talk, Pieces(village=found.value).over(known))
        return found

    def read_street(self, talk: Talk, answer: Answer) -> Any:
        known, address = before(talk), told(talk, answer.text)
        if known.get("street") and forgets(answer.text):
            address = Pieces(rt=known.get("rt") or NONE, rw=known.get("rw") or NONE)
        elif known.get("street") and address.street and not address.is_address:
            address = address._replace(street="", landmark=" ".join(answer.text.split()))
        return self.filled(talk, address.over(known))

    def filled(self, talk: Talk, address: Pieces) -> Several:
        """All that is known now. Raises AskAgain for the first of street, RT and RW, without which nothing arrives."""
        known = address._replace(phone=e164(address.phone) or "")._asdict()
        missing = next((part for part in STREET if not known[part]), None)
        if missing and address.village in ("", talk.answers.get("village")):
            raise AskAgain(MISSING[missing], asks=True, note=known)
        values: dict[str, Any] = {name: known[name] for name in ("village", *self.also) if known[name]}
        if not missing:
            values[self.street] = self.kept(known)
        is_new = address.village != talk.answers.get("village")
        village = talk.regions.get(address.village) if is_new else None
        found = Say("village-found", {"place": talk.regions.full_name(village)}) if village else None
        return Several(values, found, known if missing else None)


def in_a_line(known: Mapping[str, str]) -> str:
    """Jl. Contoh No. 5, RT 002/RW 003, as it stands in a form."""
    return f"{known['street']}, RT {known['rt']}/RW {known['rw']}"


def in_parts(known: Mapping[str, str]) -> dict[str, str]:
    return {part: known[part] for part in STREET}


HOME = Address("new_street", in_a_line, or_helped(read_village, "village"))
PARCEL = Address("street", in_parts, read_destination, also=("landmark", "postal_code", "phone"))


def _read_landmark(talk: Talk, answer: Answer) -> Any:
    if answer.pick == "none" or forgets(answer.text):
        return ""
    words = told(talk, answer.text).landmark or " ".join(answer.text.split())
    if not words:
        raise AskAgain("text-expected")
    return words


def posted(talk: Talk) -> bool:
    return talk.answers.get("method") == "post"


def _read_phone(talk: Talk, answer: Answer) -> Any:
    if phone := e164(answer.text):
        return phone
    raise AskAgain("phone-unclear")


STEPS = (
    Step("village", lambda talk: Say("ask-destination"), PARCEL.read_village, when=posted, kind="village"),
    Step("street", lambda talk: PARCEL.ask_street(talk, "ask-street"), PARCEL.read_street, when=posted),
    Step(
        "landmark",
        lambda talk: Say("ask-landmark", options=NO_LANDMARK),
        _read_landmark,
        # A shared location serves as well.
        when=lambda talk: posted(talk) and ("landmark" in talk.answers or "map_pin" not in talk.answers),
    ),
    Step(
        "phone",
        lambda talk: Say("ask-phone"),
        _read_phone,
        when=lambda talk: posted(talk) and not talk.facts.get("phone"),
    ),
)
