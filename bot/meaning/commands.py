"""Words that mean the same at every point. They count only as the whole message."""

from __future__ import annotations

from bot.meaning.picks import plain

COMMANDS = {
    "back": ("kembali", "back", "mundur"),
    "cancel": ("batal", "cancel", "batalkan", "batalkan permohonan", "batal permohonan", "cancel my request"),
    "never_mind": (
        "tidak jadi",
        "tdk jadi",
        "ga jadi",
        "gak jadi",
        "nggak jadi",
        "ngga jadi",
        "enggak jadi",
        "kada jadi",
        "gajadi",
        "gakjadi",
        "ga jadi deh",
        "gak jadi deh",
        "batalin",
        "batalin aja",
        "never mind",
        "nevermind",
    ),
    "change": ("ubah", "ralat", "ubah data", "salah tulis", "salah ketik", "salah isi", "change"),
    "menu": ("menu", "menu utama", "main menu"),
    "status": ("status", "cek status", "my requests"),
    "help": ("bantuan", "help", "tolong"),
    "officer": ("petugas", "officer", "bicara dengan petugas", "admin"),
    "form": ("formulir", "form", "minta formulir", "formulirnya"),
    "language": ("bahasa", "language"),
    "english": ("english", "inggris", "bahasa inggris"),
    "indonesian": ("indonesia", "bahasa indonesia"),
    "continue": ("lanjut", "lanjutkan", "kita lanjut", "go on", "continue"),
    "later": ("nanti", "nanti saja", "later"),
    "complaint": ("pungli", "aduan", "complaint"),
    "my_data": ("data saya", "my data"),
    "delete_data": ("hapus data", "hapus data saya", "delete data"),
    "stop": ("berhenti", "stop", "unsubscribe"),
    "start": ("mulai", "start"),
}
_BY_WORDS = {words: name for name, spellings in COMMANDS.items() for words in spellings}


# "Berhenti kirim pesan", "jangan hubungi saya lagi", "stop sending messages": of these words alone, and of both kinds.
ENOUGH = {"stop", "berhenti", "hentikan", "setop", "jangan", "unsubscribe", "unreg", "dont"}
OF_US = {"pesan", "sms", "wa", "whatsapp", "notif", "notifikasi", "kabar", "kabari", "chat", "hubungi", "menghubungi",
         "berlangganan", "langganan", "messages", "message", "texting", "notifications", "all", "semua"}  # fmt: skip
BESIDE = {"kirim", "kirimi", "kirimkan", "mengirim", "kirimin", "sending", "send", "me", "saya", "aku", "lagi", "ke",
          "tolong", "mohon", "please", "dari", "sini", "terus", "any", "more", "to", "the", "ya", "min", "pak", "bu",
          "kak"}  # fmt: skip


def command(text: str) -> str | None:
    """The command that the whole message is, or none: "batal pindah" is a request, not a command."""
    said = plain(text)
    words = set(said.split())
    return _BY_WORDS.get(said) or ("stop" if _is_enough(words) else "take_back" if _takes_back(words) else None)


def _is_enough(words: set[str]) -> bool:
    return bool(words & ENOUGH and words & OF_US) and words <= ENOUGH | OF_US | BESIDE


# "Cabut laporan saya", "tarik aduan ADU-0001": a report of a death is no "laporan" that stands alone.
UNDOES = {"tarik", "cabut", "mencabut", "menarik", "batalkan", "withdraw"}
REPORT = {"laporan", "laporannya", "aduan", "aduannya", "pengaduan", "complaint", "report", "adu"}
OWN = {"saya", "aku", "sy", "yang", "yg", "tadi", "itu", "no", "nomor", "my", "the", "back", "take", "mau", "ingin",
       "i", "want", "to", "please", "tolong", "mohon", "min", "pak", "bu", "dong", "aja", "saja"}  # fmt: skip


def _takes_back(words: set[str]) -> bool:
    left = {word for word in words if not word.isdecimal()}
    undone = left & UNDOES or {"take", "back"} <= left
    return bool(undone and left & REPORT) and left <= UNDOES | REPORT | OWN
