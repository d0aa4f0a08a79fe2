import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


def _read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> NotebookNode:
    """The tour, run where it lies, with no settings but its own."""
    path = next(path for path in NOTEBOOKS if path.name == "01_tour.ipynb")
    own = str(tmp_path_factory.mktemp("jupyter"))
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "TMPDIR"):
            patch.setenv(variable, own)
        resources = {"metadata": {"path": str(path.parent)}}
        return NotebookClient(_read(path), timeout=300, kernel_name="python3", resources=resources).execute()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    notebook = _read(path)
    nbformat.validate(notebook)
    assert all(not cell.outputs and cell.execution_count is None for cell in _code(notebook))


def test_every_cell_of_the_tour_runs_and_answers(run: NotebookNode) -> None:
    assert len(_code(run)) >= 5
    for cell in _code(run):
        assert [output.output_type for output in cell.outputs if output.output_type == "error"] == []
        assert [output for output in cell.outputs if output.get("name") == "stderr"] == []
        assert cell.outputs, cell.source


def test_the_tour_ends_with_the_network_itself(run: NotebookNode) -> None:
    page = _code(run)[-1].outputs[-1].data["text/html"]
    assert "<iframe" in page
    assert "vis.Network" in page
    assert not re.search(r"(src|href)=(\"|'|&quot;|&#x27;)https?:", page)
