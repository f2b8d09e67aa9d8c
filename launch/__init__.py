"""Sets Loket up on a fresh machine and runs all of it there, for trying and for developing."""
