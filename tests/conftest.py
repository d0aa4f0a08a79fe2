from pathlib import Path

import pytest

from tests import factories


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of a small graph, made once: not to be written to."""
    return factories.write_graph(tmp_path_factory.mktemp("graph"))
