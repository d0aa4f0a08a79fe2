from pathlib import Path

import pytest
from spacy.language import Language

import kgraph
from kgraph import pipeline
from tests import factories

RAW = Path(__file__).parent.parent / "data" / "raw"


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of a small graph, made once: not to be written to."""
    return factories.write_graph(tmp_path_factory.mktemp("graph"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that reads Japanese, loaded once."""
    return kgraph.load()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of the graph of the project's own articles, built once for real: not to be written to."""
    out = tmp_path_factory.mktemp("built")
    assert pipeline.build([RAW], out).failures == ()
    return out
