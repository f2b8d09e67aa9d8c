"""Cards: printed on blanks that are all accounted for, by printers that are known."""
