"""The daily report of an office to its province, and what the province sees of all of them."""
