"""A printed card: post it, or keep it at the counter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import phonenumbers

from bot.effects import ChooseHandover, Effect
from bot.flow import Answer, AskAgain, Flow, Option, Say, Several, Step, Talk
from bot.flows.change import or_change
from bot.flows.readers import read_choice
from bot.flows.street import parse_street
from bot.flows.summary import Row, summary_step
from bot.flows.villages import read_destination
from bot.wording import Rupiah, Words

METHODS = (Option("post", "option-post"), Option("pickup", "option-pickup"))
CONFIRM = (Option("send", "option-yes-send"), Option("change", "option-change"), Option("pickup", "option-pickup"))


def _posted(talk: Talk) -> bool:
    return talk.answers.get("method") == "post"


def _ask_method(talk: Talk) -> Say:
    fee = Rupiah(int(talk.facts["fee"]))
    card = Words(f"document-{talk.facts['card']}")
    args = {"card": card, "number": talk.facts["number"], "fee": fee, "reason": talk.facts.get("reason") or "none"}
    return Say("card-printed", args, METHODS, template="card_printed")


def _read_street(talk: Talk, answer: Answer) -> Any:
    return parse_street(answer.text)


def _read_phone(talk: Talk, answer: Answer) -> Any:
    try:
        number = phonenumbers.parse(answer.text, "ID")
    except phonenumbers.NumberParseException:
        raise AskAgain("phone-unclear") from None
    if not phonenumbers.is_possible_number(number):
        raise AskAgain("phone-unclear")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shown_phone(e164: str) -> str:
    """+62 812-0000-0012, as people read it."""
    number = phonenumbers.parse(e164)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _address(talk: Talk) -> dict[str, Any]:
    village = talk.regions[talk.answers["village"]]
    return {
        **talk.answers["street"],
        "name": talk.facts["name"],
        "village": village.code,
        "place": f"{talk.regions.full_name(village)}, {talk.regions.kabupaten_of(village).short_name}",
        "postal_code": village.postal_code,
        "phone": talk.facts.get("phone") or talk.answers["phone"],
    }


def _ask_confirm(talk: Talk, rows: Sequence[Row]) -> Say:
    address = _address(talk)
    shown = {"phone": shown_phone(address["phone"]), "landmark": address["landmark"] or "none"}
    return Say("address-read-back", address | shown)


def _picked(talk: Talk, pick: str) -> Any:
    return "yes" if pick == "send" else Several({"method": "pickup"})


def _finish(talk: Talk) -> list[Effect]:
    document = int(talk.facts["document_id"])
    address = _address(talk) if _posted(talk) else None
    return [ChooseHandover(document, talk.answers["method"], address)]


PLAIN = (
    Step("method", _ask_method, read_choice(("post", "pickup"))),
    Step("village", lambda talk: Say("ask-destination"), read_destination, when=_posted),
    Step("street", lambda talk: Say("ask-street"), _read_street, when=_posted),
    Step(
        "phone",
        lambda talk: Say("ask-phone"),
        _read_phone,
        when=lambda talk: _posted(talk) and not talk.facts.get("phone"),
    ),
)
STEPS = tuple(or_change(step, PLAIN) for step in PLAIN)
CONFIRM_STEP = summary_step(STEPS, _ask_confirm, CONFIRM, picked=_picked, when=_posted)
FLOW = Flow("handover", (*STEPS, CONFIRM_STEP), _finish)
