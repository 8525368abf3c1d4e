"""What the program says: typed values become English sentences, terms and figures, for window and command line."""
