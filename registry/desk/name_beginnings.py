"""Finds cases by how the words of a name begin: "sri w" is Sri Wahyuni.

The index knows whole words alone, and nothing is added to it: names are opened and looked at, so many that it takes
the same time at any number of cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from registry.catalogue import services
from registry.models import Case, CaseWord
from registry.vault import normalised_words, vault

MOST_OPENED = {"open": 1_000, "ended": 500, "named": 500}  # the newest of each; a thousand take about 30 ms
SHORTEST = 3  # letters that one of the words must have
Opened = Select[int, str, dict[str, Any]]


def begun_with(session: Session, office_id: int, words: Sequence[str], most: int) -> list[int]:
    """The cases' ids, at most so many, the newest first: open ones, else those ended and not yet erased, else any that
    has one of the words whole."""
    if not all(word.isalpha() for word in words) or max(map(len, words), default=0) < SHORTEST:
        return []
    for opened in _opened(office_id, words):
        rows = session.connection().execute(opened)  # opened one by one, and no more than are wanted
        matching = (case_id for case_id, service, answers in rows if begin(words, _named(service, answers)))
        if found := list(islice(matching, most)):
            return sorted(found, reverse=True)
    return []


def begin(typed: Iterable[str], names: Iterable[str]) -> bool:
    """Whether each typed word begins a word of its own among the names. The longest choose first."""
    left = list(names)
    for word in sorted(typed, key=len, reverse=True):
        match = next((name for name in left if name.startswith(word)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _named(service: str, answers: dict[str, Any]) -> list[str]:
    known = services().get(service)
    names = (answers.get(question.key) for question in known.question if question.kind == "name") if known else ()
    return normalised_words(" ".join(str(name or "") for name in names))


def _opened(office_id: int, words: Sequence[str]) -> Iterator[Opened]:
    columns = select(col(Case.id), col(Case.service), col(Case.answers)).where(Case.office_id == office_id)
    newest = col(Case.queued_at).desc(), col(Case.id).desc()
    yield columns.where(col(Case.closed_at).is_(None)).order_by(*newest).limit(MOST_OPENED["open"])
    ended = columns.where(col(Case.closed_at).is_not(None), col(Case.erased_at).is_(None))
    yield ended.order_by(col(Case.closed_at).desc()).limit(MOST_OPENED["ended"])
    for word in words:
        whole = select(CaseWord.case_id).where(
            CaseWord.office_id == office_id, CaseWord.word == vault().blind("name", word)
        )
        yield columns.where(col(Case.id).in_(whole.order_by(col(CaseWord.case_id).desc()).limit(MOST_OPENED["named"])))
