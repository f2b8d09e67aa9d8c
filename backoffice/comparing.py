"""What a citizen answered beside what the register says. A difference is for the officer to judge, never a refusal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from backoffice.casefile import Shown
from registry.catalogue import Question
from registry.models import CheckState, RegisterCheck
from registry.population import checks
from registry.population.claims import name_beside
from registry.residents import Person, family, find_by_nik
from registry.vault import normalised_words


@dataclass(frozen=True)
class Compared:
    """`value` is the register's, in the form an answer is kept in; the centre's data service only tells whether it
    agrees."""

    value: str | None
    differs: bool


@dataclass(frozen=True)
class Register:
    """The person behind the NIK, their family card, and the answers that the register also knows. An office that asks
    the centre's data service has a `check` in place of the person."""

    person: Person | None = None
    family: list[Person] = field(default_factory=list)
    answers: Mapping[str, Compared] = field(default_factory=dict)
    check: RegisterCheck | None = None
    untold: Sequence[Question] = ()  # for the NIKs of others, of whom the centre has told nothing

    @property
    def agrees(self) -> bool:
        known = self.check.state is CheckState.MATCHED and not self.untold if self.check else self.person is not None
        return known and not self.differing

    @property
    def differing(self) -> list[str]:
        """Answers that the register has otherwise; the NIK where it knows no such person."""
        unknown = self.check.state is CheckState.NOT_FOUND if self.check else self.person is None
        return ["nik"] if unknown else [key for key, each in self.answers.items() if each.differs]


def compare(session: Session, shown: Shown) -> Register:
    if check := _check(session, shown):
        return Register(check=check, answers=_told(shown, check), untold=_untold(shown, check))
    person = find_by_nik(session, shown.nik) if shown.nik else None
    if person is None:
        return Register()
    about_self = shown.service is not None and shown.service.question_by_key[shown.service.subject].kind == "nik"
    compared = {
        question.key: found
        for question, value in shown.asked()
        if (found := _compared(question, value, _known(person, about_self)))
    }
    return Register(person, family(session, person.kk_number), compared)


def _check(session: Session, shown: Shown) -> RegisterCheck | None:
    """Of a case that was filed before its office asked the data service, that nobody has asked."""
    kept = session.get(RegisterCheck, shown.case.id)
    if kept is None and shown.office.lookups_a_day and shown.nik:
        return RegisterCheck(
            case_id=shown.case.id, office_id=shown.office.id, state=CheckState.NOT_CHECKED, due_at=None,
            at=shown.case.opened_at,
        )  # fmt: skip
    return kept


def _told(shown: Shown, check: RegisterCheck) -> dict[str, Compared]:
    """Of each kind the first answer is the one that was asked about."""
    asked = shown.service.of_subject if shown.service else ()
    first = {question.kind: question.key for question in reversed(asked) if shown.case.answers.get(question.key)}
    found = {first[kind]: Compared(None, not same) for kind, same in check.same.items() if kind in first}
    for key, state in check.others.items():
        is_unknown = state == CheckState.NOT_FOUND
        found[key if is_unknown else name_beside(key)] = Compared(None, state != CheckState.MATCHED)
    return found


def _untold(shown: Shown, check: RegisterCheck) -> list[Question]:
    if shown.service is None:
        return []
    known = shown.service.question_by_key
    return [known[key] for key in checks.unasked(check, shown.service, shown.case.answers)]


def _known(person: Person, about_self: bool) -> dict[str, str]:
    """By kind of question. Where somebody else is the subject, only the family card's number is the asker's too."""
    shared = {"nik": person.nik, "kk_number": person.kk_number}
    own = {"name": person.name, "birth_date": person.born_on.isoformat(), "village": person.village}
    return shared | own if about_self else shared


def _compared(question: Question, value: Any, known: Mapping[str, str]) -> Compared | None:
    if question.kind not in known:
        return None
    registered = known[question.kind]
    if value in (None, ""):
        return Compared(registered, differs=False)
    if question.kind == "name":
        return Compared(registered, normalised_words(str(value)) != normalised_words(registered))
    return Compared(registered, str(value) != registered)
