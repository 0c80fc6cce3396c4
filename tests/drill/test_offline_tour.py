"""The whole tour where a network socket is death."""

from tests.test_offline import offline


def test_the_tour_opens_no_network_socket(tmp_path):
    done = offline("main.py", "tour", "--out", tmp_path / "tour")
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "tour").iterdir())) > 100
