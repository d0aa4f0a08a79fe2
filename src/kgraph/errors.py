"""The errors kgraph raises on purpose: each carries one line that a user can act on."""


class KgraphError(Exception):
    """Something the user asked for cannot be done; the message says what and why in one line."""


class ReadError(KgraphError):
    """An article file cannot be read; the message says why (the file is named by the caller)."""


class LexiconError(KgraphError):
    """A lexicon file breaks the rules of its table; the message names the file and the entry."""


class StoreError(KgraphError):
    """The database cannot be opened, read or written."""


class UnknownNameError(KgraphError):
    """No entity of the graph goes by the name that was asked for."""
