"""A document's way from the case to the citizen: rendered or attached, signed, issued, and asked about."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from registry.actors import Actor, NotFound
from registry.catalogue.subjects import initials
from registry.issuing import documents
from registry.issuing.certificates import issue_signatory, make_demo_authority
from registry.issuing.documents import Standing, Verified
from registry.issuing.drafts import ALPHABET, Filed
from registry.issuing.sign import KeyUnusable, SigningKey, WrongPassphrase, sign
from registry.issuing.verify import Verdict, check
from registry.lifecycle import CaseState, DocumentState, Refused, Role
from registry.models import Document
from registry.uploads.store import ObjectMissing
from registry.vault import Vault
from tests.registry.desk import MONDAY, OFFICERS, Desk
from tests.registry.issuing_office import (
    BOTH,
    FOUNDED,
    PASSPHRASE,
    IssuingOffice,
    PlainWords,
    authority,
    furnish_issuing,
    signed_elsewhere,
)


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url"))


@pytest.fixture
def office(desk: Desk, tmp_path: Path, vault: Vault) -> IssuingOffice:
    return furnish_issuing(desk, tmp_path / "objects", vault)


def do(office: IssuingOffice, use_case: Callable[..., Document], actor: Actor, document_id: int) -> Document:
    with office.desk.database.writing() as session:
        return use_case(session, actor, document_id, MONDAY)


def asked(office: IssuingOffice, code: str | None, pdf: bytes | None = None) -> Verified:
    with office.desk.database.reading() as session:
        if pdf is None:
            return documents.verify(session, str(code))
        return documents.verify_pdf(session, str(code), pdf)


def refusal(attempt: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        attempt()
    return refused.value.reason


def test_a_sample_is_rendered_and_waits_for_a_signature(office: IssuingOffice) -> None:
    document = office.read(office.rendered())
    assert (document.state, document.sample, document.via) == (DocumentState.AWAITING_SIGNATURE, True, "issued")
    assert check(office.pdf(document.id), ()).verdict is Verdict.UNSIGNED


def test_a_moment_with_fractions_of_a_second_will_do(office: IssuingOffice) -> None:
    odd = MONDAY.replace(microsecond=123)
    assert office.desk.render_sample(office.counter, office.document(), PlainWords(), odd).object_key


def test_a_code_has_ten_letters_that_nobody_mistakes(office: IssuingOffice) -> None:
    code = str(office.read(office.rendered()).code)
    assert len(code) == 10
    assert not set(code) & set("0O1I")
    assert set(code) <= set(ALPHABET)


@pytest.mark.parametrize(
    ("template", "official", "sample"),
    [("kk", False, True), ("kk", True, True), ("receipt", False, True), ("receipt", True, False)],
)
def test_only_the_offices_own_paper_is_ever_without_the_mark(
    office: IssuingOffice, template: str, official: bool, sample: bool
) -> None:
    document_id = office.receipt(office.front.open()) if template == "receipt" else office.document()
    here = office.officially() if official else office
    assert here.desk.render_sample(office.counter, document_id, PlainWords(), MONDAY).sample is sample


@BOTH
def test_a_signature_issues_the_document_tells_the_citizen_and_closes_the_case(office: IssuingOffice) -> None:
    document = office.read(office.issued())
    assert (document.state, document.signed_by) == (DocumentState.ISSUED, office.signatory.officer_id)
    assert check(office.pdf(document.id), (authority().root_pem,)).verdict is Verdict.GENUINE
    assert office.front.told()[-1] == {
        "name": "document_issued", "case_id": document.case_id, "document_id": document.id,
    }  # fmt: skip
    assert office.front.state(document.case_id) is CaseState.CLOSED


def test_the_unsigned_file_goes_when_the_signed_one_is_recorded(office: IssuingOffice) -> None:
    document_id = office.rendered()
    unsigned = str(office.read(document_id).object_key)
    office.desk.sign(office.signatory, document_id, PASSPHRASE, MONDAY)
    with pytest.raises(ObjectMissing):
        office.desk.store.get(unsigned)


def test_a_wrong_passphrase_changes_nothing(office: IssuingOffice) -> None:
    document_id = office.rendered()
    before = office.read(document_id)
    with pytest.raises(WrongPassphrase):
        office.desk.sign(office.signatory, document_id, "salah", MONDAY)
    assert office.read(document_id) == before


@BOTH
def test_signing_twice_is_refused(office: IssuingOffice) -> None:
    document_id = office.issued()
    assert refusal(lambda: office.desk.sign(office.signatory, document_id, PASSPHRASE, MONDAY)) == "refused-state"


@BOTH
def test_of_signatures_made_at_once_one_counts(office: IssuingOffice) -> None:
    document_id = office.rendered()

    def attempt(_: int) -> bool:
        try:
            office.desk.sign(office.signatory, document_id, PASSPHRASE, MONDAY)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(attempt, range(4))) == 1
    assert check(office.pdf(document_id), (authority().root_pem,)).verdict is Verdict.GENUINE
    assert len(office.files()) == 2  # the key and the signed PDF


def test_a_signature_under_a_file_replaced_meanwhile_is_refused(office: IssuingOffice) -> None:
    document_id = office.rendered()
    with office.desk.database.reading() as session:
        read = documents.prepare_signing(session, office.signatory, document_id)
    office.desk.attach_pdf(office.counter, document_id, office.pdf(office.rendered()) + b"\n", MONDAY)
    with office.desk.database.writing() as session, pytest.raises(Refused, match="refused-changed"):
        documents.store_signed(session, office.signatory, read, Filed("0" * 32, "0" * 64), MONDAY)


def test_a_file_of_another_case_is_not_attached(office: IssuingOffice) -> None:
    document_id, foreign = office.rendered(), office.pdf(office.rendered())
    told = refusal(lambda: office.desk.attach_pdf(office.counter, document_id, foreign, MONDAY))
    assert told == "refused-pdf-elsewhere"


@pytest.mark.parametrize("role", [Role.COUNTER, Role.SUPERVISOR, Role.ADMIN, Role.PROVINCE, Role.PRINTING])
def test_only_the_signatory_signs(office: IssuingOffice, role: Role) -> None:
    document_id, officer = office.rendered(), office.front.officers[role]
    assert refusal(lambda: office.desk.sign(officer, document_id, PASSPHRASE, MONDAY)) == "refused-role"


def test_a_signatory_without_a_key_is_told(office: IssuingOffice) -> None:
    document_id, newcomer = office.rendered(), office.front.hire(Role.SIGNATORY)
    assert refusal(lambda: office.desk.sign(newcomer, document_id, PASSPHRASE, MONDAY)) == "refused-no-signing-key"


def test_an_expired_key_signs_nothing(office: IssuingOffice) -> None:
    document_id = office.rendered()
    with pytest.raises(KeyUnusable):
        office.desk.sign(office.signatory, document_id, PASSPHRASE, MONDAY.replace(year=2030))
    assert office.read(document_id).state is DocumentState.AWAITING_SIGNATURE


@pytest.mark.parametrize("deed", ["render", "attach", "sign", "revoke"])
def test_another_offices_document_is_not_there(office: IssuingOffice, deed: str) -> None:
    document_id = office.rendered()
    stranger = Actor(frozenset(OFFICERS), officer_id=office.counter.officer_id, office_id=office.front.office_id + 1)
    deeds: dict[str, Callable[[], object]] = {
        "render": lambda: office.desk.render_sample(stranger, document_id, PlainWords(), MONDAY),
        "attach": lambda: office.desk.attach_pdf(stranger, document_id, b"%PDF", MONDAY),
        "sign": lambda: office.desk.sign(stranger, document_id, PASSPHRASE, MONDAY),
        "revoke": lambda: do(office, revoke, stranger, document_id),
    }
    with pytest.raises(NotFound):
        deeds[deed]()


def test_a_pdf_signed_elsewhere_is_passed_on(office: IssuingOffice) -> None:
    foreign = signed_elsewhere()
    document = office.desk.attach_pdf(office.counter, office.document(), foreign, MONDAY)
    assert (document.state, document.via, document.sample) == (DocumentState.ISSUED, "attached", False)
    assert (office.pdf(document.id), document.signed_at) == (foreign, MONDAY)
    assert office.front.told()[-1]["name"] == "document_issued"


def test_an_unsigned_pdf_can_be_signed_here(office: IssuingOffice) -> None:
    document_id = office.document()
    attached = office.desk.attach_pdf(office.counter, document_id, office.pdf(office.rendered()) + b"\n", MONDAY)
    assert attached.state is DocumentState.AWAITING_SIGNATURE
    signed = office.desk.sign(office.signatory, document_id, PASSPHRASE, MONDAY)
    assert (signed.state, signed.via) == (DocumentState.ISSUED, "brought")


def test_an_attached_pdf_takes_the_place_of_the_rendered_one(office: IssuingOffice) -> None:
    document_id = office.rendered()
    document = office.desk.attach_pdf(office.counter, document_id, signed_elsewhere(), MONDAY)
    assert document.code is None
    assert len(office.files()) == 2


@pytest.mark.parametrize("fault", ["altered", "untrusted", "damaged"])
def test_a_pdf_that_must_not_be_passed_on_is_refused(office: IssuingOffice, fault: str) -> None:
    plain = office.pdf(office.rendered())
    stranger = issue_signatory(make_demo_authority(at=FOUNDED), name="-", nip="-", passphrase="-", at=FOUNDED)
    pdf = {
        "altered": signed_elsewhere() + b"\n% a stamp",
        "untrusted": sign(plain, SigningKey.open(stranger, "-"), at=MONDAY, reason="-", location="-"),
        "damaged": b"no PDF at all",
    }[fault]
    document_id, files = office.document(), office.files()
    assert refusal(lambda: office.desk.attach_pdf(office.counter, document_id, pdf, MONDAY)) == f"refused-pdf-{fault}"
    assert (office.read(document_id).state, office.files()) == (DocumentState.IN_SIAK, files)


@BOTH
def test_what_siak_sent_itself_is_issued_without_a_file(office: IssuingOffice) -> None:
    document = do(office, documents.sent_by_siak, office.counter, office.document())
    assert (document.state, document.via, document.object_key) == (DocumentState.ISSUED, "siak", None)
    assert office.front.told()[-1]["name"] == "sent_by_siak"
    assert office.front.state(document.case_id) is CaseState.CLOSED


def test_a_receipt_is_opened_once_at_a_time(office: IssuingOffice) -> None:
    case_id = office.front.open()
    assert office.receipt(case_id) == office.receipt(case_id)


def test_a_case_that_ended_gets_no_receipt(office: IssuingOffice) -> None:
    closed = office.read(office.issued()).case_id
    assert refusal(lambda: office.receipt(closed)) == "refused-state"


@BOTH
def test_the_public_page_tells_masked_facts_of_a_genuine_document(office: IssuingOffice) -> None:
    document = office.read(office.issued())
    assert asked(office, f" {str(document.code).lower()} ") == Verified(
        Standing.GENUINE, "kartu_keluarga", "Balikpapan", MONDAY, "R... C...", sample=True
    )


def revoke(session: Session, actor: Actor, document_id: int, at: datetime) -> Document:
    return documents.revoke(session, actor, document_id, "Nama salah.", at)


@pytest.mark.parametrize(
    ("use_case", "role", "standing"),
    [
        (revoke, Role.SUPERVISOR, Standing.REVOKED),
        (documents.supersede, Role.COUNTER, Standing.SUPERSEDED),
    ],
)
def test_it_tells_when_a_document_no_longer_counts(
    office: IssuingOffice, use_case: Callable[..., Document], role: Role, standing: Standing
) -> None:
    document = do(office, use_case, office.front.officers[role], office.issued())
    assert asked(office, document.code).standing is standing
    assert asked(office, document.code, office.pdf(document.id)).standing is standing


def test_an_unsigned_document_is_unknown(office: IssuingOffice) -> None:
    assert asked(office, office.read(office.rendered()).code) == Verified(Standing.UNKNOWN)
    assert asked(office, "2222222222") == Verified(Standing.UNKNOWN)
    assert asked(office, "2222222222", b"") == Verified(Standing.UNKNOWN)


def test_a_dropped_file_is_compared_byte_by_byte(office: IssuingOffice) -> None:
    document = office.read(office.issued())
    pdf = office.pdf(document.id)
    assert asked(office, document.code, pdf).standing is Standing.GENUINE
    assert asked(office, document.code, pdf + b"\n").standing is Standing.ALTERED


@pytest.mark.parametrize(("name", "shown"), [("rina contoh", "R... C..."), ("  Ni'ma  ", "N... M..."), ("", "")])
def test_names_show_as_initials(name: str, shown: str) -> None:
    assert initials(name) == shown


def test_a_newer_issue_takes_the_place_of_the_older_one(office: IssuingOffice) -> None:
    first, other = office.read(office.issued()), office.read(office.issued("AKL"))
    second = office.read(office.issued())
    assert asked(office, first.code).standing is Standing.SUPERSEDED
    assert asked(office, second.code).standing is Standing.GENUINE
    assert asked(office, other.code).standing is Standing.GENUINE
