"""Where people live: official regions, how they are called, pins on a map."""
