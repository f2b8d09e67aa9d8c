"""A place for the activation of the digital identity: who may, kindly asked, and where and when. No data is asked for,
no code is sent or wanted; whoever cannot is told at once what stays good without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.effects import BookActivation, BookVisitInstead, Effect
from bot.flow import Answer, Flow, Read, Step, Talk
from bot.flows import vans
from bot.flows.readers import read_choice
from bot.says import AskAgain, Option, Say
from bot.wording import Lines, Words
from registry.places.place_names import words_of

NAME = "activation"
TELEPHONE = (Option("fit", "option-ikd-fit"), Option("unfit", "option-ikd-unfit"), Option("unsure", "option-unsure"))
CARD = (Option("enrolled", "option-ikd-enrolled"), Option("unenrolled", "option-ikd-unenrolled"))
NONE = "none"
NO_AGENCY = (Option(NONE, "option-ikd-no-agency"),)
CODES = {"qr", "barcode", "kode", "code", "otp", "pin"}
# Words that name no agency by themselves.
NOT_IT = {"dinas", "kantor", "instansi", "rumah", "sakit", "office", "agency", "saya", "dari", "pegawai", "di"}


def _asked(talk: Talk) -> bool:
    """Not anew of who lost a place that they had."""
    return not talk.facts.get("known")


def _ask_where(talk: Talk) -> Say:
    visits, agencies = talk.facts["visits"], "yes" if talk.facts.get("agencies") else "no"
    if not visits:
        return Say("ikd-agency", {}, NO_AGENCY)
    lines = Lines(tuple(Words("ikd-line", vans.line(visit, False)) for visit in visits))
    return Say("ikd-slots", {"visits": lines, "agencies": agencies}, vans.options(talk))


def _not_by_chat(read: Read) -> Read:
    """Whoever wants the QR or a code sent hears that it never comes here, whatever the question."""

    def reads(talk: Talk, answer: Answer) -> Any:
        if not answer.pick and CODES & set(words_of(answer.text)):
            raise AskAgain("ikd-not-by-chat")
        return read(talk, answer)

    return reads


def _read_where(talk: Talk, answer: Answer) -> Any:
    """One that is listed; or a session at an agency, which is named by its own people alone."""
    if answer.pick == NONE and not talk.facts["visits"]:
        return NONE
    if answer.pick in {option.id for option in vans.options(talk)}:
        return answer.pick
    if named := _agency(talk, answer.text):
        return named["key"]
    raise AskAgain("choose-one")


def _agency(talk: Talk, text: str) -> Mapping[str, Any] | None:
    said = set(words_of(text)) - NOT_IT
    found = (each for each in talk.facts.get("agencies", ()) if said and said <= set(words_of(each["spot"])))
    return next((each for each in found if each["left"]), None)


def _chosen(talk: Talk) -> list[Effect]:
    if instead := talk.facts.get("instead"):
        return [BookVisitInstead(talk.answers["slot"], instead)]
    return [BookActivation(talk.answers["slot"])]


FLOW = Flow(
    NAME,
    (
        Step(
            "telephone",
            lambda talk: Say("ikd-telephone", {}, TELEPHONE),
            _not_by_chat(read_choice(("fit", "unfit", "unsure"))),
            when=_asked,
            stops={"unfit": "ikd-without"},
        ),
        Step(
            "card",
            lambda talk: Say("ikd-card", {}, CARD),
            _not_by_chat(read_choice(("enrolled", "unenrolled"))),
            when=_asked,
            stops={"unenrolled": "ikd-enrol-first"},
        ),
        Step("slot", _ask_where, _not_by_chat(_read_where), stops={NONE: "ikd-come"}),
    ),
    _chosen,
)
