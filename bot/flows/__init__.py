"""One file for each conversation, and the book that holds them all."""
