"""First contact: who processes what and why, the language, and a way without chat. One step."""

from __future__ import annotations

from typing import Any

from bot.effects import Effect, SetLanguage
from bot.flow import Answer, Flow, Step, Talk
from bot.meaning.no_answer import spoken
from bot.meaning.picks import SAID_TO, plain
from bot.says import AskAgain, Option, PrivacyPage, Say

OTHER = {"id": Option("!english", "option-english"), "en": Option("!indonesian", "option-indonesian")}

TRIES = 2  # after so many an officer is named
ENGLISH = ("continue",)  # who agrees in it has said which language they speak


# Of nothing else is agreement or refusal made: "bayar ora?" has a "no" in it.
ABOUT_IT = {
    "lanjut", "lanjutkan", "lanjutin", "continue", "ya", "iya", "y", "yes", "ok", "oke", "okay", "sure", "setuju",
    "agree", "boleh", "siap", "baik", "sip", "gas", "sudah", "yaudah", "lah", "deh", "saja", "aja", "dong", "mau",
    "saya", "lewat", "via", "whatsapp", "wa", "chat", "sini", "di", "tidak", "no", "nomor", "not", "jangan",
    "bukan", "cara", "lain", "other", "ways", "inggris", "bahasa", "english", "indonesia", "usah", "menyetujui",
    "kita", "mulai", "silakan", "silahkan", "monggo", "please", "go", "on", "ahead",
}  # fmt: skip


def speaks_of_consent(text: str) -> bool:
    return {*spoken(text)} - SAID_TO <= ABOUT_IT


def options(language: str) -> tuple[Option, ...]:
    return (Option("go_on", "option-continue"), Option("other", "option-other-ways"), OTHER[language])


def _ask(talk: Talk) -> Say:
    return Say(
        "notice", notice_args(talk) | {"salam": "yes" if talk.facts.get("salam") else "no"}, options(talk.language)
    )


def notice_args(talk: Talk) -> dict[str, Any]:
    office = talk.office
    days = office.retention_days if office else max((o.retention_days for o in talk.offices), default=30)
    name, news = (office.name, office.announcement) if office else ("Disdukcapil", "")
    return {"office": name, "days": days, "rights": PrivacyPage(), "news": news or "none"}


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.pick == "go_on":
        return "en" if plain(answer.text) in ENGLISH else talk.language
    if answer.pick == "other":
        raise AskAgain("other-ways", options=options(talk.language), **place_args(talk))
    raise AskAgain("notice-again-officer" if talk.tries >= TRIES else "notice-again", options=options(talk.language))


def place_args(talk: Talk) -> dict[str, Any]:
    office = talk.office
    return {
        "office": office.name if office else "Disdukcapil",
        "address": office.address if office else "",
        "hours": office.hours if office else "",
        "known": "yes" if office else "no",
    }


def _finish(talk: Talk) -> list[Effect]:
    english = talk.answers["agreed"] == "en" != talk.language
    return [SetLanguage("en", told=False)] if english else []


FLOW = Flow("welcome", (Step("agreed", _ask, _read),), _finish, comes_first=True)
