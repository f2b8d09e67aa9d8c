"""How names, days, money and lists are shown."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.wording import Listed, MissingText, Moment, Rupiah, Wording, Words
from registry.models import Channel
from tests.bot.player import words

WHATSAPP, SMS = Channel.WHATSAPP, Channel.SMS
MOMENT = Moment(datetime(2026, 11, 25, 6, 0, tzinfo=UTC), "Asia/Makassar")


@pytest.mark.parametrize(
    ("value", "language", "channel", "shown"),
    [
        (Rupiah(14_000), "id", WHATSAPP, "Rp14.000"),
        (Rupiah(14_000), "en", WHATSAPP, "Rp14,000"),
        (MOMENT, "id", WHATSAPP, "Rabu, 25 November 2026, 14.00 WITA"),
        (MOMENT, "en", WHATSAPP, "25 November 2026, 14:00 WITA"),
        (MOMENT, "id", SMS, "25-11-2026"),
        (date(2026, 11, 5), "id", WHATSAPP, "5 November 2026"),
        (date(2026, 11, 5), "en", SMS, "05-11-2026"),
        (Words("paper-ktp"), "id", WHATSAPP, "KTP-el"),
        (Listed(("a",)), "id", WHATSAPP, "a"),
        (Listed(("a", "b")), "id", WHATSAPP, "a dan b"),
        (Listed(("a", "b", "c")), "id", WHATSAPP, "a, b, dan c"),
        (Listed(("a", "b", "c")), "en", WHATSAPP, "a, b and c"),
        (Listed(()), "id", WHATSAPP, ""),
        ("{{7*7}} <b>", "id", WHATSAPP, "{{7*7}} <b>"),
    ],
)
def test_a_value_is_shown(value: Any, language: str, channel: Channel, shown: str) -> None:
    assert words().shown(value, language, channel) == shown


def test_what_a_citizen_wrote_is_not_read_as_a_pattern() -> None:
    said = words().render("officer-said", {"text": '{ $office } *tebal* {""}'}, "id", WHATSAPP)
    assert said == '{ $office } *tebal* {""}'


def test_an_sms_is_written_in_letters_that_cost_one() -> None:
    assert words().render("officer-said", {"text": "“[5–6]” … 5€"}, "id", SMS) == '"(5-6)" ... 5EUR'


@pytest.mark.parametrize(("key", "args"), [("no-such-key", {}), ("nik-length", {})])
def test_a_missing_sentence_or_argument_is_an_error(key: str, args: dict[str, Any]) -> None:
    with pytest.raises(MissingText):
        words().render(key, args, "id", WHATSAPP)


def test_further_files_of_texts_are_read(tmp_path: Path) -> None:
    for language in ("id", "en"):
        (tmp_path / f"{language}.ftl").write_text("a = satu\n    .says = esa, tunggal")
        (tmp_path / f"{language}-more.ftl").write_text("b = dua\n    .sms = 2")
    more = Wording(tmp_path)
    assert (more.render("a", {}, "id", WHATSAPP), more.render("b", {}, "id", SMS)) == ("satu", "2")
    assert more.says("a", "id") == ("esa", "tunggal") and more.says("b", "id") == ()
