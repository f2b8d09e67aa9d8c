"""Which paper of a request a file is for, by what stands on it: asked for now, before, or later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.flow import AskAgain, JudgedUpload, Option, PreFilled, Say, Several, Sorted, Talk
from bot.flows.judging import POOR, Expected, as_answer, judge, read_said
from bot.wording import Listed, Words

PREFIX = "paper:"
FOR_THIS = (Option("accept", "option-for-this"), Option("retype", "option-not-for-this"))


@dataclass(frozen=True)
class Wanted:
    """A paper a flow may need, and when; what is expected of it; the form that becomes it, where there is one."""

    key: str
    needed: Callable[[Talk], bool]
    expected: Callable[[Talk], Expected]
    filled: Callable[[Talk], PreFilled] | None = None
    nik: Callable[[Talk], str | None] = lambda talk: None  # whose request it is
    tells: Callable[[Talk], bool] = lambda talk: False  # its photo answers a question that is still open

    @property
    def answer(self) -> str:
        return PREFIX + self.key

    def shows(self, file: JudgedUpload, talk: Talk) -> bool:
        return self.needed(talk) and self.expected(talk).fit(file).kind is True

    def shows_early(self, file: JudgedUpload, talk: Talk) -> bool:
        """Before it is known whether this paper is needed, which the file itself tells."""
        return self.tells(talk) and self.expected(talk).fit(file).kind is True


def sort_files(talk: Talk, files: Sequence[JudgedUpload], wanted: Sequence[Wanted], asked: str | None) -> Sorted:
    """`asked` is the open question. A file that shows none of the papers belongs to it."""
    of_now = next((paper for paper in wanted if paper.answer == asked), None)
    mine, again, later = list[JudgedUpload](), dict[str, list[JudgedUpload]](), list[tuple[JudgedUpload, str | None]]()
    for file in files:
        paper = _paper_of(talk, file, wanted, of_now)
        if paper is of_now and of_now:
            mine.append(file)
        elif paper and paper.answer in talk.answers:
            again.setdefault(paper.answer, []).append(file)
        else:
            later.append((file, paper.key if paper else None))
    return Sorted(tuple(mine), _replaced(talk, again, wanted), tuple(later))


def recall(talk: Talk, kept: Sequence[JudgedUpload], paper: Wanted, wanted: Sequence[Wanted]) -> Several | None:
    """A file that came before this paper was asked for: taken when it shows the paper, else asked about, one by one.
    Raises AskAgain."""
    clear = [file for file in kept if file.verdict not in POOR]
    showing = [file for file in clear if paper.shows(file, talk)]
    if showing and not _lacks_a_number(showing, paper.expected(talk)):
        taken = judge(showing, paper.expected(talk))
        return Several({paper.answer: taken.value}, taken.ack)
    unknown = [file for file in clear if not any(each.shows(file, talk) for each in wanted)]
    if not unknown:
        return None
    place = 0 if len(unknown) == 1 else 1 + [file.id for file in kept].index(unknown[0].id)
    value, name = as_answer(unknown[:1]), Words(f"paper-{paper.key}")
    raise AskAgain("photo-for-this", options=FOR_THIS, pending=value, paper=name, place=place)


def _lacks_a_number(showing: Sequence[JudgedUpload], expected: Expected) -> bool:
    """In a reflection, or cut off: a better photo is asked for."""
    troubled = (file.reading is not None and file.reading.trouble and not file.reading.numbers for file in showing)
    return bool(expected.paper.bears) and all(troubled)


def _paper_of(talk: Talk, file: JudgedUpload, wanted: Sequence[Wanted], of_now: Wanted | None) -> Wanted | None:
    shown = sorted((paper for paper in wanted if paper.shows(file, talk)), key=lambda paper: _rank(file, paper))
    awaited = [paper for paper in shown if paper is of_now or paper.answer not in talk.answers]
    if awaited:
        return awaited[0]
    if shown and not (of_now and not of_now.expected(talk).paper.reads):  # any paper may be meant by one without words
        return shown[0]
    early = (paper for paper in wanted if paper.shows_early(file, talk))
    return next((paper for paper in wanted if _is_sent(talk, file, paper)), of_now or next(early, None))


def _rank(file: JudgedUpload, paper: Wanted) -> int:
    """The surest kind first."""
    return file.reading.kinds.index(paper.key) if file.reading else 0


def _is_sent(talk: Talk, file: JudgedUpload, paper: Wanted) -> bool:
    """The very same file, once more."""
    given = talk.answers.get(paper.answer)
    return isinstance(given, dict) and bool(file.sum) and file.sum in given.get("sums", ())


def _replaced(talk: Talk, again: dict[str, list[JudgedUpload]], wanted: Sequence[Wanted]) -> Several:
    papers = {paper.answer: paper for paper in wanted}
    values = {answer: as_answer(files) for answer, files in again.items()}
    if not again:
        return Several({})
    answer, files = next(iter(again.items()))
    expected = papers[answer].expected(talk)
    if len(again) == 1 and expected.fit(files[0]).kind:
        return Several(values, read_said(files[0], expected))
    names = [Words(f"paper-{papers[each].key}") for each in again]
    return Several(values, Say("papers-again", {"papers": Listed(tuple(names))}))
