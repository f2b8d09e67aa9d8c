"""An answer changed in words, at any question: "ubah NIK", "nama saya salah, harusnya rina contoh"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from bot.flow import Answer, Reopen, Several, Step, Talk
from bot.flows.days import day_instead
from bot.flows.labels import DATES, GAP, NUMBERS, label_key, label_of, names_of, pattern_of
from bot.flows.name_part import part_put_right
from bot.flows.other_office import KEY, OF_BIRTH, OF_OFFICE, office_meant
from bot.flows.typed import alone, shown_in, told
from bot.meaning.picks import label, pick
from bot.meaning.spelling import spelling
from bot.says import AskAgain, Option, Say
from bot.wording import Words

AGAIN = "change:"
CHANGED = "changed"  # the note that lets the summary ask only whether to send
MOST_LISTED = 10
LONGEST = 200  # letters; more is no correction

ANSWERED = {
    "nik",
    "nama",
    "alamat",
    "kelurahan",
    "desa",
    "tanggal",
    "tempat",
    "rt",
    "rw",
    "nomor",
    "jalan",
    "foto",
    "kk",
}
ON_DOCUMENTS = {"pengadilan", "status", "pindah", "kepala", "anggota", "pekerjaan", "pendidikan", "agama"}
OF_DOCUMENTS = {"ktp", "kia", "akta", "ikd", "suket", "kartu"} | ON_DOCUMENTS
CHANGE = r"(?:ubah|ganti|rubah|mengubah|merubah|perbaiki|betulkan|koreksi|revisi|ralat|edit|change|correct|fix)"
WRONG = r"(?:salah|keliru|typo|kurang tepat|bukan itu|(?:is )?wrong|(?:is )?incorrect)"
SHOULD = r"(?:harusnya|seharusnya|mestinya|(?:yang|yg) (?:benar|bener|betul)|should be)"
BECOMES = rf"(?:{SHOULD}|jadi|menjadi|ke|dengan|to|adalah)"
ASKING = r"(?:(?:maaf|eh|sorry|min|pak|bu|mau|ingin|tolong|mohon|bisa|saya|i want to|please|the|my)[\s,]+)*"
OWN = r"(?:\s?(?:nya|ku))?(?:\s+(?:saya|sy|aku))?"
TO_US = rf"(?:{GAP}(?:min|admin|pak|bu|kak|mas|mbak|bang|ya|nih|deh))*"
MISTYPED = rf"{WRONG}(?:\s+(?:ketik|tulis|isi))?"
NOT_THAT = re.compile(r"\s+(?:bukan(?:nya)?|not)\s+.*$", re.IGNORECASE | re.DOTALL)
THAT = re.compile(rf"^.*\b(?:{SHOULD}|tapi|tp|melainkan|but){GAP}", re.IGNORECASE | re.DOTALL)
TRIGGER = re.compile(rf"\b(?:{CHANGE}|{WRONG}|{SHOULD})\b", re.IGNORECASE)
INSTEAD = re.compile(r"\b(?:tapi|tp|tetapi|melainkan|jadi|menjadi|but)\b", re.IGNORECASE)
MEANT = rf"(?:{SHOULD}|(?:maksud(?:nya|ku| saya)?|i meant?)(?:{GAP}(?:adalah|itu))?)"
WRITERS = re.compile(
    rf"^{ASKING}(?:{CHANGE}\s+)?(?:(?:nama|nik)(?:ku|\s+(?:saya|sy|aku|ulun|kula))|(?:my )(?:full )?(?:name|nik))"
    rf"(?:{GAP}{WRONG})?\W*$",
    re.IGNORECASE,
)
CONTRARY = re.compile(rf"\b(?:loh|lho|kok|eh|bukan(?:nya)?|maksud\w*|wait|not|{WRONG}|{SHOULD})\b", re.IGNORECASE)
TAKES_DAYS = (*DATES, "text", "street", "number")  # kinds of questions
TOLD_BESIDE_PHOTO = ("village", "name", "place", "street", *DATES)  # what else is named there is rather a paper
LAST = re.compile(rf"^{ASKING}(?:(?:{WRONG}|bukan){GAP})?{MEANT}{GAP}(.+)$", re.IGNORECASE | re.DOTALL)


def speaks_of_change(text: str) -> bool:
    """More than the button's own word: "alamat salah, harusnya karang jati"."""
    return len(text) <= LONGEST and len(text.split()) > 1 and bool(TRIGGER.search(text))


