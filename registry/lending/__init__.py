"""Who prints what with what: the printing plan of a province, and what its offices lend each other."""
