"""`backup`, `restore`, `rehearse`, `verify`, `search`: the store's upkeep and a look into it."""

import json

from main import main


def test_drafts_are_found_by_words(run, office):
    draft = office.draft("县水利局加固病险水库")
    office.draft("县教育局开展校园安全检查")
    code, printed, _ = run("search", "水库", "--json")
    (one,) = json.loads(printed)
    assert (code, one["id"], one["title"]) == (0, draft.id, "县水利局加固病险水库")
    assert "县水利局加固病险水库" in run("search", "水库")[1]


def test_a_backup_brings_the_office_back(run, office, paths, tmp_path):
    office.draft("县教育局开展校园安全检查")
    code, printed, _ = run("backup", tmp_path / "备份.db")
    assert (code, printed.strip()) == (0, str(tmp_path / "备份.db"))
    office.store.close()
    paths.store.unlink()
    assert run("restore", tmp_path / "备份.db")[0] == 0
    assert run("verify") == (0, "数据文件完好\n", "")
    assert "校园安全检查" in run("search", "校园")[1]


def test_a_damaged_store_is_refused(run, office, paths):
    office.store.close()
    paths.store.write_bytes(b"\0" * 8192)
    code, printed, complaint = run("verify")
    assert (code, printed) == (1, "")
    assert complaint.rstrip().endswith("。")


def test_a_backup_is_restored_to_an_empty_folder_and_never_over_something(run, office, tmp_path):
    office.draft("县教育局开展校园安全检查")
    _code, printed, _ = run("backup")
    assert run("rehearse")[0] == 0
    assert run("restore", printed.strip(), "--to", tmp_path / "new")[0] == 0
    code, _, complaint = run("restore", printed.strip(), "--to", tmp_path / "new")
    assert (code, "另选一个空文件夹" in complaint) == (1, True)
    assert main(["--data", str(tmp_path / "new"), "verify"]) == 0


def test_a_sealed_backup_needs_its_password_from_the_environment(
    run, office, tmp_path, monkeypatch
):
    monkeypatch.setenv("INFODESK_PACKAGE_PASSWORD", "春风又绿江南岸明月")
    assert run("backup", tmp_path / "a.infodesk", "--password")[0] == 0
    assert run("restore", tmp_path / "a.infodesk", "--to", tmp_path / "new")[0] == 1
    monkeypatch.setenv("INFODESK_PACKAGE_PASSWORD", "春风又绿江南岸明月")
    assert run("restore", tmp_path / "a.infodesk", "--to", tmp_path / "new")[0] == 0