def of_an_answer(text: str) -> bool:
    """Of something that was answered, not of a document: "nik saya salah", "ubah nama anak jadi Bima"."""
    return speaks_of_change(text) and bool(ANSWERED.intersection(spelling().words(text))) and not names_document(text)


def names_document(text: str, answers: Collection[str] = ()) -> bool:
    """Or what stands on one; not where that is among the words for `answers`."""
    said = set(spelling().words(text))
    return bool(said & (OF_DOCUMENTS - (ON_DOCUMENTS & set(answers)))) or ("kk" in said and "nomor" not in said)


def meant_by(words: str) -> str:
    """Of "karang jati bukan karang rejo", and of "bukan karang rejo tapi karang jati", what it should be."""
    return NOT_THAT.sub("", THAT.sub("", words)).strip(" \n,:;!")


def value_told(rest: str) -> str:
    """Of what stands after the name of an answer, what it should be: "nya salah min, harusnya karang jati"."""
    found = re.match(rf"{OWN}{GAP}(?P<value>.+)$", rest, re.IGNORECASE | re.DOTALL)
    said = f"{found['value']} " if found else ""
    value = meant_by(re.sub(rf"^(?:{MISTYPED}|{BECOMES}){TO_US}{GAP}", "", said, flags=re.IGNORECASE))
    return "" if re.fullmatch(rf"(?:{MISTYPED}|{BECOMES})?{TO_US}", value, re.IGNORECASE) else value


def change_options(steps: Sequence[Step], talk: Talk) -> tuple[Option, ...]:
    """What the summary shows comes first: a list has no room for all."""
    found = sorted(_changeable(steps, talk), key=lambda step: not (step.takes_uploads or _is_shown(step, talk)))
    return tuple(Option(AGAIN + step.key, label_of(step, talk), plain=True) for step in found[:MOST_LISTED])


def _is_shown(step: Step, talk: Talk) -> bool:
    """Numbers are not, by SMS, and may be changed all the same."""
    return step.row is not None and (step.kind != "choice" or bool(step.row(talk)))


def _changeable(steps: Iterable[Step], talk: Talk) -> Iterable[Step]:
    """Answered, named, and no question put only to find out whether a request is needed."""
    for step in steps:
        asks_whether = bool(step.stops) and step.row is None
        named = talk.words.has(label_key(step), talk.language)
        if named and step.key in talk.answers and not step.is_summary and not asks_whether and step.when(talk):
            yield step


def or_change(step: Step, steps: Sequence[Step]) -> Step:
    """The same question, where another answer can be changed instead. A free text may speak of changes itself."""

    def read(talk: Talk, answer: Answer) -> Any:
        last = None if answer.pick else _last_meant(answer.text, steps, talk)
        change = None if answer.pick else typed_change(answer.text, steps, talk)
        change = change or (_named_at_photo(answer.text, step, steps, talk) if not answer.pick else None)
        change = change or (None if answer.pick else _another_day(answer.text, step, steps, talk))
        change = change or (_other_office(answer.text, steps, talk) if _says_not(answer, step) else None)
        change = change or (None if talk.tries else last)  # after a bad answer "harusnya ..." is about this question
        if change:
            return change
        if not answer.pick and (later := _not_yet_asked(step, steps, talk, answer.text)):
            return later
        try:
            return step.read(talk, answer)
        except AskAgain:
            if last:
                return last
            raise

    return step if step.is_summary or step.kind == "text" else replace(step, read=read)


def _says_not(answer: Answer, step: Step) -> bool:
    """Where no place is asked for."""
    asks_no_place = step.takes_uploads or step.kind in (*NUMBERS, "choice")
    return asks_no_place and not answer.pick and bool(CONTRARY.search(answer.text))


