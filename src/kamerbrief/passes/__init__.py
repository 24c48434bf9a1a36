"""The passes: plain functions from lines to the parts of a letter, in the order of ``parser.parse``."""
