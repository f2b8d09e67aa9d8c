"""An officer asked for answers and papers again, in one message: exactly these steps of the request are open."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Any

from bot.effects import Effect, SendAgain
from bot.flow import Flow, Step, Talk
from bot.flows.application import paper_way, papers_of, wanted_of
from bot.flows.conditions import never
from bot.flows.papers import paper_steps
from bot.flows.questions import question_steps
from bot.flows.sorting import PREFIX, Wanted, sort_files
from bot.says import Say
from bot.wording import InSentence, Listed, Words
from registry.catalogue import Catalogue

NAME = "again:"


def asked_again(catalogue: Catalogue, code: str) -> Flow:
    """The facts: `papers` and `answers` say what is asked and why, `settled` what else was asked before. What a new
    answer calls for besides is asked, too."""
    wanted = [_paper(wanted_of(catalogue, code, key)) for key in papers_of(catalogue, code)]
    steps = (
        *(_question(step) for step in question_steps(catalogue[code], wanted)),
        *paper_steps(wanted, paper_way(catalogue, code)),
    )
    return Flow(
        NAME + code,
        steps,
        _finish(catalogue[code].question_by_key),
        preface=lambda talk: told(talk.facts),
        sorts=lambda talk, files, asked: sort_files(talk, files, wanted, asked),
    )


def asked_for(papers: Mapping[str, str], answers: Mapping[str, str]) -> Listed:
    """What the sentence names, with the reason; what has the same reason stands together."""
    named: dict[str, list[Words | InSentence]] = {}
    for key, why in papers.items():
        named.setdefault(why.rstrip(". "), []).append(Words(f"paper-{key}-needed"))
    for key, why in answers.items():
        named.setdefault(why.rstrip(". "), []).append(InSentence(f"label-{key}"))
    said = [{"what": Listed(tuple(what)), "reason": why} for why, what in named.items()]
    return Listed(tuple(Words("asked-again-one", args) for args in said))


def _question(step: Step) -> Step:
    def when(talk: Talk) -> bool:
        if step.key in talk.facts["answers"]:
            return True
        return step.when(talk) and (step.key in talk.answers or step.key not in talk.facts["settled"])

    return replace(step, when=when, may=never, stops={}, warns=())


def _paper(paper: Wanted) -> Wanted:
    def needed(talk: Talk) -> bool:
        if paper.key in talk.facts["papers"]:
            return True
        return paper.answer not in talk.facts["settled"] and paper.needed(talk)

    return replace(paper, needed=needed, tells=lambda talk: False)


def told(facts: Mapping[str, Any]) -> Say:
    """The one sentence that names all of it, before the first question."""
    args = {name: facts[name] for name in ("number", "rest")} | {"state": Words("state-needs_correction")}
    args |= {"what": asked_for(facts["papers"], facts["answers"]), "service": Words(f"short-{facts['service']}")}
    return Say("asked-again", args, template="case_told")


def _finish(questions: Container[str]) -> Any:
    def finish(talk: Talk) -> list[Effect]:
        given = {key: value for key, value in talk.answers.items() if key not in talk.facts["settled"]}
        papers = {key.removeprefix(PREFIX): value for key, value in given.items() if key.startswith(PREFIX)}
        answers = {key: value for key, value in given.items() if key in questions}
        return [SendAgain(talk.facts["case_id"], answers, papers)]

    return finish
