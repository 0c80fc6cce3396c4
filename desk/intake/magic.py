"""What a file really is, by its first bytes, and what its sender can do about it."""

_SAVE_AS = "请用 Word 或 WPS 打开后另存为 .docx，再重新导入"
_PICTURE = "请向报送单位要 Word 稿；图片可以插入 Word 稿后一起导入"
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "PDF 文件", "请向报送单位要可编辑的 Word 稿，或者复制文字后另存为 .docx"),
    (b"{\\rtf", "RTF 文档", _SAVE_AS),
    (b"\x89PNG", "图片", _PICTURE),
    (b"\xff\xd8\xff", "图片", _PICTURE),
    (b"GIF8", "图片", _PICTURE),
    (b"BM", "图片", _PICTURE),
    (b"II*\0", "图片", _PICTURE),
    (b"MM\0*", "图片", _PICTURE),
    (b"RIFF", "图片或音视频", "请向报送单位要 Word 稿"),
    (b"Rar!", "RAR 压缩包", "请先解压，再导入里面的稿件"),
    (b"7z\xbc\xaf", "7z 压缩包", "请先解压，再导入里面的稿件"),
    (b"\x1f\x8b", "gzip 压缩包", "请先解压，再导入里面的稿件"),
    (b"MZ", "可执行程序", "请不要打开它，并告诉报送单位检查电脑"),
    (b"\x7fELF", "可执行程序", "请不要打开它，并告诉报送单位检查电脑"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
_MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"<!doctype")


def nature(data: bytes) -> tuple[str, str] | None:
    """Name what the bytes are and what to do; None when nothing gives them away."""
    if data.startswith(OLE):
        return _ole(data)
    for signature, name, advice in _SIGNATURES:
        if data.startswith(signature):
            return name, advice
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return "网页或 XML 文件", _SAVE_AS
    return None


def _ole(data: bytes) -> tuple[str, str]:
    """Tell apart what Microsoft's old container may hold."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "有打开密码的文件", "请用密码打开，去掉密码后另存，再重新导入"
    if "WordDocument".encode("utf-16-le") in data:
        return "旧版 Word 文档（.doc）", _SAVE_AS
    if "Workbook".encode("utf-16-le") in data:
        return "旧版 Excel 表格（.xls）", "请把稿件文字放进 Word 文档，另存为 .docx，再重新导入"
    return "旧版 Office 或 WPS 文档", _SAVE_AS


def is_binary(head: bytes) -> bool:
    """Whether the bytes cannot be text of any encoding the desk reads."""
    if nature(head) or head.startswith(b"PK"):
        return True
    control = sum(head.count(code) for code in range(1, 32) if code not in (9, 10, 12, 13, 27))
    return control > len(head) // 100
