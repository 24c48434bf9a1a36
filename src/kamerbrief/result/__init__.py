"""From the parts to a ``Kamerbrief``: typed, checked, nothing lost.

``assembly`` puts it together, ``passages`` finds what it cites, ``checks`` says what is wrong with it.
"""

from kamerbrief.result.assembly import assemble

__all__ = ["assemble"]
