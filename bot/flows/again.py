"""Papers that lie with an earlier request for the same NIK: offered, never taken unasked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.flow import Earlier, SentBefore, Talk
from bot.flows.judging import POOR, as_answer
from bot.flows.questions import ALSO_LOST
from bot.flows.sorting import Wanted
from bot.says import AskAgain, Option
from bot.wording import Listed, Words

AGAIN = (Option("accept", "option-use-again"), Option("retype", "option-send-new"))


def offer_again(talk: Talk, wanted: Sequence[Wanted], earlier: Earlier, declined: Collection[int]) -> None:
    """Those of these papers that are missing and lie with one request, the newest, in one question. Raises AskAgain."""
    found = [(paper, sent) for paper in wanted if (sent := _newest(talk, paper, earlier))]
    if not found or any(file.id in declined for _, sent in found for file in sent.files):
        return
    number = found[0][1].number
    of_one = {paper.answer: sent for paper, sent in found if sent.number == number}
    answers = {answer: as_answer(sent.files) | {"of": number} for answer, sent in of_one.items()}
    papers = Listed(tuple(Words(f"paper-{sent.key}-read") for sent in of_one.values()))
    raise AskAgain("papers-offered", options=AGAIN, pending={"answers": answers}, papers=papers, number=number)


def _newest(talk: Talk, paper: Wanted, earlier: Earlier) -> SentBefore | None:
    """Not a letter about one event, which bears its day, nor a form that is filled anew."""
    nik = paper.nik(talk)
    if not nik or paper.answer in talk.answers or not paper.needed(talk):
        return None
    kind = paper.expected(talk).paper
    lost_together = kind.lost is not None and talk.answers.get(ALSO_LOST) is not None  # one letter tells of both
    if paper.filled or (kind.dated and not lost_together):
        return None
    return next((sent for sent in earlier(nik) if sent.key == paper.key and _does(talk, paper, sent)), None)


def _does(talk: Talk, paper: Wanted, sent: SentBefore) -> bool:
    """It was read, and what stands on it is of this request."""
    fits = [paper.expected(talk).fit(file) for file in sent.files if file.verdict not in POOR]
    return any(fit.kind for fit in fits) and not all(fit.differs or fit.other_loss for fit in fits)
