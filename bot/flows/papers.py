"""Papers: photographed in the chat, sent through the one-time page, or brought to the counter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.flow import Answer, Reopen, Several, Step, Talk
from bot.flows.again import offer_again
from bot.flows.forms import named, signing
from bot.flows.judging import differs, judge
from bot.flows.lacking import lacks, only_lacks
from bot.flows.sorting import PREFIX, Wanted, recall
from bot.flows.welcome import place_args
from bot.meaning.picks import SAID_TO, plain
from bot.meaning.spelling import spelling
from bot.says import AskAgain, PreFilled, Say, UploadPage
from bot.wording import Listed, Words
from registry.models import Channel

BRING = {"bawa", "dibawa", "bring"}
BESIDE_BRING = SAID_TO | {
    "saya", "sy", "ke", "kantor", "langsung", "aja", "ya", "nanti", "sendiri", "suratnya", "aslinya",
    "semua", "semuanya", "besok", "i", "will", "them", "it", "to", "the", "office", "myself",
}  # fmt: skip
PAGE = {"halaman", "link", "page"}
WAY = "way"  # beside the answers: BAWA, said before any paper was asked for
PAGE_STEP = "papers"
SENT = {"sudah", "kirim", "terkirim", "selesai", "done", "sent"}
BESIDE_SENT = SAID_TO | {"ya", "saya", "tadi", "foto", "surat", "semua", "itu", "ini", "kami", "barusan", "have", "the",
                         "it", "ok", "oke"}  # fmt: skip

Way = Callable[[Talk], str]  # chat | page | both


def brings(said: str) -> bool:
    """ "Bawa ke kantor aja"; "bawa apa saja" asks."""
    words = {*said.split()}
    return bool(words & BRING) and words <= BRING | BESIDE_BRING


def in_chat(talk: Talk, way: str) -> bool:
    """On the office's page files go straight to the office, so that its other page has nothing to spare them."""
    return talk.channel is Channel.WEB or (talk.channel is Channel.WHATSAPP and way != "page")


def missing(wanted: Sequence[Wanted], talk: Talk) -> list[str]:
    return [paper.key for paper in wanted if paper.needed(talk) and paper.answer not in talk.answers]


def listed(keys: Sequence[str], form: str = "") -> Listed:
    """`form` is the wording of a paper's name: none, "-needed" or "-photo"."""
    return Listed(tuple(Words(f"paper-{key}{form}") for key in keys))


def paper_steps(wanted: Sequence[Wanted], way: Way) -> list[Step]:
    """One step a paper for the chat, and one for all that is missing where the page is used."""
    steps = [_paper_step(paper, wanted, way) for paper in wanted]
    return [*steps, _page_step(wanted, way)] if wanted else []


def _paper_step(paper: Wanted, wanted: Sequence[Wanted], way: Way) -> Step:
    def ask(talk: Talk) -> Say:
        if paper.filled:
            form = paper.filled(talk).form
            return Say("ask-paper-form", {"form": form, "signing": signing(form), "sent": "no"})
        left = missing(wanted, talk)
        given = [w for w in wanted if w.answer in talk.answers]
        position = "first" if not given else "last" if len(left) == 1 else "next"
        page = "yes" if way(talk) == "both" and talk.channel is not Channel.WEB else "no"
        return Say(f"ask-paper-{position}", {"paper": Words(f"paper-{paper.key}-photo"), "page": page})

    return Step(
        paper.answer,
        ask,
        _read_paper(paper, wanted),
        # On the page all papers answer one question; an answer given there still counts here.
        when=lambda talk: paper.needed(talk) and (in_chat(talk, way(talk)) or paper.answer in talk.answers),
        takes_uploads=True,
        recall=lambda talk, waiting, declined: (
            recall(talk, waiting, declined, paper, wanted) if waiting else _brought(wanted, talk)
        ),
        doubts=lambda talk, files: in_chat(talk, way(talk)) and differs(files, paper.expected(talk)),
        offer=lambda talk, earlier, declined: offer_again(talk, [paper], earlier, declined),
        forms=lambda talk: _forms([paper], talk),
    )


def _forms(wanted: Sequence[Wanted], talk: Talk) -> tuple[PreFilled, ...]:
    """Of those papers that are still missing."""
    left = missing(wanted, talk)
    return tuple(paper.filled(talk) for paper in wanted if paper.filled and paper.key in left)


