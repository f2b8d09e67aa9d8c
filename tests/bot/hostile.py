"""A citizen who answers anything with anything: what fits, what does not, commands, old buttons, files, rubbish."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from bot.context import Heard
from bot.flow import JudgedUpload, SentBefore
from bot.meaning.commands import COMMANDS
from notifications.outbox import Message
from registry.uploads.reading import Reading
from tests.bot.player import Player, services
from tests.bot.situations import GOOD

RUBBISH = (
    "", " ", "?", "...", "xyzzy plugh", "0", "-1", "99999999999999999999", "1 2 3", "31 februari 2020",
    "' OR 1=1 --", "{ $rows }", "{{7*7}}", "<script>alert(1)</script>", "#let x = 1", "*_~`", "\\", "%s%n",
    "\x00\x1b[31m", "\u202eterbalik", "e\u0301" * 300, "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 40,
    "\u0663\u0664\u0665",
    "a" * 4_000, "1" * 4_000, "1/" * 2_000, "rt rw " * 600, "tgl " * 1_000, "#" * 500, "AKL#" + "#" * 200, "ZZZ#1#2",
)  # fmt: skip
SAID = (
    "kk saya hilang", "mau buat ktp baru", "akta lahir anak", "pindah ke samarinda", "ubah nama", "bukan itu", "lupa",
    "tidak punya", "besok", "kemarin", "apa?", "ga ngerti", "min", "halo", "p", "makasih", "berapa ongkir", "jam buka",
    "bawa", "halaman", "ya", "tidak", "bisa diwakilkan?", "petugas minta uang", "karang rejo", "jl contoh 5 rt 2 rw 3",
    "KTP#6471044506900000#6471041203150000#RINA CONTOH", "AKL##", "please in english", "pos aja ke jl mawar 5",
    "ambil sendiri aja", "besok aku lanjutin", "maaf, batal aja",
    "terus gimana", "i lost my id card, how much?", "bapak saya meninggal, syaratnya apa", "nikah siri bisa?",
    "ktp bisa diurus di kota lain ga", "istri yg ambil boleh?",
)  # fmt: skip
COMMAND_WORDS = tuple(spelling for spellings in COMMANDS.values() for spelling in spellings)
VERDICTS = ("fine", "blurred", "dark", "small", "cut")
PAPERS = sorted({paper.key for service in services().values() for paper in service.paper})
NUMBERS = ("6471044506900000", "6471041708870000", "6471041203150000")
REFUSALS = ("locked-pdf", "not-photo-or-pdf", "too-large", "gone")
ODDITIES = ("sticker", "location", "contact", "empty", "long")

Act = Callable[[Player], list[Message]]


def sent_before(player: Player) -> None:
    """Whoever they are about to be, all their papers lie with one of two earlier requests."""
    for number in (*NUMBERS, *GOOD["nik"]):
        player.sent[number] = []
        for key in PAPERS:
            file = JudgedUpload(9_000 + len(player.files), "fine", "image", Reading((key,), (number,)))
            player.files[file.id] = file
            player.sent[number].append(SentBefore(key, f"BPP-0041{file.id % 2}", (file,)))


@dataclass
class Citizen:
    """`random` decides all: the same seed does the same."""

    random: Random

    def does(self, player: Player) -> list[Message]:
        """One thing out of all that may come. What fits comes most often, or no flow would be walked far."""
        acts: Sequence[Act] = (self._fitting, self._types, self._presses, self._sends, self._odd)
        return self.random.choices(acts, (60, 22, 6, 8, 4))[0](player)

    def _fitting(self, player: Player) -> list[Message]:
        if player.offered and self.random.random() < 0.7:
            return player.press(self.random.choice(player.offered).id)
        return player.type(self.random.choice(self.random.choice(tuple(GOOD.values()))))

    def _types(self, player: Player) -> list[Message]:
        return player.type(self.random.choice(self.random.choice((RUBBISH, SAID, COMMAND_WORDS, (*services(),)))))

    def _presses(self, player: Player) -> list[Message]:
        """A button of an older question, or one that nobody ever offered."""
        old = self.random.randint(0, player.state.prompt)
        return player.hear(Heard(button=f"{old}:{self.random.choice(('send', 'go_on', '!stale', '', ':', '!held'))}"))

    def _sends(self, player: Player) -> list[Message]:
        if self.random.random() < 0.3:
            return player.send(self.random.choice(REFUSALS), kind=None)
        kind = self.random.choice(("image", "image", "pdf", "voice"))
        verdicts = self.random.choices(VERDICTS, (6, 1, 1, 1, 1), k=self.random.randint(1, 4))
        return player.show(*((verdict, kind, self._reading()) for verdict in verdicts))

    def _reading(self) -> Reading | None:
        """Any paper, or several, or none, with anybody's numbers on it."""
        if self.random.random() < 0.3:
            return None
        kinds = self.random.sample(PAPERS, self.random.randint(0, 2))
        numbers = self.random.sample(NUMBERS, self.random.randint(0, 2))
        dated = self.random.choice((None, "2026-11-21"))
        trouble = self.random.choice((None, None, "glare", "cut"))
        return Reading(tuple(kinds), tuple(numbers), dated, self.random.random() < 0.8, trouble)

    def _odd(self, player: Player) -> list[Message]:
        return player.hear(Heard(oddity=self.random.choice(ODDITIES)))
