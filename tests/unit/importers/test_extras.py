"""Readers whose library is not installed say how to install it."""

import sys

import pytest

from provtrack.errors import MissingExtraError
from provtrack.importers import read_content


@pytest.mark.parametrize(
    ("package", "content", "command"),
    [
        ("pypdfium2", b"%PDF-1.4", r'pip install "provtrack\[pdf\]"'),
        ("pylatexenc", b"\\documentclass{a}", r'pip install "provtrack\[latex\]"'),
    ],
)
def test_a_missing_library_is_named_with_its_command(monkeypatch, package, content, command):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=command):
        read_content(content, "a")