def _named_at_photo(text: str, step: Step, steps: Sequence[Step], talk: Talk) -> Several | None:
    """ "Kelurahannya karang jati", where no words are asked for: taken if it can be read."""
    if not step.takes_uploads or not text or len(text) > LONGEST:
        return None
    change = typed_change(text, [each for each in steps if each.kind in TOLD_BESIDE_PHOTO], talk, at_summary=True)
    return replace(change, note=None) if isinstance(change, Several) else None


def _not_yet_asked(step: Step, steps: Sequence[Step], talk: Talk, text: str) -> Several | None:
    """ "ubah NIK" where the NIK is still to come, or the writer's own name: nothing is changed, and the open question
    comes back."""
    if (own := _writers_own(text, steps, talk)) and _is_later(own, step, talk):
        return Several({}, Say("change-later", {"label": Words(label_key(own))}))
    if not speaks_of_change(text):
        return None
    for name, each in _names([each for each in steps if _is_later(each, step, talk)], talk):
        if re.match(rf"^{ASKING}{CHANGE}\s+{name}(?:nya|ku)?\W*$", text.strip(), re.IGNORECASE):
            return Several({}, Say("change-later", {"label": Words(label_key(each))}))
    return None


def _writers_own(text: str, steps: Sequence[Step], talk: Talk) -> Step | None:
    """ "Namaku salah", where somebody else is named as well: the answer that is about who writes."""
    said = WRITERS.match(text.strip())
    kind = "nik" if said and "nik" in said[0].casefold() else "name"
    own = (step for step in steps if step.of == "applicant" and step.kind == kind and step.when(talk))
    return next(own, None) if said else None


def _is_later(each: Step, step: Step, talk: Talk) -> bool:
    waits = each.key != step.key and each.key not in talk.answers and not each.is_summary
    return waits and talk.words.has(label_key(each), talk.language) and each.when(talk)


def typed_change(text: str, steps: Sequence[Step], talk: Talk, *, at_summary: bool = False) -> Any:
    """Reopen, Several with the new value, or none. At the summary the name of an answer is enough."""
    if len(text) > LONGEST or not (at_summary or TRIGGER.search(text)):
        return None
    if own := _writers_own(text, steps, talk):
        return Reopen(own.key) if own.key in talk.answers else None
    for name, step in _names(_changeable(steps, talk), talk):
        for form in _forms(name, at_summary):
            if said := re.match(form, text.strip(), re.IGNORECASE | re.DOTALL):
                other = _other_option(said["value"] or "", steps, talk) if step.kind in NUMBERS else None
                other = other or (_other_office(text, steps, talk) if step.kind in NUMBERS else None)
                return other or _changed(step, talk, said["value"], at_summary)
    if not at_summary:
        return None
    day = _another_day(text, None, steps, talk)
    last = day or _last_meant(text, steps, talk, at_summary=True)
    return last or _other_office(text, steps, talk) or _other_option(text, steps, talk)


def _another_day(text: str, at: Step | None, steps: Sequence[Step], talk: Talk) -> Any:
    """ "Loh kok 26, tgl 12 november" where no day is asked, or at the summary (`at` is none)."""
    wants_day = at is not None and (at.kind in TAKES_DAYS or at.takes_uploads or not CONTRARY.search(text))
    days = [] if wants_day or len(text) > LONGEST else [s for s in _changeable(steps, talk) if s.kind in DATES]
    day = day_instead(text, talk.answers[days[0].key], talk.today) if len(days) == 1 else None
    if day and day == talk.answers[days[0].key]:
        return Several({}, Say("several-read", {"rows": told_by(days[0], talk)}), CHANGED if at is None else None)
    return _changed(days[0], talk, day, at is None) if day else None


def _other_option(text: str, steps: Sequence[Step], talk: Talk) -> Any:
    """ "rusak", "bukan hilang tapi rusak": what one choice alone has for another answer than the one given."""
    said = INSTEAD.split(text)[-1]
    found = [
        step
        for step in _changeable(steps, talk)
        if step.kind == "choice" and _picked(step, talk, said) not in (None, talk.answers[step.key])
    ]
    return _changed(found[0], talk, said, at_summary=True) if len(found) == 1 else None


