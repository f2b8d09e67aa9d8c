"""The requirements of a case as its page lists them: what is ticked, what is open, what the papers prove already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backoffice.casefile import Shown
from backoffice.comparing import Register
from backoffice.readings import ReadPaper
from registry.catalogue import Catalogue
from registry.desk import checklist
from registry.desk.ticks import REGISTER
from registry.models import Paper, PaperState, Tick, Upload
from registry.models.cases import NOT_HERE

ABOUT_FORMS = "Permendagri 109/2019"
ABOUT_DATA = "PP 40/2019 Pasal 33"  # what stands in the register holds


@dataclass(frozen=True)
class Point:
    """`proven`: read as what it should be, or seen in the original; without a paper, as the register says."""

    name: str
    paper: Paper | None = None
    tick: Tick | None = None
    proven: bool = False
    differs: Sequence[str] = ()  # answers that the register has otherwise; the NIK where it knows no such person

    @property
    def here(self) -> bool:
        return self.paper is None or self.paper.state not in NOT_HERE


@dataclass(frozen=True)
class Requirement:
    """`legal` beside what the service itself rests on."""

    key: str
    points: Sequence[Point]
    legal: Sequence[str] = ()


@dataclass(frozen=True)
class Checklist:
    legal: Sequence[str]
    requirements: Sequence[Requirement]

    @property
    def points(self) -> list[Point]:
        return [point for each in self.requirements for point in each.points]

    @property
    def open(self) -> list[Point]:
        """What is here and not ticked."""
        return [point for point in self.points if point.here and not point.tick]

    @property
    def proven(self) -> list[Point]:
        return [point for point in self.open if point.proven]

    @property
    def to_judge(self) -> list[Point]:
        return [point for point in self.open if not point.proven]

    @property
    def ticked(self) -> int:
        return sum(point.tick is not None for point in self.points)


def of_case(shown: Shown, catalogue: Catalogue, readings: Mapping[int, ReadPaper], register: Register) -> Checklist:
    """In the order of the papers; the answers come last."""
    found: dict[str, list[Paper]] = {}
    for paper in shown.file.papers:
        found.setdefault(catalogue.proves.get(paper.key, paper.key), []).append(paper)
    requirements = [
        Requirement(key, [_paper(shown, paper, readings) for paper in papers], _forms(shown, papers))
        for key, papers in found.items()
    ]
    if REGISTER in checklist.points(shown.service, shown.case, ()):
        ticked = shown.ticks.get(REGISTER)
        point = Point(REGISTER, None, ticked, proven=register.agrees, differs=register.differing)
        requirements.append(Requirement(REGISTER, [point], [ABOUT_DATA]))
    return Checklist(shown.service.legal if shown.service else (), requirements)


def _paper(shown: Shown, paper: Paper, readings: Mapping[int, ReadPaper]) -> Point:
    name = f"paper:{paper.key}"
    return Point(name, paper, shown.ticks.get(name), _is_proven(paper, shown.file.uploads.get(paper.id, []), readings))


def _is_proven(paper: Paper, uploads: Sequence[Upload], readings: Mapping[int, ReadPaper]) -> bool:
    """By the last file that came."""
    if paper.state is not PaperState.SENT:
        return paper.state in (PaperState.SEEN, PaperState.ACCEPTED)
    seen = readings.get(uploads[-1].id) if uploads and not paper.flagged else None
    if seen is None or uploads[-1].verdict != "fine":
        return False
    doubtful = seen.fit.differs or seen.fit.other_loss or seen.are_others
    return bool(seen.fit.kind) and not doubtful


def _forms(shown: Shown, papers: Sequence[Paper]) -> list[str]:
    kinds = shown.service.paper_by_key if shown.service else {}
    forms = [kind.form for paper in papers if (kind := kinds.get(paper.key)) and kind.form]
    return [f"{ABOUT_FORMS} ({', '.join(forms)})"] if forms else []
