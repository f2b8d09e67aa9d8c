"""Which paper of a request a file is for, by what stands on it: asked for now, before, or later."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.flow import JudgedUpload, Several, Sorted, Talk
from bot.flows.called import called
from bot.flows.judging import POOR, Expected, as_answer, judge, read_said
from bot.flows.naming import only_names, papers_named
from bot.says import AskAgain, Option, PreFilled, Say
from bot.wording import Listed, Words

PREFIX = "paper:"
MOST_NUMBERED = 5  # photos that have a button of their own
NONE = Option("retype", "option-none-of-these")
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
    calls = _called(files, wanted, talk)
    papers = [_paper_of(talk, file, wanted, of_now, calls) for file in files]
    untold = [file for file, found in zip(files, papers, strict=True) if found is None and file.verdict not in POOR]
    one_of_them = len(untold) > 1 and any(_names_another(file, wanted, of_now, talk) for file in untold)
    of_the_rest = None if one_of_them else _of_the_rest(talk, papers, len(untold), wanted, of_now)
    for file, found in zip(files, papers, strict=True):
        paper = found or of_the_rest
        if paper is of_now and of_now:
            mine.append(file)
        elif paper and paper.answer in talk.answers:
            again.setdefault(paper.answer, []).append(file)
        else:
            later.append((file, paper.key if paper else None))
    return Sorted(tuple(mine), _replaced(talk, again, wanted), tuple(later))


def recall(
    talk: Talk, waiting: Sequence[JudgedUpload], declined: Collection[int], paper: Wanted, wanted: Sequence[Wanted]
) -> Several | None:
    """A file that came before this paper was asked for: taken when it shows the paper or was called so, else asked
    about. Raises AskAgain."""
    clear = [file for file in waiting if file.verdict not in POOR and file.id not in declined]
    showing = [file for file in clear if paper.shows(file, talk)]
    if showing and not _lacks_a_number(showing, paper.expected(talk)):
        return _taken(showing, paper, talk)
    unknown, calls = [file for file in clear if _shown(file, wanted, talk) is None], _called(waiting, wanted, talk)
    if named := [file for file in unknown if calls.get(file.id) is paper]:
        return _taken_at_their_word(named, paper, talk)
    if unasked := [file for file in unknown if file.id not in calls]:
        raise _which(unasked, talk.numbered, paper)
    return None


def _taken(files: Sequence[JudgedUpload], paper: Wanted, talk: Talk) -> Several:
    taken = judge(files, paper.expected(talk))
    return Several({paper.answer: taken.value}, taken.ack)


def _taken_at_their_word(files: Sequence[JudgedUpload], paper: Wanted, talk: Talk) -> Several:
    """Who said what it is has answered whether it is that."""
    try:
        return _taken(files, paper, talk)
    except AskAgain as again:
        if again.say.key != "paper-unseen":
            raise
        return Several({paper.answer: again.pending}, Say("paper-taken", {"paper": Words(f"paper-{paper.key}-read")}))


def _called(files: Sequence[JudgedUpload], wanted: Sequence[Wanted], talk: Talk) -> Mapping[int, Wanted]:
    """Those that show no paper, by what they are called."""
    if not any(file.caption for file in files):
        return {}
    papers = {paper.key: paper for paper in wanted}  # one that is not needed yet has its place among the names, too
    missing = [paper.key for paper in wanted if paper.needed(talk) and paper.answer not in talk.answers]
    found = called(files, list(papers), missing, lambda file: _shown(file, wanted, talk), talk)
    return {number: papers[key] for number, key in found.items()}


def _shown(file: JudgedUpload, wanted: Sequence[Wanted], talk: Talk) -> str | None:
    return next((paper.key for paper in wanted if paper.shows(file, talk)), None)


def _numbered(number: int, name: str = "") -> Option:
    return Option(name, f"option-photo-{number}")


def pairs() -> Iterator[tuple[Option, ...]]:
    """Two photos are shown on buttons, more in a list."""
    for first, second in combinations(range(1, MOST_NUMBERED + 1), 2):
        yield _numbered(first), _numbered(second), NONE


def _which(unknown: Sequence[JudgedUpload], order: Sequence[int], paper: Wanted) -> AskAgain:
    """Of several photos each has its number, in the order in which they came: it stays when others find their paper."""
    name, numbers = Words(f"paper-{paper.key}"), {file.id: 1 + order.index(file.id) for file in unknown}
    shown = [file for file in unknown if numbers[file.id] <= MOST_NUMBERED]
    if len(shown) < 2:
        place = 0 if len(order) == 1 else numbers[unknown[0].id]
        return AskAgain("photo-for-this", options=FOR_THIS, pending=as_answer(unknown[:1]), paper=name, place=place)
    picks = {f"photo:{file.id}": as_answer([file]) for file in shown}
    options = [_numbered(numbers[file.id], f"photo:{file.id}") for file in shown]
    return AskAgain("photo-which", options=(*options, NONE), pending={"picks": picks}, paper=name)


def _lacks_a_number(showing: Sequence[JudgedUpload], expected: Expected) -> bool:
    """In a reflection, or cut off: a better photo is asked for."""
    troubled = (file.reading is not None and file.reading.trouble and not file.reading.numbers for file in showing)
    return bool(expected.paper.bears) and all(troubled)


def _paper_of(
    talk: Talk, file: JudgedUpload, wanted: Sequence[Wanted], of_now: Wanted | None, calls: Mapping[int, Wanted]
) -> Wanted | None:
    """By what stands on it; failing that, by what it was called; none where nothing tells."""
    shown = sorted((paper for paper in wanted if paper.shows(file, talk)), key=lambda paper: _rank(file, paper))
    awaited = [paper for paper in shown if paper is of_now or paper.answer not in talk.answers]
    if awaited:
        return awaited[0]
    if shown and not (of_now and not of_now.expected(talk).paper.reads):  # any paper may be meant by one without words
        return shown[0]
    early = next((paper for paper in wanted if of_now is None and paper.shows_early(file, talk)), None)
    if not (shown or early) and (named := calls.get(file.id)):
        return named
    return next((paper for paper in wanted if _is_sent(talk, file, paper)), early)


def _names_another(file: JudgedUpload, wanted: Sequence[Wanted], of_now: Wanted | None, talk: Talk) -> bool:
    """It stands under several photos, and one of them is that paper."""
    names = papers_named(file.caption, [paper.key for paper in wanted], talk) if file.caption else []
    return any(of_now is None or name != of_now.key for name in names)


def _of_the_rest(
    talk: Talk, found: Sequence[Wanted | None], untold: int, wanted: Sequence[Wanted], of_now: Wanted | None
) -> Wanted | None:
    """What nothing tells answers the open question. Where several came, or other papers with it, and more are missing,
    it may be one of those: then it is asked."""
    others = {paper.key for paper in found if paper and paper is not of_now}
    open_ones = [each for each in wanted if each.needed(talk) and each.answer not in talk.answers]
    if all(each is of_now or each.key in others for each in open_ones):
        return of_now
    return None if of_now in found or untold > 1 else of_now


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


def named(talk: Talk, text: str, wanted: Sequence[Wanted]) -> list[str]:
    """The answers of the papers that a text is about, if it says nothing else: "ini ktp sama kk"."""
    keys = [paper.key for paper in wanted if paper.needed(talk) or paper.tells(talk)]
    return [PREFIX + key for key in papers_named(text, keys, talk)] if only_names(text, keys, talk) else []
