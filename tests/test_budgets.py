"""The house stays small and portable: lengths of files and functions, no path or host of one machine."""

import ast
import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = {".git", ".venv", "var", "__pycache__", "node_modules", "test-results"}

SOURCE_LINES = 250
TEST_LINES = 400
MEDIAN_LINES = 100
FUNCTION_LINES = 50

# Path → why it may be longer. Nothing is, and nothing should be.
LONGER: dict[str, str] = {}

# Written in halves so that this file does not find itself.
HOSTS = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.", "deb." + "debian", "crates" + ".io"]
MACHINE = re.compile(r"(?<![\w.~])/(?:ro" r"ot|ho" r"me/\w+|wo" r"rk|Us" r"ers/\w+|opt/wh" r"eels|opt/py" r"pi)/")
TEXTS = {".py", ".toml", ".lock", ".md", ".txt", ".html", ".css", ".js", ".json", ".sh", ".svg", ".xml", ".yml", ""}


def _listed() -> list[str]:
    """What git knows or would add; every file of the folder where there is no git."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - fixed
    except (OSError, subprocess.CalledProcessError):
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
        return sorted(str(path) for path in found if not SKIPPED & set(path.parts))
    return sorted(done.stdout.splitlines())


FILES = [name for name in _listed() if (ROOT / name).is_file()]
PYTHON = [name for name in FILES if name.endswith(".py") and "/migrations/" not in name]
SOURCES = [name for name in PYTHON if not name.startswith("tests/")]
TEMPLATES = [name for name in FILES if name.startswith("templates/") and name.endswith((".html", ".xml"))]


def _lines(name: str) -> int:
    return len((ROOT / name).read_text().splitlines())


def test_there_is_something_to_measure():
    assert len(SOURCES) > 30


def test_no_file_is_too_long():
    limits = {name: TEST_LINES if name.startswith("tests/") else SOURCE_LINES for name in PYTHON}
    long = {name: _lines(name) for name, limit in limits.items() if _lines(name) > limit and name not in LONGER}
    assert not long, f"Split these files by what changes together: {long}"


def test_exceptions_are_still_needed():
    assert {name for name in LONGER if _lines(name) <= SOURCE_LINES} == set()


def test_half_of_the_source_files_fit_on_a_screen_or_two():
    sizes = [_lines(name) for name in SOURCES if _lines(name)]
    assert statistics.median(sizes) < MEDIAN_LINES


def test_functions_are_short():
    long = {}
    for name in SOURCES:
        for node in ast.walk(ast.parse((ROOT / name).read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                lines = node.end_lineno - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long[f"{name}:{node.name}"] = lines
    assert not long, f"Split these functions: {long}"


def test_no_file_names_a_package_registry():
    named = {name: host for name in FILES for host in HOSTS if host in _text(name)}
    assert not named


def test_no_file_names_a_path_of_one_machine():
    named = {name: found[0] for name in FILES if (found := MACHINE.search(_text(name)))}
    assert not named


def _text(name: str) -> str:
    path = ROOT / name
    return path.read_text(errors="replace") if path.suffix in TEXTS else ""


_INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>", re.I),
}


@pytest.mark.parametrize("what", _INLINE)
def test_templates_hold_nothing_that_our_content_policy_refuses(what):
    mails = "templates/emails/"  # mail readers take no linked style sheets
    holding = [
        name for name in TEMPLATES if not name.startswith(mails) and _INLINE[what].search((ROOT / name).read_text())
    ]
    assert not holding, f"These templates hold {what}: {holding}"


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<p style="color:red">', "a style attribute"),
        ("<style>", "a style element"),
        ('<a href="#" onclick="go()">', "an event handler"),
        ("<script>", "an inline script"),
        ('<script type="module">', "an inline script"),
    ],
)
def test_the_template_budget_can_fail(html, what):
    assert _INLINE[what].search(html)


@pytest.mark.parametrize("html", ['<script type="application/ld+json">', '<script src="{{ x }}" defer>'])
def test_data_and_linked_scripts_are_allowed(html):
    assert not _INLINE["an inline script"].search(html)
