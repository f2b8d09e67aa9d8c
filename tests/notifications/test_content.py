"""The forms kept at the carrier: their limits, and that pushing twice makes nothing twice."""

from __future__ import annotations

import pytest
from sqlmodel import select

from notifications.channels.twilio import TwilioCarrier
from notifications.content import FormRefused, ListPicker, QuickReply, Template, session_form
from notifications.outbox import Choice
from notifications.pushing import push, review
from notifications.shapes import load_forms
from registry import troubles
from registry.database import Database
from registry.models import Trouble, TroubleKind
from registry.models.columns import now
from settings import Settings
from tests.notifications.conftest import LocalTwilio

NEWS = Template("case_news", "id", "Ada kabar tentang permohonan {{1}}. Balas pesan ini.", examples=("BPP-00412",))


def choices(*labels: str, description: str = "") -> list[Choice]:
    return [Choice(str(n), label, description) for n, label in enumerate(labels)]


@pytest.mark.parametrize(
    "form",
    [
        QuickReply(("Judul yang jauh terlalu panjang",)),
        QuickReply(("a", "b", "c", "d")),
        QuickReply(("a", "a")),
        QuickReply(()),
        ListPicker(11),
        Template("news", "id", "{{1}} ada kabar.", examples=("x",)),
        Template("news", "id", "Ada kabar {{1}}", examples=("x",)),
        Template("news", "id", "Ada {{1}} {{2}} kabar.", examples=("x", "y")),
        Template("news", "id", "Ada {{1}} kabar."),
        Template("news", "id", "Ada {{2}} kabar.", examples=("x",)),
        Template("News!", "id", "Ada kabar."),
        Template("news", "id", "x" * 1025, buttons=(Choice("a", "Lanjut"),)),
    ],
)
def test_a_form_the_carrier_would_refuse_is_refused_here(form: QuickReply | ListPicker | Template) -> None:
    with pytest.raises(FormRefused):
        form.check()


def test_choices_find_their_form() -> None:
    assert session_form(choices("Lanjut", "Batal")) == QuickReply(("Lanjut", "Batal"))
    assert session_form(choices("a", "b", "c", "d")) == ListPicker(4)
    assert session_form(choices("a", "b", "c", "d", description="x")) == ListPicker(4, described=True)
    assert session_form(choices("Balikpapan Tengah 1234")) == ListPicker(1)
    assert session_form(choices("x" * 25)) is None
    assert session_form(choices(*"abcdefghijk")) is None
    assert session_form([]) is None


def test_names_are_stable_and_follow_the_titles() -> None:
    assert QuickReply(("Lanjut",)).name == QuickReply(("Lanjut",)).name != QuickReply(("Batal",)).name


def test_pushing_twice_makes_nothing_twice(database: Database, twilio_settings: Settings, twilio: LocalTwilio) -> None:
    carrier = TwilioCarrier(twilio_settings)
    forms: list[QuickReply | Template] = [QuickReply(("Lanjut", "Batal", "Ubah")), NEWS]
    first = push(carrier, database, forms)
    stored = len(carrier.contents())
    assert push(carrier, database, forms) == first
    assert len(carrier.contents()) == stored
    with database.reading() as session:
        assert load_forms(session)[("case_news", "id")] == first[-1].sid


@pytest.mark.parametrize(("verdict", "left"), [("approved", 0), ("rejected", 1)])
def test_one_that_is_approved_needs_no_attention_any_more(
    database: Database, twilio_settings: Settings, twilio: LocalTwilio, verdict: str, left: int
) -> None:
    twilio.control("approvals", verdict=verdict)
    news = Template(f"late_{verdict}", "id", NEWS.body, examples=NEWS.examples)
    with database.writing() as session:
        troubles.add(session, TroubleKind.TEMPLATE, news.name, "no-template", now())
    push(TwilioCarrier(twilio_settings), database, [news])
    with database.reading() as session:
        assert len(session.exec(select(Trouble)).all()) == left


@pytest.mark.parametrize(("verdict", "approval"), [("pending", "pending"), ("rejected", "rejected")])
def test_only_an_approved_template_may_be_sent(
    database: Database, twilio_settings: Settings, twilio: LocalTwilio, verdict: str, approval: str
) -> None:
    twilio.control("approvals", verdict=verdict)
    news = Template(f"news_{verdict}", "id", NEWS.body, examples=NEWS.examples)
    pushed = push(TwilioCarrier(twilio_settings), database, [news])
    assert pushed[-1].approval == approval
    with database.reading() as session:
        assert (news.name, "id") not in load_forms(session)


def test_a_review_tells_what_is_missing_and_why_something_was_rejected(
    database: Database, twilio_settings: Settings, twilio: LocalTwilio
) -> None:
    carrier = TwilioCarrier(twilio_settings)
    names = ("fine", "refused", "unsent")
    fine, refused, unsent = (Template(f"seen_{n}", "id", NEWS.body, examples=NEWS.examples) for n in names)
    push(carrier, database, [fine])
    twilio.control("approvals", verdict="rejected")
    push(carrier, database, [refused])
    told = {each.name: each for each in review(carrier, database, [fine, refused, unsent])}
    assert [told[f"seen_{name}"].approval for name in names] == ["approved", "rejected", "missing"]
    assert (told["seen_fine"].reason, told["seen_refused"].reason) == ("", "Rejected by WhatsApp.")


def test_new_words_make_a_new_template() -> None:
    changed = Template(NEWS.name, NEWS.language, NEWS.body + " Terima kasih.", examples=NEWS.examples)
    assert (changed.name, changed.stored_name) != (NEWS.name, NEWS.stored_name)
