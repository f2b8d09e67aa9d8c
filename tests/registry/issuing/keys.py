"""A demo authority and one signatory's key, made once."""

from registry.issuing.certificates import issue_signatory, make_demo_authority
from registry.issuing.sign import SigningKey

PASSPHRASE = "kata sandi percobaan"
AUTHORITY = make_demo_authority()
STRANGER = make_demo_authority("Orang Lain")
KEY_FILE = issue_signatory(AUTHORITY, name="Contoh Pejabat", nip="197001011995031000", passphrase=PASSPHRASE)
KEY = SigningKey.open(KEY_FILE, PASSPHRASE)
STRANGERS_KEY = SigningKey.open(
    issue_signatory(STRANGER, name="Orang Lain", nip="198001011995031000", passphrase=PASSPHRASE), PASSPHRASE
)
