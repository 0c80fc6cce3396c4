"""Verbs of the command line, run in this process."""

import pytest

from main import main


@pytest.fixture
def run(paths, capsys):
    """Run a verb on the data folder: exit code, what it printed, what it complained of."""

    def verb(*words):
        code = main(["--data", str(paths.data), *(str(word) for word in words)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return verb
