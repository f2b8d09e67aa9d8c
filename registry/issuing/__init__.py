"""Issuing documents: rendered with Typst, signed and checked with pyHanko."""

import logging

# pyHanko logs tracebacks that quote the file it was reading, and those files are full of names.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)
