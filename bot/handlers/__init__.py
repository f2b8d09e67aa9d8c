"""The doors to the outside: the carrier's webhooks, and the pages citizens open."""