def _other_office(text: str, steps: Sequence[Step], talk: Talk) -> Any:
    """ "KK saya di samarinda, bukan balikpapan", where one number serves both."""
    if OF_BIRTH.search(text) or not (CONTRARY.search(text) or OF_OFFICE.search(text)):
        return None
    step = next((step for step in _changeable(steps, talk) if step.key == KEY), None)
    meant = office_meant(meant_by(text), talk)
    if not step or not meant or meant.code == talk.answers[step.key]:
        return None
    return _changed(step, talk, talk.regions[meant.region].short_name, at_summary=True)


def _picked(step: Step, talk: Talk, said: str) -> str | None:
    option = pick(said, alone(step, talk).options, talk.words, talk.language, talk.channel, numbers=False)
    return option.id if option else None


def _last_meant(text: str, steps: Sequence[Step], talk: Talk, *, at_summary: bool = False) -> Any:
    """ "salah, harusnya rina contoh" after the name: taken only if it can be read."""
    said = LAST.match(text.strip()) if len(text) <= LONGEST else None
    before = [step for step in _changeable(steps, talk) if not step.takes_uploads] if said else []
    change = _changed(before[-1], talk, said[1], at_summary) if said and before else None
    return change if isinstance(change, Several) else None


def _names(steps: Iterable[Step], talk: Talk) -> list[tuple[str, Step]]:
    """What an answer is called, as a pattern, the longest first: "nama ayah" is not "nama"."""
    called = [(name, step) for step in steps for name in names_of(step, talk)]
    called.sort(key=lambda each: len(each[0]), reverse=True)
    return [(pattern_of(name), step) for name, step in called]


def _forms(name: str, at_summary: bool) -> Iterable[str]:
    named = rf"(?:the |my )?{name}{OWN}(?:\s+(?:yang tadi|tadi|juga))?"
    value = rf"(?:{GAP}(?P<value>.+))?$"
    yield rf"^{ASKING}{CHANGE}\s+{named}(?:{GAP}{BECOMES})?{value}"
    yield rf"^{ASKING}{named}{GAP}(?:{WRONG}{TO_US}(?:{GAP}(?:{BECOMES}))?|{SHOULD}){value}"
    yield rf"^{ASKING}{WRONG}(?:\s+(?:ketik|tulis|isi))?{TO_US}[\s,.]+{named}(?:{GAP}{BECOMES})?{value}"
    if at_summary:
        yield rf"^{ASKING}(?:bukan|bkn|not)\s+{named}(?:\s+(?:itu|ini|yang itu|that))?{value}"
        yield rf"^{ASKING}{named}(?:{GAP}{BECOMES})?{value}"


def _changed(step: Step, talk: Talk, text: str | None, at_summary: bool) -> Any:
    """What cannot be read is asked with its own question, and the rest stays."""
    words = (text or "").strip(" \n,:;!")
    if not words or step.takes_uploads:
        return Reopen(step.key)
    if step.kind != "text":
        words = _part_of_name(step, talk, words) or meant_by(words) or words
    try:
        new = told(step, talk, words)
    except AskAgain as unclear:
        return Reopen(step.key, unclear)
    own, values = new[step.key], {key: each.value for key, each in new.items()}
    shown = Words(own.ack.key, own.ack.args) if own.ack else f"{_shown(step, talk, own.value, words)}."
    return Several(values, Say("changed", {"value": shown}), CHANGED if at_summary else None)


def _part_of_name(step: Step, talk: Talk, words: str) -> str | None:
    given = talk.answers.get(step.key)
    return part_put_right(given, words) if step.kind == "name" and isinstance(given, str) else None


def told_by(step: Step, talk: Talk) -> str:
    """An answer that stands, as it is shown when it has changed."""
    return _shown(step, talk, talk.answers[step.key], label_of(step, talk))


def _shown(step: Step, talk: Talk, value: Any, words: str) -> str:
    """As the summary shows it; what it leaves out by the option's name, a number by what it is."""
    picked = next((option for option in step.ask(talk).options if option.id == value), None)
    option = label(picked, talk.words, talk.language, talk.channel) if picked else None
    return shown_in(step, talk, value) or option or (label_of(step, talk) if step.kind in NUMBERS else words)
