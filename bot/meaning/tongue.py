"""Whether a message is clearly English, or Indonesian: by the little words, of which each language has its own."""

from __future__ import annotations

from bot.meaning.picks import plain

ENGLISH = {
    "i", "im", "my", "me", "we", "our", "you", "your", "he", "she", "his", "her", "they", "the", "is", "are", "was",
    "were", "am", "been", "have", "has", "had", "do", "does", "did", "can", "could", "would", "should", "will",
    "want", "need", "how", "much", "what", "when", "where", "which", "who", "why", "if", "not", "and", "or", "but",
    "for", "from", "of", "to", "in", "at", "on", "with", "this", "that", "it", "its", "there", "here", "please",
    "help", "hello", "lost", "get", "got", "make", "apply", "new", "register", "replace", "renew", "broken",
    "damaged", "stolen", "born", "died", "married", "divorced", "moving", "moved", "birth", "death", "marriage",
    "certificate", "card", "family", "baby", "child", "son", "daughter", "husband", "wife", "father", "mother",
    "foreigner", "passport", "speak", "english", "activate", "identity",
}  # fmt: skip
INDONESIAN = {
    "saya", "sy", "aku", "gue", "gw", "ulun", "kula", "abdi", "kami", "kita", "anda", "mau", "ingin", "yang", "yg",
    "dan", "atau", "di", "ke", "dari", "untuk", "utk", "buat", "bikin", "urus", "ngurus", "tidak", "tdk", "ga",
    "gak", "nggak", "ngga", "enggak", "bisa", "bs", "apa", "apakah", "gimana", "gmn", "bagaimana", "berapa", "brp",
    "kapan", "mana", "ini", "itu", "ada", "sudah", "udah", "sdh", "belum", "blm", "hilang", "ilang", "rusak",
    "anak", "min", "pak", "bu", "kak", "mas", "mbak", "ya", "dong", "nih", "sih", "aja", "saja", "kartu",
    "keluarga", "akta", "akte", "lahir", "nikah", "nama", "minta", "tolong", "mohon", "kalau", "klo", "kalo",
    "lagi", "sama", "dgn", "dengan", "nya",
}  # fmt: skip
ENOUGH = 2


def is_english(text: str) -> bool:
    """Some words of ours (KTP, KIA) stand in English, too; one that only Indonesian has leaves it unclear."""
    said = set(plain(text).split())
    return len(said & ENGLISH) >= ENOUGH and not said & INDONESIAN


def is_indonesian(text: str) -> bool:
    said = set(plain(text).split())
    return len(said & INDONESIAN) >= ENOUGH and not said & ENGLISH
