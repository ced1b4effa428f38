// Its first file replaces this one.
