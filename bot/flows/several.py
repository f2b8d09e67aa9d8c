"""Several answers in one message: a form copied with its labels, or a number, a name and a village in a row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.flow import Accepted, Answer, Several, Step, Talk
from bot.flows.labels import DATES, NUMBERS, cut_at_labels, label_of
from bot.flows.names import INTRODUCED, NO_NAMES, is_but_a_name
from bot.flows.typed import shown_in, told
from bot.meaning.direction import is_far_town
from bot.meaning.picks import plain
from bot.meaning.spelling import spelling
from bot.says import AskAgain, Say
from registry.calendar.dates import speaks_of_day
from registry.nik import KkNumber, numbers_in

LONGEST = 1_000
MOST_OF_A_DAY = 4  # words: "tgl 20 bulan lalu"
CALLED_NIK = re.compile(r"\bnik(?:\s?nya)?\W*$", re.IGNORECASE)  # right before a number
FORGOTTEN = re.compile(r"(?:(?:no|nomor|nomer) )?(?:kk )?(?:nya )?(?:lupa|lali|poho|kesupan|forgot|forgotten)")
FIRST_CARDS = 2004  # when families were given numbers of sixteen digits
TOWN = re.compile(r"\b(?:di|in|at)\s+(?P<place>[^\d,;]{3,})", re.IGNORECASE)
NO_DAYS = {"sudah", "belum", "tidak", "saya", "mau", "bisa", "saja", "kirim", "nanti"}
BETWEEN = re.compile(r"[\n,;|#*•]+|(?<!\d)/|/(?!\d)|\s-+\s")  # 12/11/2026 is one answer
JOINING = {"dan", "and", "nik", "kk", "no", "nomor", "nama", "dari", "di", "name", *NO_NAMES}
STRUCTURED = re.compile(r"[\n:=,;|#]|\d{4}")


@dataclass
class Gathered:
    """What could be read, by key; what was given for others and does not do; how many labels led to it."""

    steps: Sequence[Step]
    talk: Talk
    values: dict[str, Accepted] = field(default_factory=dict)
    unclear: dict[str, AskAgain] = field(default_factory=dict)
    labels: int = 0

    def seen(self) -> Talk:
        values = {key: accepted.value for key, accepted in self.values.items()}
        return replace(self.talk, answers={**self.talk.answers, **values})

    def open_of(self, *kinds: str) -> Iterator[Step]:
        seen = self.seen()
        open_ones = (step for step in self.steps if step.kind in kinds and step.key not in seen.answers)
        return (step for step in open_ones if step.when(seen) or step.may(seen))

    def of_whom(self, kind: str, words: str) -> Step | None:
        """The first question of this kind about whom it is for; "saya rina" and "sy rina nik 6471..." are who writes,
        where somebody else is that."""
        writers = INTRODUCED.match(words) is not None
        found, seen = list(self.open_of(kind)), self.seen()
        own = [step for step in found if writers and step.of == "applicant" and step.when(seen)]
        order = ("subject", "applicant", "giver")
        return next(iter([*own, *sorted(found, key=lambda step: order.index(step.of))]), None)

    def take(self, step: Step, text: str) -> bool:
        try:
            self.values |= told(step, self.seen(), text)
        except AskAgain as unclear:
            self.unclear[step.key] = unclear
            return False
        self.unclear.pop(step.key, None)
        return True


def or_several(step: Step, steps: Sequence[Step]) -> Step:
    """The same question, where a message that answers others as well is taken whole. A free text needs the labels."""

    def read(talk: Talk, answer: Answer) -> Any:
        structured = STRUCTURED.search(answer.text) or _may_tell_others(step, talk, answer.text)
        if answer.pick or answer.uploads or not structured or len(answer.text) > LONGEST:
            return step.read(talk, answer)
        found = gather(answer.text, steps, talk, step)
        others = (found.values.keys() | found.unclear.keys()) - {step.key}
        enough = 1 if _is_enough(found, step, answer.text) else 2
        taken = found.values and others and len(found.values) + len(found.unclear) >= enough
        return _together(found) if taken else step.read(talk, answer)

    return step if step.is_summary else replace(step, read=read)


def _may_tell_others(step: Step, talk: Talk, text: str) -> bool:
    """Where a choice is asked, and none of its options is said; the whole name of a village where a number or a town
    is."""
    village = step.kind in (*NUMBERS, *DATES, "place") and bool(talk.regions.called(text, talk.region or ""))
    return step.kind == "choice" or (village and talk.regions.kabupaten_called(text) is None)


def _is_enough(found: Gathered, step: Step, text: str) -> bool:
    """One answer that is certainly to another question: named, or a whole number where a choice or a name is asked."""
    village = step.kind in (*NUMBERS, *DATES, "place") and list(found.values) == ["village"]
    whole = step.kind == "choice" or village or (step.kind == "name" and next(numbers_in(text), None) is not None)
    return bool(found.labels and step.kind != "text") or whole


def gather(text: str, steps: Sequence[Step], talk: Talk, at: Step | None) -> Gathered:
    """`at` is the open question: a name without a label is looked for only where one is asked, or a choice."""
    found = Gathered(steps, talk)
    loose, fields = cut_at_labels(text, steps, talk)
    free = at is not None and at.kind == "text"
    for each in fields:
        if each.step and not each.step.takes_uploads and (each.colon or not free):
            found.labels += each.colon
            found.take(each.step, each.text)
            _take_town(found, each.step, each.text)
    for part in () if free else loose:
        _take_numbers(found, part)
    for words in () if free else [words for part in loose for words in _without_numbers(part)]:
        _take_words(found, words, at)
    return found


def _take_numbers(found: Gathered, part: str) -> None:
    """A woman's NIK tells itself, as does one that is called so; the others go to the questions in their order."""
    places = [each for each in numbers_in(part) if each[0] not in found.seen().answers.values()]
    places.sort(key=lambda each: not KkNumber(each[0]).is_nik)
    for number, start, _ in places:
        before = re.split(r"[,;.!\n]+", part[:start])[-1]
        kinds = ("nik",) if KkNumber(number).is_nik or CALLED_NIK.search(before) else NUMBERS
        if _changes_places(found, number):
            continue
        writers = found.of_whom("nik", before) if INTRODUCED.match(before) else None
        step = writers or next(found.open_of(*kinds), None)
        if step:
            found.take(step, number)


