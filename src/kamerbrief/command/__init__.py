"""The command line: documents in, one by one or in processes, and what is made of them out, as a whole."""
