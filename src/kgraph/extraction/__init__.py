"""One article to what it says: spaCy components over GiNZA, one module each.

`kgraph_names` finds who is named, `kgraph_references` whom 同氏 and 両国 mean, `kgraph_dates` when,
`kgraph_assertions` who does what to whom, `kgraph_events` what of it a timeline would show.
"""

from kgraph.extraction.extractor import COMPONENTS, Extractor, load

__all__ = ["COMPONENTS", "Extractor", "load"]