def papers_row(wanted: Sequence[Wanted], talk: Talk) -> str:
    """All papers on one line of the summary; by SMS only that they are brought."""
    keys = [w.key for w in wanted if w.needed(talk) and w.answer in talk.answers]
    if not keys:
        return ""
    brought = all(talk.answers[PREFIX + key] == "bring" for key in keys)
    args = {"value": listed(keys)}
    return talk.words.render("row-papers-brought" if brought else "row-papers", args, talk.language, talk.channel)


def _read_paper(paper: Wanted, wanted: Sequence[Wanted]) -> Callable[[Talk, Answer], Any]:
    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick == "change-number":
            return Reopen(paper.expected(talk).changes or paper.answer)
        if not answer.uploads:
            return _told_about_papers(talk, answer, wanted, paper.key)
        return judge(answer.uploads, paper.expected(talk), talk.note or 0)

    return read


def _told_about_papers(talk: Talk, answer: Answer, wanted: Sequence[Wanted], asked: str = "") -> Any:
    said, left = plain(answer.text), missing(wanted, talk)
    if brings(said):
        return Several({PREFIX + key: "bring" for key in left}, _to_bring(left, talk))
    if said in PAGE:
        raise AskAgain("upload-page", asks=True, link=UploadPage(tuple(left)))
    if only_lacks(answer.text):
        return lacks(asked or (left[0] if len(left) == 1 else ""), talk)
    raise _not_come(wanted, talk) if _says_sent(answer.text) else AskAgain("photo-expected")


def _not_come(wanted: Sequence[Wanted], talk: Talk) -> AskAgain:
    """ "Sudah saya kirim" is answered by what has come: it may be read just now, or have been another paper."""
    if talk.coming:
        return AskAgain("photo-coming", asks=True)
    here = [paper.key for paper in wanted if talk.answers.get(paper.answer, "bring") != "bring" and paper.needed(talk)]
    return AskAgain("photo-came-of-others", papers=listed(here)) if here else AskAgain("photo-not-come")


def _says_sent(text: str) -> bool:
    """ "Sdh", "udah saya kirim tadi"."""
    words = {word for word in spelling().words(text) if word.isalnum()}
    return bool(words & SENT) and words <= SENT | BESIDE_SENT


def or_way_ahead(step: Step, wanted: Sequence[Wanted]) -> Step:
    """The same question, where HALAMAN or BAWA may come before any paper was asked for: BAWA is kept until then, and of
    the page it is told that it comes."""

    def read(talk: Talk, answer: Answer) -> Any:
        said = plain(answer.text)
        if answer.pick or answer.uploads or not (said in PAGE or brings(said)):
            return step.read(talk, answer)
        way = "page" if said in PAGE else "bring"
        return Several({WAY: way} if way == "bring" else {}, Say("way-comes", {"way": way}))

    asked_now = step.takes_uploads or step.key == PAGE_STEP or step.is_summary or step.kind == "text"
    return step if asked_now or not wanted else replace(step, read=read)


def _brought(wanted: Sequence[Wanted], talk: Talk) -> Several | None:
    """What was said of all papers before the first was asked for."""
    left = missing(wanted, talk) if talk.answers.get(WAY) == "bring" else []
    return Several({**{PREFIX + key: "bring" for key in left}, WAY: ""}, _to_bring(left, talk)) if left else None


def _to_bring(left: Sequence[str], talk: Talk) -> Say:
    return Say("papers-to-bring", {"papers": listed(left), **place_args(talk)})


def _page_step(wanted: Sequence[Wanted], way: Way) -> Step:
    def ask(talk: Talk) -> Say:
        left = tuple(missing(wanted, talk))
        forms = named(_forms(wanted, talk))
        return Say("ask-papers-page", {"papers": listed(left), "link": UploadPage(left), "forms": forms})

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.uploads:
            raise AskAgain("papers-by-page")
        return _told_about_papers(talk, answer, wanted)

    return Step(
        PAGE_STEP,
        ask,
        read,
        when=lambda talk: not in_chat(talk, way(talk)) and bool(missing(wanted, talk)),
        recall=lambda talk, waiting, declined: _brought(wanted, talk),
        offer=lambda talk, earlier, declined: offer_again(talk, wanted, earlier, declined),
        forms=lambda talk: _forms(wanted, talk),
    )
