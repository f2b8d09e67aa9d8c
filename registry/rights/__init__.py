"""What citizens may demand: to complain, and to see, correct and delete what is kept of them."""
