"""What a service consists of: questions, papers, documents. Data only, read from TOML by the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

WORKING_DAY = 6  # hours

# A condition on earlier answers: a value, a list (any of), or limits on a date (see registry/services/conditions.py).
Condition = dict[str, Any]
# One that stands on a paper, or several of which any one does.
ExpectedWord = str | tuple[str, ...]
Key = Field(pattern=r"^[a-z][a-z0-9_]*$")
PapersBy = Literal["chat", "page", "both"]
QuestionKind = Literal[
    "choice", "nik", "kk_number", "name", "village", "birth_date", "date", "place", "street", "number", "text"
]  # fmt: skip


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DocumentKind(_Part):
    """`template` names it, and is how it is rendered where registry/issuing has content for it; others come from SIAK.

    A card without PRR is printed as soon as it is approved; with it, once the centre has cleared it.
    """

    kind: Literal["pdf", "card"]
    template: str | None = None
    register_: Literal["siak", "office"] = Field(default="siak", alias="register")
    when: Condition = {}
    prr: bool = True
    number: str | None = None  # the question whose answer is its own number, where that stays as it is
    old_card: Condition | None = None  # when it replaces one that is handed in
    for_each: Literal["adult", "minor"] | None = None  # one for every such member of the family who moves

    @property
    def name(self) -> str:
        return self.template or self.kind


class Question(_Part):
    """`stops` maps an option to a text: that answer ends the chat about this service, and no case is opened.
    `warns` are those of them that an officer should know of. `consoles` are answers that tell of a death, in other
    words."""

    key: str = Key
    kind: QuestionKind
    options: tuple[str, ...] = ()
    optional: bool = False  # "LUPA" is an answer
    when: Condition = {}
    presumed: str | None = None  # the answer of who says nothing else: its other options stand beside the next question
    quiet: bool = False  # they stand nowhere, and are told by who knows of them
    inferred: bool = False  # nor are there words for them: what else is asked for tells
    stops: Mapping[str, str] = {}
    warns: tuple[str, ...] = ()
    consoles: tuple[str, ...] = ()
    shown: Mapping[str, str] = {}  # paper -> option: who sent it has answered
    summary: bool = True  # read back before sending
    officer: bool = False  # beside its options stands the way to an officer
    text: str | None = None  # a text key other than ask-<key>
    of: Literal["subject", "applicant", "giver"] = "subject"  # whose data it is: theirs whom the request is for, theirs
    # who file it, or theirs who give the authority for that where the subject cannot


class PaperKind(_Part):
    """`reads` are words expected on the paper, or `unread` says why none can be; `bears` kinds of numbers on it, of
    which one should be a given one; `form` is the one that becomes this paper once it is signed; `lost` is what a
    report of a loss should speak of."""

    key: str = Key
    when: Condition = {}
    reads: tuple[ExpectedWord, ...] = ()
    unread: str | None = None
    bears: tuple[Literal["nik", "kk_number"], ...] = ()
    dated: bool = False  # the day it was written matters, and is told
    form: str | None = None
    lost: Literal["ktp", "kk", "kia", "certificate"] | None = None


class Requirement(_Part):
    """What a request has to prove, and the papers that prove it: those of them that it calls for."""

    key: str = Key
    papers: tuple[str, ...] = Field(min_length=1)


class Wish(_Part):
    """Words that, standing together in a message, ask for the service; and what they already answer."""

    words: tuple[str, ...] = Field(min_length=1)
    answers: Mapping[str, str] = {}


class Who(_Part):
    """May apply, in words of either language."""

    id: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Service(_Part):
    code: str = Field(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$")
    group: Literal["kk", "ktp", "kia", "birth", "death", "marriage", "move", "ikd", "suket", "correct", "nik"]
    legal: tuple[str, ...] = Field(min_length=1)
    who: Who
    form: tuple[str, ...] = ()  # of Permendagri 109/2019, as registry/forms fills them
    sla_hours: int = Field(gt=0)  # working hours of the office
    report_within_days: int | None = Field(default=None, gt=0)  # by law; a later report is taken all the same
    document: tuple[DocumentKind, ...] = ()
    question: tuple[Question, ...] = ()
    paper: tuple[PaperKind, ...] = ()
    wish: tuple[Wish, ...] = Field(min_length=1)
    aliases: tuple[str, ...] = ()  # other first words of a compact message
    compact: tuple[str, ...] = ()  # the order of fields in a message like AKL#...#...
    subject: str = "nik"  # the question that says whose document it is
    release_fact: str | None = None  # the date question asked before a document leaves; none: the subject's NIK
    opens: str | None = None  # a text said before anything is asked
    mourns: dict[str, Any] = {}  # answers that speak of a death, where not every such request does
    remark: str | None = None  # a text said with what is needed
    tells: str | None = None  # a text that ends the chat instead of a case: the citizen has to come
    offers: Literal["ikd"] | None = None  # after that text: places at counters, vans and agencies for it
    papers_by: PapersBy | None = None  # where photos are sent; none: as the office says
    listed: bool = False  # who asks is looked up in the office's list of who holds a suket

    @property
    def working_days(self) -> int:
        return max(1, self.sla_hours // WORKING_DAY)

    def person_named(self, answers: Mapping[str, Any]) -> str:
        """Whom it is about, as the citizen wrote it: the subject's name, else the first one; empty without any."""
        names = [question.key for question in self.of_subject if question.kind == "name"]
        first = [self.subject] if self.subject in names else names
        return next((str(answers[key]) for key in first if answers.get(key)), "")

    @cached_property
    def of_subject(self) -> tuple[Question, ...]:
        """Without what is asked about others: a helper's name and NIK say nothing of whom the request is for."""
        return tuple(question for question in self.question if question.of == "subject")

    @cached_property
    def question_by_key(self) -> Mapping[str, Question]:
        return MappingProxyType({question.key: question for question in self.question})

    @cached_property
    def paper_by_key(self) -> Mapping[str, PaperKind]:
        return MappingProxyType({paper.key: paper for paper in self.paper})


class OfficeRule(_Part):
    """What one office does differently with one service: not by chat, another promise, papers more or another way."""

    off: bool = False
    sla_hours: int | None = Field(default=None, gt=0)
    paper: tuple[PaperKind, ...] = ()
    papers_by: PapersBy | None = None
