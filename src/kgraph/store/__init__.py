"""The database: one SQLite file, the system of record; written by a `Writer`, read through a `Reader`."""

from kgraph.store.filters import Filters
from kgraph.store.reader import Reader, Stats
from kgraph.store.schema import DATABASE
from kgraph.store.writer import BY_COMMAND, Kept, Parse, Writer

__all__ = ["BY_COMMAND", "DATABASE", "Filters", "Kept", "Parse", "Reader", "Stats", "Writer"]
