"""Which sentences the chat may ever say: read from its code, its flows and the services."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Resource, VariableReference
from fluent.syntax.visitor import Visitor

from bot.answering.misses import EXAMPLES
from bot.answering.why import WHY
from bot.deeds import EXTRA
from bot.flow import Step
from bot.flows.forgotten import WHERE
from bot.flows.judging import POOR
from bot.flows.labels import label_key
from bot.flows.sorting import MOST_NUMBERED
from bot.meaning.elsewhere import rows
from bot.templates import TEMPLATES
from bot.wording import FORMS, SERVICE_TEXTS, TEXTS
from registry.catalogue import Catalogue, Service
from registry.issuing.content import CONTENT
from registry.lifecycle import CaseState, DocumentState
from registry.models import VisitState
from registry.services.conditions import LIMITS
from registry.uploads.losses import CALLED
from registry.uploads.verdict import Refusal
from registry.vans.rounds import SERVICES as VAN_SERVICES
from tests.bot.player import book, words

BOT = Path(__file__).parents[2] / "bot"
TAKES_A_KEY = {"Say": 0, "AskAgain": 0, "Words": 0, "render": 0, "says": 0, "Option": 1, "_reasoned": 0}
NO_TEXTS = {"ADU-"}  # the number of a complaint
NUMBERS = ("length", "several", "missing", "same", "odd")
DATES = ("missing", "impossible", "no-year", "several", "future")


def trees() -> Iterator[ast.AST]:
    for path in sorted(BOT.rglob("*.py")):
        if "pages" not in path.parts:  # they have texts of their own
            yield ast.parse(path.read_text("utf-8"))


def said() -> set[str]:
    """Keys that stand as they are where a key is taken."""
    found = set()
    for node in (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = TAKES_A_KEY.get(name)
        given = node.args[place] if place is not None and len(node.args) > place else None
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            found.add(given.value)
    return found - {"{"}


def literals() -> set[str]:
    nodes = (node for tree in trees() for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def prefixes() -> set[str]:
    """What keys begin with that are put together on the way: f"ask-{...}"."""
    strings = (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    first = (node.values[0].value for node in strings if node.values and isinstance(node.values[0], ast.Constant))
    return {str(prefix) for prefix in first if str(prefix).endswith("-")} - NO_TEXTS


def derived(services: Catalogue) -> Mapping[str, set[str]]:
    """Every key that can come of each prefix."""
    every = services.values()
    questions = [question for service in every for question in service.question]
    asked = {question.text or f"ask-{question.key}" for question in questions}
    papers = {paper.key for service in every for paper in service.paper} | {EXTRA}
    documents = CONTENT.keys() | {document.name for service in every for document in service.document}
    return of_the_chat() | {
        "ask-": asked,
        "field-": {key for key in (f"field-{q.removeprefix('ask-')}" for q in asked) if words().has(key)},
        "beside-": {
            f"beside-{question.key}-{option}"
            for question in questions
            for option in question.options
            if question.presumed not in (None, option) and not question.inferred
        },
        "option-": {f"option-{question.key}-{option}" for question in questions for option in question.options},
        "row-": {"row-office", "row-other"},
        "rows of their own": {key for key in (f"row-{question.key}" for question in questions) if words().has(key)},
        "label-": {label_key(step) for step in changeable()} | {f"label-{question.key}" for question in questions},
        "label-paper-": {f"label-paper-{paper}" for paper in papers},
        "service-": {f"service-{code}" for code in services},
        "begun-": {f"begun-{code}" for code in services},
        "tag-": {"tag-van", "tag-ikd"} | {key for key in (f"tag-{code}" for code in services) if words().has(key)},
        "short-": {f"short-{code}" for code in services},
        "paper-": {f"paper-{paper}{form}" for paper in papers for form in ("", *FORMS)},
        "sign-": {f"sign-{code.replace('.', '-')}" for code, form in services.forms.items() if form.signed},
        "document-": {f"document-{document}" for document in documents},
        "if-": {f"if-{limit}" for limit in LIMITS} | {key for key in words().keys("id") if key in conditions(every)},
        "lacking-": {key for key in (f"lacking-{paper}" for paper in papers) if words().has(key)},
        "stops": {text for question in questions for text in question.stops.values()},
        "said": {text for service in every for text in (service.opens, service.remark, service.tells) if text},
    }


def of_the_chat() -> dict[str, set[str]]:
    """Those that no service adds to."""
    return {
        "ask-paper-": {f"ask-paper-{place}" for place in ("first", "next", "last")},
        "group-": {f"group-{group}" for group in get_args(Service.model_fields["group"].annotation)},
        "lost-": {f"lost-{lost}" for lost in CALLED},
        "option-photo-": {f"option-photo-{number}" for number in range(1, MOST_NUMBERED + 1)},
        "photo-": {f"photo-{reason}" for reason in (*POOR, "glare", "unread")},
        "upload-": {f"upload-{refusal}" for refusal in Refusal} | {"upload-gone"},
        "oddity-": {f"oddity-{oddity}" for oddity in ("location", "contact", "empty", "long", "mms")},
        "state-": {f"state-{state}" for state in (*CaseState, *DocumentState)},
        "template-": {f"template-{template}" for template in TEMPLATES},
        "nik-": {f"nik-{fault}" for fault in NUMBERS},
        "kk-": {f"kk-{fault}" for fault in NUMBERS},
        "date-": {f"date-{fault}" for fault in DATES},
        "example-": {f"example-{kind}" for kind in (*EXAMPLES, "photo", "other")},
        "why-": {f"why-{kind}" for kind in (*WHY, "photo", "other")},
        "elsewhere-": {f"elsewhere-{row.where}" for row in rows()},
        "van-change-": {f"van-change-{state}" for state in (VisitState.MOVED, VisitState.CANCELLED)},
        "van-service-": {f"van-service-{each}" for each in VAN_SERVICES},
        "forgotten-": {f"forgotten-{where}" for where in (*WHERE.values(), "other")},
    }


def conditions(services: Iterable[Service]) -> set[str]:
    """What may be said of when a paper is needed, in words of its own."""
    wanted = ((key, each) for service in services for paper in service.paper for key, each in paper.when.items())
    listed = ((key, each if isinstance(each, list) else [each]) for key, each in wanted)
    return {f"if-{key}-{option}" for key, options in listed for option in options}


def changeable() -> list[Step]:
    """Questions whose answers can be corrected: not those that only ask whether to go on, nor the page for papers."""
    reviewed = [flow for flow in book().values() if any(step.is_summary for step in flow.steps)]
    steps = [step for flow in reviewed for step in flow.steps]
    asked = [step for step in steps if not step.is_summary and step.key != "papers"]
    return [step for step in asked if step.row or not step.stops]


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


@cache
def variables(language: str) -> dict[str, set[str]]:
    """The arguments of each sentence."""
    found = {}
    for message in (entry for path in texts(language) for entry in parsed(path).body if isinstance(entry, Message)):
        visitor = _Variables()
        visitor.visit(message)
        found[message.id.name] = visitor.names
    return found


def texts(language: str) -> tuple[Path, ...]:
    return tuple(folder / f"{language}.ftl" for folder in (TEXTS, SERVICE_TEXTS))


def parsed(path: Path) -> Resource:
    return FluentParser().parse(path.read_text("utf-8"))
