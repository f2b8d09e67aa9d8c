"""All message forms of the chat, for `flask content push`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.answering import leading, misses, navigation, warning, weary
from bot.flows import (
    activation,
    again,
    amend,
    application,
    complaint,
    correction,
    delete_data,
    handover,
    judging,
    language,
    menu,
    my_data,
    names,
    on_photo,
    presumed,
    questions,
    rating,
    readers,
    sorting,
    told_before,
    told_of_family,
    villages,
    welcome,
    where_to,
    withdraw,
)
from bot.matters import drafts, officer_talk
from bot.says import Option
from bot.templates import button_sets, templates
from bot.wording import Wording
from notifications.content import QuickReply, Template
from registry.catalogue import Catalogue

BUTTONS = 3


def forms(catalogue: Catalogue, words: Wording) -> list[QuickReply | Template]:
    """Buttons whose titles are known beforehand; what is made up on the way goes as a list."""
    return [*button_sets(_sets(catalogue), words), *templates(words)]


def _sets(catalogue: Catalogue) -> Iterator[Sequence[Option]]:
    yield from (welcome.options("id"), welcome.options("en"), language.OPTIONS)
    yield from (application.SUMMARY, readers.SAME, names.SURE, villages.OUTSIDE, judging.AS_IT_IS, judging.VOICE)
    yield from (judging.UNSEEN, judging.DIFFERS, judging.DIFFERS_AT_OFFICE, sorting.FOR_THIS, again.AGAIN)
    yield from (told_before.OFFER, told_of_family.OFFER)
    yield from (on_photo.ON_PHOTO, weary.WAYS_ON, warning.OFFERED, *warning.OPTIONS.values())
    yield from (handover.METHODS, handover.BY_COURIER, handover.CONFIRM, where_to.NO_LANDMARK, correction.OPTIONS)
    yield from (misses.OFFER_OFFICER, officer_talk.LATER, my_data.OPTIONS, drafts.NUDGE, rating.OPTIONS, rating.NOTHING)
    yield from (delete_data.NOTHING_RUNS, delete_data.RUNS, delete_data.RUNS_ON)
    yield from (delete_data.RECORDED, delete_data.RECORDED_ON)
    yield from (navigation.CANCEL_WHETHER, complaint.WHETHER, complaint.SURE, withdraw.SURE, amend.SURE)
    yield from (activation.TELEPHONE, activation.CARD, activation.NO_AGENCY)
    yield from leading.FORMS
    yield from sorting.pairs()
    groups = {service.group for service in catalogue.values()}
    lists = (menu.service_options(menu.codes_of(catalogue, group)) for group in sorted(groups))
    yield from (options for options in lists if 1 < len(options) <= BUTTONS)
    for service in catalogue.values():
        for question in service.question:
            if 0 < len(options := questions.options_of(question)) <= BUTTONS:
                yield options
            others = [each for each in presumed.presumed_before(service, question.key) if not each.quiet]
            yield from (some for n in range(1, len(others) + 1) for some in combinations(others, n))
