"""Every service's questions can be answered at the counter, by the rules of the chat."""

from __future__ import annotations

import pytest

from bot.interviews import Interviews
from registry.counter.interview import Asked, Interview
from registry.places.regions import load_regions
from tests.bot.player import services, words
from tests.registry.conftest import desk  # noqa: F401  the fixture
from tests.registry.desk import Desk

TYPED = {
    "nik": "6471044506900000", "kk_number": "6471041203150000", "name": "rina contoh", "village": "karang rejo",
    "birth_date": "12-11-2020", "date": "12-11-2020", "place": "balikpapan", "street": "jl contoh 5 rt 2 rw 3",
    "number": "2", "text": "contoh", "applicant_nik": "6471045507850000",
}  # fmt: skip
FILED = sorted(code for code, service in services().items() if not service.tells)


@pytest.fixture
def interviews(desk: Desk) -> Interviews:  # noqa: F811
    return Interviews(desk.database, services(), load_regions(), words())


def answer(asked: Asked, stops: dict[str, str]) -> str:
    """The first option that does not end it, or what does for its kind."""
    return next((id for id, _ in asked.options if id not in stops), TYPED.get(asked.key) or TYPED.get(asked.kind, ""))


def filled(interviews: Interviews, code: str, office_id: int) -> Interview:
    """As an officer does: on, as long as anything is asked."""
    given: dict[str, str] = {}
    interview = interviews(code, office_id, given, "id")
    for _ in range(30):
        for asked in interview.asked:
            given.setdefault(asked.key, answer(asked, dict(services()[code].question_by_key[asked.key].stops)))
            if asked.offers and not asked.answered:
                given[f"pick.{asked.key}"] = asked.offers[0][0]
        interview = interviews(code, office_id, given, "id")
        if interview.complete or interview.stop:
            return interview
    raise AssertionError([asked for asked in interview.asked if not asked.answered])


@pytest.mark.parametrize("code", FILED)
def test_every_service_can_be_filed(interviews: Interviews, desk: Desk, code: str) -> None:  # noqa: F811
    interview = filled(interviews, code, desk.office_id)
    assert interview.complete and set(interview.answers) == {asked.key for asked in interview.asked}


def test_a_number_read_out_of_letters_is_asked_about(interviews: Interviews, desk: Desk) -> None:  # noqa: F811
    given = {"reason": "damaged", "nik": "64710445O6900000"}
    asked = next(each for each in interviews("KK-HR", desk.office_id, given, "id").asked if each.key == "nik")
    assert not asked.answered and asked.offers == (("accept", "Sudah sama"),)
    picked = interviews("KK-HR", desk.office_id, {**given, "pick.nik": "accept"}, "id")
    assert picked.answers["nik"] == "6471044506900000"


def test_what_was_not_offered_cannot_be_picked(interviews: Interviews, desk: Desk) -> None:  # noqa: F811
    given = {"reason": "damaged", "village": "karang", "pick.village": "36.72.01.1001"}
    assert "village" not in interviews("KK-HR", desk.office_id, given, "id").answers


@pytest.mark.parametrize("name", [
    "Ibu Contoh Sari", "Nama Baru Contoh", "Ya Contoh", "Contoh Maulana Yang Baru", "Bapak", "Polisi Contoh", "Tanya",
    "H. Ahmad Contoh, S.H.", "Karang Rejo", "Saya Contoh Mas", "Ku'ala d'Contoh-Sari",
])  # fmt: skip
def test_a_name_is_what_the_officer_wrote(interviews: Interviews, desk: Desk, name: str) -> None:  # noqa: F811
    again = interviews.again("KK-HR", desk.office_id, {"name": "Rina Contoh"}, "name", {"name": f" {name} "}, "id")
    assert again.complete and again.answers == {"name": name}
    given = {"reason": "damaged", "name": name.upper()}
    assert interviews("KK-HR", desk.office_id, given, "id").answers["name"].casefold() == name.casefold()


@pytest.mark.parametrize("name", ["12", "Rina 2", "?", "R", "a" * 61, "<b>Rina</b>"])
def test_what_is_no_name_is_said(interviews: Interviews, desk: Desk, name: str) -> None:  # noqa: F811
    again = interviews.again("KK-HR", desk.office_id, {"name": "Rina Contoh"}, "name", {"name": name}, "id")
    assert not again.complete and again.asked[0].problem


@pytest.mark.parametrize(("typed", "kept"), [
    ("balikpapan", "Balikpapan"), ("Rumah Tiga", "Rumah Tiga"), ("Yang Sakti", "Yang Sakti"),
    ("KUALA KENCANA", "Kuala Kencana"),
])  # fmt: skip
def test_a_place_is_what_the_officer_wrote(interviews: Interviews, desk: Desk, typed: str, kept: str) -> None:  # noqa: F811
    again = interviews.again("AKL", desk.office_id, {}, "birth_place", {"birth_place": typed}, "id")
    assert again.answers == {"birth_place": kept}


def test_the_questions_are_put_in_the_officers_language(interviews: Interviews, desk: Desk) -> None:  # noqa: F811
    assert interviews("KK-HR", desk.office_id, {}, "en").asked[0].words == "Is the family card lost or damaged?"


def test_a_question_waits_beside_the_choice_that_brings_it_up(
    interviews: Interviews,
    desk: Desk,  # noqa: F811
) -> None:
    def stand(**given: str) -> dict[str, bool]:
        return {each.key: each.waits for each in interviews("KK-HR", desk.office_id, given, "id").form}

    assert stand()["still_have"] and not stand(reason="lost")["still_have"] and stand(reason="damaged")["still_have"]
    form = interviews("KK-HR", desk.office_id, {}, "id").form
    waiting = next(each for each in form if each.key == "still_have")
    assert waiting.follows == {"reason": ["lost"]} and waiting.words.endswith("Masih ada?")
    assert [id for id, _ in waiting.options] == ["have", "none", "unsure"]


@pytest.mark.parametrize("code", FILED)
def test_what_was_answered_to_a_question_that_waits_is_no_answer(
    interviews: Interviews,
    desk: Desk,  # noqa: F811
    code: str,
) -> None:
    for asked in interviews(code, desk.office_id, {}, "id").form:
        if asked.waits and asked.options:
            given = {asked.key: asked.options[0][0]}
            assert asked.key not in interviews(code, desk.office_id, given, "id").answers
