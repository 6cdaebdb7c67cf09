"""No line of the program names what speaks to a network."""

import ast
import re
from pathlib import Path

import pytest

import secretary_desk

PACKAGE = Path(secretary_desk.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
OF_NETWORKS = {
    *("socket", "socketserver", "ssl", "select", "selectors", "asyncio", "urllib", "http"),
    *("ftplib", "smtplib", "poplib", "imaplib", "nntplib", "telnetlib", "xmlrpc", "webbrowser"),
    *("requests", "httpx", "aiohttp", "urllib3", "certifi", "multiprocessing", "uvicorn"),
    *("QtWebSockets", "QtWebEngineCore", "QtWebEngineWidgets", "QtHttpServer", "QtRemoteObjects"),
}
WITHIN_THIS_COMPUTER = {"desk/instance.py": {"QLocalServer", "QLocalSocket"}}
# A uuid made of the network card's address, and a name that the network gives to this computer.
TELL_OF_IT = re.compile(r"\b(uuid1|getnode|getfqdn|gethostby\w+|QHostInfo|QNetwork\w+)\b")


def imported(path: Path) -> set[tuple[str, str]]:
    """Return what a module imports, as pairs of a module and a name in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import():
                found |= {(each.name, "") for each in node.names}
            case ast.ImportFrom(level=0):
                found |= {(node.module or "", each.name) for each in node.names}
    return found


def of_networks(path: Path) -> set[str]:
    """Return the modules that a file imports and that can speak to a network."""
    names = {f"{module}.{name}" for module, name in imported(path)}
    return {name for name in names if OF_NETWORKS & set(name.split("."))}


def of_qt_network(path: Path) -> set[str]:
    pairs = imported(path)
    given = {name for module, name in pairs if module == "PySide6.QtNetwork"}
    whole = {name for pair in pairs if (name := ".".join(pair)) and "QtNetwork" in pair[1:]}
    return given | whole


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_nothing_that_speaks_to_a_network(module):
    path = PACKAGE / module
    assert of_networks(path) == set()
    assert of_qt_network(path) <= WITHIN_THIS_COMPUTER.get(module, set())
    assert not TELL_OF_IT.findall(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import urllib.request",
        "from http import client",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "def f():\n    import ssl",
    ],
)
def test_an_import_is_found_wherever_it_stands(tmp_path, line):
    module = tmp_path / "module.py"
    module.write_text(line)
    assert of_networks(module) | of_qt_network(module)
