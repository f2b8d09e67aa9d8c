"""What happens to a case in the demo: each step is a use case, done by the right officer on the next working day."""

from __future__ import annotations

from datetime import datetime

from registry import cases
from registry.cards import printing
from registry.demo.staff import PASSWORD
from registry.demo.story import Story
from registry.desk import answers, asking, checklist, ticks
from registry.desk.asking import Wanted
from registry.issuing import by_hand, documents
from registry.issuing.drafts import Press
from registry.issuing.sign import SigningKey, sign
from registry.lifecycle import Role
from registry.post import delivery, handing_over

REASON = "Cap polisi tidak terlihat."


class SilentWords:
    """For the wording of letters of receipt, of which the demo makes none."""

    def service(self, code: str) -> str:
        return code

    def paper(self, key: str) -> str:
        return key

    def long(self, at: datetime) -> str:
        return at.isoformat()


def claim(story: Story) -> None:
    cases.claim(story.session, story.staff[Role.COUNTER], story.case_id, story.next_day())


def tick(story: Story) -> None:
    """One paper: of the rest the page still asks."""
    points = [f"paper:{next(iter(story.wish.papers))}"]
    checklist.tick(story.session, story.staff[Role.COUNTER], story.case_id, points, story.next_day())


def ask_again(story: Story) -> None:
    paper = next(iter(story.wish.papers))
    cases.ask_again(story.session, story.staff[Role.COUNTER], story.case_id, paper, REASON, story.next_day())


def ask_several(story: Story) -> None:
    """A paper and the name, each with its own reason."""
    wanted = Wanted({next(iter(story.wish.papers)): REASON}, {"name": "Nama di KTP berbeda."})
    asking.ask_again(story.session, story.staff[Role.COUNTER], story.case_id, wanted, story.next_day())


def put_right(story: Story) -> None:
    """The citizen agreed on the telephone."""
    service, given = cases.services()[story.wish.service], {"still_have": "unsure"}
    officer, at = story.staff[Role.COUNTER], story.next_day()
    answers.correct(story.session, officer, story.case_id, service, given, "call", at, official=False)


def correct(story: Story) -> None:
    paper, at = next(iter(story.wish.papers)), story.next_day()
    cases.send_correction(story.session, story.citizen, story.case_id, paper, story.uploads(paper), at)


def see_papers(story: Story) -> None:
    at = story.next_day()
    for paper in story.wish.papers:
        cases.mark_seen(story.session, story.staff[Role.COUNTER], story.case_id, paper, at)


def sign_by_hand(story: Story) -> None:
    by_hand.begin(story.session, story.staff[Role.COUNTER], story.document_id, story.next_day())


def hold(story: Story) -> None:
    reason = "Data Anda sedang dicek di pusat."
    cases.hold(story.session, story.staff[Role.COUNTER], story.case_id, reason, story.next_day())


def resume(story: Story) -> None:
    cases.resume(story.session, story.staff[Role.COUNTER], story.case_id, story.next_day())


def approve(story: Story) -> None:
    seen = [ticks.REGISTER, *(f"paper:{key}" for key in story.wish.papers)]
    checklist.approve(story.session, story.staff[Role.COUNTER], story.case_id, seen, story.next_day())
    story.session.flush()


def refuse(story: Story) -> None:
    reason = "KK Anda masih berlaku; cukup dicetak ulang dari PDF."
    cases.refuse(story.session, story.staff[Role.COUNTER], story.case_id, reason, story.next_day())


def withdraw(story: Story) -> None:
    cases.withdraw(story.session, story.citizen, story.case_id, "Dibatalkan pemohon.", story.next_day())


def sent_by_siak(story: Story) -> None:
    documents.sent_by_siak(story.session, story.staff[Role.COUNTER], story.document_id, story.next_day())


def render(story: Story) -> None:
    officer, at = story.staff[Role.COUNTER], story.next_day()
    press = Press(story.regions, SilentWords(), story.public_url, official=False)
    draft = documents.prepare(story.session, officer, story.document_id, press, at)
    pdf = draft.render(at)
    documents.store_rendered(story.session, officer, draft, story.file(pdf), at)


def send_back(story: Story) -> None:
    reason = "Nama ayah belum sama dengan buku nikah."
    documents.send_back(story.session, story.staff[Role.SIGNATORY], story.document_id, reason, story.next_day())


def sign_it(story: Story) -> None:
    signatory, at = story.staff[Role.SIGNATORY], story.next_day()
    to_sign = documents.prepare_signing(story.session, signatory, story.document_id)
    key = SigningKey.open(story.store.get(str(to_sign.key_file)), PASSWORD)
    unsigned = story.store.get(to_sign.replaces)
    pdf = sign(unsigned, key, at=at, reason=to_sign.reason, location=to_sign.location)
    documents.store_signed(story.session, signatory, to_sign, story.file(pdf), at)


def revoke(story: Story) -> None:
    documents.revoke(
        story.session, story.staff[Role.SUPERVISOR], story.document_id, "Nama ibu salah tulis.", story.next_day()
    )


def supersede(story: Story) -> None:
    documents.supersede(story.session, story.staff[Role.COUNTER], story.document_id, story.next_day())


def get_ready(story: Story) -> None:
    printing.ready_to_print(story.session, story.staff[Role.PRINTING], [story.document_id], story.next_day())


def print_it(story: Story) -> None:
    printing.mark_printed(story.session, story.staff[Role.PRINTING], [story.document_id], story.next_day())


def choose_post(story: Story) -> None:
    delivery.choose_post(story.session, story.citizen, story.document_id, story.post_address, story.next_day())


def post(story: Story) -> None:
    tracking = f"P{story.document_id:012d}"
    handing_over.post_card(story.session, story.staff[Role.POST], story.document_id, tracking, story.next_day())


def deliver(story: Story) -> None:
    delivery.mark_delivered(story.session, story.staff[Role.POST], [story.document_id], story.next_day())


def come_back(story: Story) -> None:
    reason = delivery.ReturnReason.NOBODY_HOME
    delivery.mark_returned(story.session, story.staff[Role.POST], {story.document_id: reason}, story.next_day())


def choose_pickup(story: Story) -> None:
    delivery.choose_pickup(story.session, story.citizen, story.document_id, story.next_day())


def collect(story: Story) -> None:
    delivery.mark_collected(story.session, story.staff[Role.COUNTER], story.document_id, story.next_day())
