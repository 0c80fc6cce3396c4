"""Set up this machine once, then run, test or measure the application.

Standard library only, so that any Python 3.11 can start it:

    python3 resources/setup/boot.py run|test|bench|drill|setup
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "stamp"
WHEELS = ROOT / "wheels"
HELD = ROOT / "build" / "setup.lock"
LINUX = sys.platform.startswith("linux")

# Debian's package for each library Qt loads; the last five serve a real (xcb) window.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
)


def main(arguments: list[str]) -> int:
    """Run one of the commands; its exit code is ours."""
    commands = {"run": run, "test": test, "bench": bench, "drill": drill, "setup": lambda _: 0}
    name, *rest = arguments or ["run"]
    if name not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    if sys.version_info[:2] < (3, 11):  # noqa: UP036 - the script must say so on an older one
        print("信息编报台需要 Python 3.11：请安装后重试。", file=sys.stderr)
        return 1
    problem = prepare()
    if problem:
        print(problem, file=sys.stderr)
        return 1
    return commands[name](rest)


def prepare() -> str:
    """Install what is missing; return a sentence when the user has to do something first."""
    if LINUX and (packages := missing_packages()):
        problem = install_packages(packages)
        if problem:
            return problem
    if fits():
        return ""
    with alone():
        return "" if fits() else build_environment()


def fits() -> bool:
    """Whether the environment is there and whole."""
    return STAMP.exists() and STAMP.read_text() == fingerprint()


@contextmanager
def alone() -> Iterator[None]:
    """Wait while another start prepares the same environment, instead of pulling it away."""
    HELD.parent.mkdir(exist_ok=True)
    with HELD.open("w") as file:
        if os.name == "posix":
            import fcntl  # noqa: PLC0415 - not there on Windows

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def missing_packages() -> list[str]:
    """Debian packages this machine lacks: libraries Qt loads, and pip for the environment."""
    packages = {package for name, package in LIBRARIES.items() if not loads(name)}
    if importlib.util.find_spec("ensurepip") is None:
        packages.add("python3-venv")
    return sorted(packages)


def loads(library: str) -> bool:
    """Whether the dynamic loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> str:
    """Install with apt as root; otherwise return the exact command to type."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        return f"缺少系统库，请用本机的软件包工具安装：{' '.join(packages)}"
    if os.geteuid() != 0:
        return f"缺少系统库，请先执行：sudo {' '.join(command)}"
    if apt("update") or apt(*command[1:]):
        return f"系统库没有装上，请检查软件源后执行：{' '.join(command)}"
    return ""


def apt(*arguments: str) -> int:
    """Run apt-get without questions or chatter."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", *arguments]
    return subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, check=False
    ).returncode


def fingerprint() -> str:
    """What the environment depends on: the lock, its own Python and the place it lies in.

    Not the Python that runs this script: two that take turns would build it anew each time.
    """
    digest = hashlib.sha256(LOCK.read_bytes())
    digest.update(f"{own_version()} {VENV}".encode())
    return digest.hexdigest()


def own_version() -> str:
    """The version of the environment's Python; "" where it does not run."""
    command = [str(python()), "-c", "import sys; print(sys.version)"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def build_environment() -> str:
    """Make the virtual environment anew and install the locked packages."""
    if Path(sys.prefix).resolve() == VENV.resolve():  # it would be pulled away from under us
        return "运行环境要重建。请先退出虚拟环境（deactivate），再执行一次。"
    print("正在准备运行环境（只需一次）……", file=sys.stderr)
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
    if made.returncode:
        return "建立虚拟环境失败，请检查磁盘空间和写入权限，然后重试。"
    source = ["--no-index", "--find-links", str(WHEELS)] if WHEELS.is_dir() else []
    command = [
        *(str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
        *("--require-hashes", "--only-binary", ":all:", "-r", str(LOCK), *source),
    ]
    if subprocess.run(command, check=False).returncode:
        return "依赖没有装全，请检查网络或 wheels 文件夹，然后重试。"
    STAMP.write_text(fingerprint())
    return ""


def python() -> Path:
    """The environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def tool(name: str) -> str:
    """A program installed in the environment."""
    return str(python().with_name(name + (".exe" if os.name == "nt" else "")))


def call(*command: str, **environment: str) -> int:
    """Run a program from the project's top folder."""
    merged = {**os.environ, "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, cwd=ROOT, env=merged, check=False).returncode


def run(arguments: list[str]) -> int:
    """Start the window, or the tour where there is no screen."""
    if arguments or not LINUX or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return call(str(python()), "main.py", *arguments)
    pictures = ROOT / "build" / "tour"
    print(f"没有显示器：改为演示一遍，画面和文件保存在 {pictures}", file=sys.stderr)
    return call(
        *(str(python()), "main.py", "tour", "--out", str(pictures)), QT_QPA_PLATFORM="offscreen"
    )


def test(arguments: list[str]) -> int:
    """Lint, types, contracts, then all tests; the first failure ends it."""
    for name, *rest in CHECKS:
        if code := call(tool(name), *rest):
            return code
    workers = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
    given_back = {"MALLOC_MMAP_THRESHOLD_": "1048576"}  # pages' pictures: a worker grew to 4 GB
    return call(
        *(str(python()), "-m", "pytest", *workers, *arguments),
        QT_QPA_PLATFORM="offscreen",
        **given_back,
    )


def bench(arguments: list[str]) -> int:
    """Measure; the table goes to the screen and to build/bench.json."""
    return call(str(python()), "-m", "tests.bench", *arguments, QT_QPA_PLATFORM="offscreen")


def drill(arguments: list[str]) -> int:
    """The long endurance tests: kills, damage, hostile files, shared out over the cores."""
    workers = ("-n", "auto", "--maxprocesses", "4", "--dist", "load")
    return call(
        *(str(python()), "-m", "pytest", "tests/drill", *workers, *arguments),
        QT_QPA_PLATFORM="offscreen",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
