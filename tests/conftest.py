"""What all tests share: where the corpora lie and the samples."""

from pathlib import Path

import pytest

pytest_plugins = ["tests.servers"]

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips what needs an absent corpus; gives time to what may have to fetch and build its servers first."""
    for item in items:
        if item.get_closest_marker("servers") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(1500))
        if item.get_closest_marker("corpus") and not CORPUS.is_dir():
            item.add_marker(pytest.mark.skip(reason="no ../shared/corpus beside the repository"))


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The measuring sets beside the repository; tests that use it carry the mark `corpus`."""
    return CORPUS


@pytest.fixture(scope="session")
def samples() -> Path:
    """The typeset samples of the fictional convention."""
    return ROOT / "samples"
