"""How fast and how large Loket is: `python -m bench`."""