def _changes_places(found: Gathered, number: str) -> bool:
    """A number that tells a birth in the last century is a NIK; the one before it, which was taken for that, tells a
    day on which family cards were given out, and the card's number is still wanted."""
    seen = found.seen()
    card = next(found.open_of("kk_number"), None)
    given = [step for step in found.steps if step.kind == "nik" and step.of == "subject" and seen.answers.get(step.key)]
    if card is None or len(given) != 1 or is_recorded(number, found.talk):
        return False
    before = str(seen.answers[given[0].key])
    if not is_recorded(before, found.talk):
        return False
    left = {key: value for key, value in found.talk.answers.items() if key != given[0].key}
    found.talk = replace(found.talk, answers=left)
    found.values.pop(given[0].key, None)
    return found.take(card, before) and found.take(given[0], number)


def is_recorded(number: str, talk: Talk) -> bool:
    day = KkNumber(number).recorded_on(talk.today)
    return day is not None and day.year >= FIRST_CARDS


def _without_numbers(part: str) -> Iterable[str]:
    places = [0, *(place for _, start, end in numbers_in(part) for place in (start, end)), len(part)]
    for start, end in zip(places[::2], places[1::2], strict=True):
        yield from (words.strip() for words in BETWEEN.split(part[start:end]))


def _take_words(found: Gathered, words: str, at: Step | None) -> None:
    """A village by its whole name, a date; else a name, if one is asked for."""
    words = CALLED_NIK.sub("", words)
    said = plain(words)
    is_choice = at is not None and at.kind == "choice"
    if not said or JOINING.issuperset(said.split()) or (found.talk.regions.is_larger_place(words) and not is_choice):
        return
    if FORGOTTEN.fullmatch(said):
        wanted = next(found.open_of("kk_number"), None)
    elif found.talk.regions.called(words, found.talk.region or ""):
        wanted = next(found.open_of("village"), None)
    elif re.search(r"\d", words):
        wanted = next(found.open_of("birth_date", "date"), None)
    elif is_choice:
        wanted = _told_by_itself(found, words)
    else:
        wanted = at if at and at.kind == "name" and at.key not in found.values else None
    if wanted and not found.take(wanted, words):
        found.unclear.pop(wanted.key, None)  # it may have been meant for no question at all
    elif wanted:
        _take_town(found, wanted, words)


def _take_town(found: Gathered, day: Step, words: str) -> None:
    """ "Lahir 12 november di balikpapan" tells where as well."""
    town = TOWN.search(words) if day.kind in DATES and day.key in found.values else None
    place = next(found.open_of("place"), None) if town else None
    if town and place and not found.take(place, town["place"]):
        found.unclear.pop(place.key, None)


def _told_by_itself(found: Gathered, words: str) -> Step | None:
    """ "Kemarin", "samarinda", "rina contoh": an answer to a question still to come. "Saya rina" is who writes."""
    if len(words.split()) <= MOST_OF_A_DAY and speaks_of_day(words, found.talk.today) and not _is_spoken(words):
        return next(found.open_of("birth_date", "date"), None)
    if found.talk.regions.kabupaten_called(words) or is_far_town(words):
        places = [*found.open_of("place")]
        return places[0] if len(places) == 1 else None
    named = any(step.kind == "name" and step.key in found.values for step in found.steps)
    if named or not is_but_a_name(found.talk, words):
        return None
    return found.of_whom("name", words)


def _is_spoken(words: str) -> bool:
    """ "Tadi sudah": a day is named, and no answer is meant."""
    return not NO_DAYS.isdisjoint(spelling().words(words))


def _together(found: Gathered) -> Several:
    values = {key: accepted.value for key, accepted in found.values.items()}
    seen = found.seen()
    following = next((step for step in found.steps if step.key not in seen.answers and step.when(seen)), None)
    unclear = found.unclear.get(following.key) if following else None
    return Several(values, Say("several-read", {"rows": rows_of(values, found.steps, seen)}), unclear=unclear)


def rows_of(keys: Collection[str], steps: Sequence[Step], seen: Talk) -> str:
    """What was read, as the summary would show it."""
    given = [step for step in steps if step.key in keys]
    return ", ".join(shown_in(step, seen, seen.answers[step.key]) or label_of(step, seen) for step in given)
