"""The second medium is found where it is, and never where it is not."""

from pathlib import Path

from desk.backups.volumes import FOLDER, Volume, is_same_disk, linux_volumes, place_of

STICK = Volume("备份盘", Path("/media/wang/备份盘"))
MOUNTS = [
    "/dev/vda / ext4 rw 0 0",
    "/dev/sdb1 /media/wang/\\345\\244\\207\\344\\273\\275\\347\\233\\230 vfat rw 0 0",
    "/dev/sdc1 /mnt/Big\\040Disk ext4 rw 0 0",
    "tmpfs /run/user tmpfs rw 0 0",
]


def test_only_what_is_plugged_in_is_listed_by_its_label():
    found = linux_volumes(MOUNTS, {"/dev/sdb1": "备份盘"})
    assert found == [STICK, Volume("Big Disk", Path("/mnt/Big Disk"))]


def test_a_label_leads_to_a_folder_wherever_the_disk_is_mounted():
    assert place_of("卷标：备份盘", [STICK]) == STICK.root / FOLDER
    moved = Volume("备份盘", Path("E:\\"))
    assert place_of("卷标：备份盘", [moved]) == moved.root / FOLDER


def test_a_label_that_is_not_there_or_twice_there_leads_nowhere():
    assert place_of("卷标：备份盘", []) is None
    assert place_of("卷标：备份盘", [STICK, Volume("备份盘", Path("/mnt/b"))]) is None
    assert place_of("卷标：", [Volume("", Path("/mnt/b"))]) is None


def test_a_folder_counts_as_there_while_its_parent_is(tmp_path):
    assert place_of(str(tmp_path / "备份"), []) == tmp_path / "备份"
    assert place_of(str(tmp_path / "pulled out" / "备份"), []) is None
    assert place_of("", []) is None
    assert place_of("备份", []) is None


def test_a_folder_beside_the_data_is_the_same_disk(tmp_path):
    assert is_same_disk(tmp_path / "a" / "b", tmp_path)
    assert not is_same_disk(Path("/proc"), tmp_path)
