"""Settings survive being written and read, and a bad file is named."""

import pytest

from desk.drafts import Secrecy
from desk.errors import DeskError
from desk.settings import Settings, load, save


def test_what_is_saved_is_read_back(tmp_path):
    settings = Settings(office="云岭县人民政府办公室", ceiling=Secrecy.NONE, scale=130)
    save(settings, tmp_path / "settings.toml")
    assert load(tmp_path / "settings.toml") == settings


def test_a_missing_file_gives_the_defaults(tmp_path):
    assert load(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize("text", ["office = ", 'scale = "大"', 'ceiling = "绝顶机密"'])
def test_a_bad_file_is_named(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeskError, match=r"settings\.toml"):
        load(path)


def test_an_odd_scale_becomes_the_nearest_offered(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("scale = 128", encoding="utf-8")
    assert load(path).scale == 130


def test_a_folder_that_refuses_leaves_the_old_file(tmp_path):
    with pytest.raises(DeskError, match="写不进去"):
        save(Settings(), tmp_path / "missing" / "settings.toml")
