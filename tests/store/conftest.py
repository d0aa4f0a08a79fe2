import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A directory of one's own, and no rights beyond: also where the tests run as root, whom no mode bits stop."""
    directory = Path(tempfile.mkdtemp())
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.chown(directory, 65534, 65534)
        os.seteuid(65534)
    yield directory
    if root:
        os.seteuid(0)
    shutil.rmtree(directory)
