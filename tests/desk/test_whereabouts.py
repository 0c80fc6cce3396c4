"""Places in which a data folder is in danger are known by their path and file system."""

import pytest

from desk.whereabouts import doubt


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        (r"C:\Users\王敏\OneDrive\InfoDesk", "OneDrive"),
        (r"C:\Users\王敏\OneDrive - 云岭县\信息编报台", "OneDrive"),
        (r"D:\我的坚果云\数据", "坚果云"),
        ("/home/wang/Nutstore Files/desk", "坚果云"),
        (r"D:\BaiduSyncdisk\desk", "百度网盘"),
        (r"C:\Users\王敏\WPS云盘\desk", "WPS 云盘"),
        ("/home/wang/WPSDrive/desk", "WPS 云盘"),
        ("/home/wang/Dropbox/desk", "Dropbox"),
        (r"C:\Users\王敏\iCloudDrive\desk", "iCloud"),
        ("/Users/wang/Library/Mobile Documents/com~apple~CloudDocs/desk", "iCloud"),
        (r"D:\微云同步助手\12345\desk", "微云"),
        (r"G:\Google Drive\desk", "Google Drive"),
    ],
)
def test_a_folder_that_is_synchronised_is_doubted_by_name(folder, name):
    assert f"“{name}”" in doubt(folder)
    assert folder in doubt(folder)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "CIFS"])
def test_a_share_is_doubted_by_its_file_system(kind):
    assert "网络共享" in doubt("/mnt/share/desk", kind)


@pytest.mark.parametrize("folder", [r"\\server\办公室\desk", "//server/office/desk"])
def test_a_share_is_doubted_by_its_address(folder):
    assert "网络共享" in doubt(folder)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        (r"C:\Users\王敏\AppData\Local\InfoDesk", "NTFS"),
        ("/home/wang/.local/share/InfoDesk", "ext4"),
        (r"D:\云盘资料\信息编报台", "NTFS"),
        (r"D:\备份 Dropbox 说明\信息编报台", "NTFS"),
        ("/home/onedrive/desk", "ext4"),
        (r"C:\Users\Seafile\信息编报台", "NTFS"),
    ],
)
def test_a_plain_folder_of_this_machine_is_not_doubted(folder, kind):
    assert not doubt(folder, kind)
