"""A person's name out of what is typed: "nama saya RINA CONTOH pak", "Nama: Rina Contoh, S.Pd."."""

from __future__ import annotations

import re
from typing import Any

from bot.flow import Answer, Talk
from bot.flows.street import ROADS
from bot.meaning.asked import puts_a_question
from bot.meaning.intents import SURE as LEARNED_SURE
from bot.meaning.intents import Label, understand, vocabulary
from bot.meaning.no_answer import SPOKEN, spoken
from bot.meaning.picks import SAID_TO
from bot.meaning.spelling import spelling
from bot.says import AskAgain, Option

LONGEST = 60  # Permendagri 73/2022 Pasal 4(2): sixty letters, spaces counted
WHOSE = (
    "lengkap|panjang|saya|sy|aku|kami|anak|anaknya|bayi|bayinya|ayah|ayahnya|ibu|ibunya|bapak|suami|suaminya|istri"
    "|istrinya|almarhum|almarhumah|alm|orangnya|beliau|baru|barunya|pemohon|ulun|kula|kulo|abdi"
)
NAME = r"(?:nama(?:nya|ku)?|jeneng(?:ku|e)?|ngaran(?:ku|na)?)"
INTRODUCTION = re.compile(
    rf"^\W*(?:{NAME}(?:\s+(?:{WHOSE}))*\s*(?:adalah|yaitu|ialah|[:=-])?|(?:atas nama|a\.?n\.|a/n)\s*:?"
    r"|(?:saya|sy|aku|ulun|kula|kulo)|(?:(?:my|full|the) )*name(?:\s+is|\s*:)|i am|i'm)(?:\s+|$)",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"^(?:pak|bapak|bpk|bu|ibu|sdri?|tn|ny|nn|alm|almh|almarhum|almarhumah|mr|mrs|ms)\b\.?\s+", re.IGNORECASE
)
AFTER = re.compile(
    r"[\s,.]+(?:(?:anak|istri|isteri|suami|ibu|bapak|ayah|adik|kakak|cucu|menantu)nya"
    r"|pak|bapak|bu|kak|kakak|mas|mbak|bang|admin|ya|yah|(?-i:min|aja|saja|deh|sih|nih))[\s,.!]*$",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_][^\d_!?@#$%&*+=<>/\\(){}\[\]|;:\"]*")
WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
NO_NAMES = {"ya", "iya", "y", "sudah", "belum", "tidak", "ok", "oke", "lanjut", "halo", "siap", "baik", "yes", "no",
            "saya", "sendiri", "nama", "apa", "min", "pak", "bu", "kak", "sip", "betul", "benar", "bapak", "ibu",
            "ayah", "anak", "suami", "istri", "p", "kirim"}  # fmt: skip
NEVER_IN_NAMES = {"berapa", "bagaimana", "gimana", "kapan", "dimana", "apakah", "kenapa", "mengapa", "syarat",
                  "syaratnya", "ktp", "kk", "akta", "kia", "nik", "tanya", "tolong", "sudah", "belum", "tidak", "gak",
                  "nggak", "lupa", "nanti", "urus", "ngurus", "bikin", "yang", "untuk", "what", "where", "when", "how",
                  "please", "salah", "keliru", "harusnya", "seharusnya", "mestinya", "maksud", "maksudnya", "ubah",
                  "ganti", "terima", "makasih", "mohon", "dibantu", "pagi", "malam", "assalamualaikum",
                  "kayaknya", "sepertinya", "hmm", "sebentar", "bentar", "tunggu", "dulu", "anu", "halaman", "petugas",
                  "link", "petugasnya", "woi", "woy", "next", "last", "month", "week", "year", "myself"}  # fmt: skip

NO_PERSONS = {"akta", "akte", "kartu", "surat", "paspor", "kantor", "dinas", "disdukcapil", "dukcapil", "capil",
              "kelurahan", "kecamatan", "desa", "polisi", "polsek", "sekolah", "kesehatan", "kependudukan"}  # fmt: skip
KIN = "keluarga_dekat"
MISFORTUNE = ("penyakit", "duka")  # what somebody died of, or how those feel who write
KINDS = ("instansi", "faskes", *MISFORTUNE)  # of words.toml
CLEAR = 0.7  # of the lead of a wish
SPEECH = {
    "di", "ke", "dari", "pada", "sambil", "boleh", "siapa", "besok", "bsk", "kemarin", "kok", "karena", "kalau",
    "tapi", "atau", "hp", "internet", "sinyal", "kuota", "pulsa", "mahal", "jelek", "jauh", "kerja", "makan", "tidur",
    "uang", "duit", "kapan", "mana", "libur",
}  # fmt: skip  # asked about once: there are people who are called so
MOST_NAMES = 4  # words of a name that nobody asked for
TWO = re.compile(r"\w\s+(?:dan|and|&)\s+\w", re.IGNORECASE)  # of twins, of a couple
TITLED = re.compile(r"^(?:i|anak agung)\s+", re.IGNORECASE)  # Balinese; as words they begin speech as well
SAID_TO_US = (Label.GREET, Label.OTHER)  # names look like these
SURE = (Option("accept", "option-is-name"), Option("retype", "option-retype"))


def read_name(talk: Talk, answer: Answer) -> Any:
    name = bare_name(answer.text)
    said = set(re.findall(r"\w+", name.casefold()))
    never = NEVER_IN_NAMES - {"yang"} if name.casefold().startswith("yang ") else NEVER_IN_NAMES  # Yang Mei Lan
    speech = said <= NO_NAMES or _is_spoken(name) or bool(said & never) or puts_a_question(answer.text)
    if speech or not LETTERS.fullmatch(name) or len("".join(said)) < 2:
        raise AskAgain("name-unclear" if re.search(r"\d", name) else "name-expected")
    if len(name) > LONGEST:
        raise AskAgain("name-long", n=len(name))
    name = cased(name)
    if TWO.search(name):
        raise AskAgain("name-two", options=SURE, pending=name, name=name)
    if said & NO_PERSONS or _speaks_of_else(name) or _is_village(talk, name):
        raise AskAgain("name-sure", options=SURE, pending=name, name=name)
    return name


SEXES = {"laki", "laki2", "lelaki", "lalaki", "lakian", "lanang", "jaler", "cowok", "cowo", "pria", "male", "boy",
         "perempuan", "awewe", "estri", "binian", "wadon", "wedok", "cewek", "cewe", "wanita", "female",
         "girl"}  # fmt: skip
RELATIVES = {"the", "my", "her", "his", "mother", "father", "mom", "dad", "parent", "parents", "wife", "husband", "son",
             "daughter", "baby", "child"}  # fmt: skip
INTRODUCED = re.compile(r"^\W*(?:saya|sy|aku|ulun|kula|kulo|i am|i'm)\s", re.IGNORECASE)


def is_but_a_name(talk: Talk, text: str) -> bool:
    """Two to four words none of which says anything else, where no name was asked for."""
    words = spoken(bare_name(text))
    if (
        not 2 <= len(words) <= MOST_NAMES
        or ROADS.search(text)
        or spelling()
        .lexicon.union(SPOKEN, NO_NAMES, SEXES, RELATIVES)
        .intersection([*words, *spelling().words(bare_name(text))])
        or _is_of_ours(text)
    ):
        return False
    try:
        read_name(talk, Answer(text))
    except AskAgain:
        return False
    return True


def _is_of_ours(text: str) -> bool:
    """ "Kutipan kedua": words that all were learned, and of one of our matters."""
    intent = understand(text)
    surely = intent.lead >= LEARNED_SURE and intent.label not in SAID_TO_US
    return surely and all(word in vocabulary() for word in spelling().words(text))


def says_more_than_a_name(text: str) -> bool:
    """ "Perempuan", "kelurahan rejo": a word of it says something by itself."""
    return not spelling().lexicon.union(SPOKEN, NO_NAMES, SEXES).isdisjoint(spoken(text))


def cased(name: str) -> str:
    """As names are written, where it was typed in small letters or in capitals alone."""
    return WORD.sub(lambda word: word[0].capitalize(), name) if name in (name.lower(), name.upper()) else name


def _is_spoken(name: str) -> bool:
    """ "suami saya saja", "wna, kitap", "sakit jantung": of such words alone no name is made."""
    return all(word in SPOKEN | NO_NAMES or spelling().kinds.get(word) in (*MISFORTUNE, KIN) for word in spoken(name))


def _speaks_of_else(name: str) -> bool:
    """It names an institution, has a word in it that belongs to speech, or as a whole is clearly a wish."""
    untitled = TITLED.sub("", name)
    words = spoken(untitled)
    if any(spelling().kinds.get(word) in KINDS or word in SPEECH for word in words) or words[:1] == ["yang"]:
        return True
    if len(words) > 1 and SPOKEN.difference(SAID_TO).intersection(words):
        return True
    intent = understand(untitled)
    is_wish = intent.known and intent.lead >= CLEAR and intent.label not in SAID_TO_US
    return is_wish and len(words) > 1 and any(word in spelling().lexicon for word in words)


def _is_village(talk: Talk, name: str) -> bool:
    """One of the office's: more likely an answer to another question, though people are called so, too."""
    found = talk.regions.search(name, talk.region) if talk.region else ()
    return any(village.name.casefold() == name.casefold() for village in found)


def bare_name(text: str) -> str:
    """Without "nama saya" or "Bapak" before it, and without the "pak" or "min" that only address the office."""
    name = " ".join(INTRODUCTION.sub("", text.strip()).split())
    while (shorter := AFTER.sub("", BEFORE.sub("", name))) != name:
        name = shorter
    return name.replace(" ,", ",").strip(" ,-")
