"""What a line is by itself, how it follows the one above, and whose it is.

``features`` tells what a line is, ``kinds`` and ``bullets`` how that is told, ``joining`` and ``measure`` how lines
follow each other, ``glued`` restores the hyphens that an extractor lost between them, ``field`` holds a label with its
value, ``ledger`` tells who took a line.
"""
