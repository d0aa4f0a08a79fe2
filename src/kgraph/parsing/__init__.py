"""GiNZA, loaded once: an article's text becomes one spaCy `Doc` whose offsets are the text's own.

GiNZA is given one sentence at a time. It cuts inside 「…。…」 by itself, glues line breaks to
neighbouring words and refuses texts over 49,149 bytes; sentences cut beforehand avoid all three.
"""

from kgraph.parsing.parser import Parser, is_unknown
from kgraph.sentences import sentences

__all__ = ["Parser", "is_unknown", "sentences"]
