"""Where a data folder lies: places in which others write, and which may tear a store apart."""

import re
from collections.abc import Iterable

_SYNCED = (  # what the name of a folder begins with, without spaces, in small letters
    ("onedrive", "OneDrive"),
    ("坚果云", "坚果云"),
    ("我的坚果云", "坚果云"),
    ("nutstore", "坚果云"),
    ("baidusync", "百度网盘"),
    ("百度网盘", "百度网盘"),
    ("wps云盘", "WPS 云盘"),
    ("wpsdrive", "WPS 云盘"),
    ("wps网盘", "WPS 云盘"),
    ("dropbox", "Dropbox"),
    ("icloud", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("微云", "微云"),
    ("weiyun", "微云"),
    ("googledrive", "Google Drive"),
    ("天翼云盘", "天翼云盘"),
    ("ecloud同步", "天翼云盘"),
    ("阿里云盘", "阿里云盘"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("seafile", "Seafile"),
    ("syncthing", "Syncthing"),
)
_PEOPLE = frozenset(["home", "users"])  # in which each folder is named after its owner
_SHARED = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "9p",
        "afs",
        "ncpfs",
        "ceph",
        "glusterfs",
        "davfs",
        "vboxsf",
        "drvfs",
        "fuse.sshfs",
        "fuse.davfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.glusterfs",
    ]
)
_ADVICE = "请换到本机硬盘的普通文件夹：先退出，把整个数据文件夹移过去，再从新位置启动。"


def doubt(folder: str, file_system: str = "") -> str:
    """What is to be feared for a data folder at an absolute path, as a sentence; "" for nothing."""
    name = synced_by(re.split(r"[\\/]", folder))
    if name:
        return (
            f"数据文件夹在“{name}”的同步范围里：{folder}。"
            f"同步软件会在程序写的时候搬走或换掉文件，数据可能因此损坏，内部文稿也会传到网上。{_ADVICE}"
        )
    if folder.startswith((r"\\", "//")) or file_system.casefold() in _SHARED:
        return (
            f"数据文件夹在网络共享盘上：{folder}。"
            "断网或别的电脑同时打开时，数据可能损坏，已保存的修改也可能没有写到盘上。"
            f"{_ADVICE}备份可以放在共享盘上。"
        )
    return ""


def synced_by(parts: Iterable[str]) -> str:
    """The name of the synchronising program that a folder on the path belongs to; "" for none.

    A person's own folder is not meant: people may be called anything.
    """
    before = ""
    for part in parts:
        is_person, before = before in _PEOPLE, part.casefold()
        if is_person:
            continue
        bare = re.sub(r"[\s_]", "", part).casefold()
        for beginning, name in _SYNCED:
            if bare.startswith(beginning):
                return name
    return ""
