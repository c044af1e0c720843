"""Time and peak memory of importing: the example and the largest text beside the checkout, or one of our own."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vivere.settings")
django.setup()

from django.contrib.auth.models import User  # noqa: E402 - Django comes first

from articles.document import walk  # noqa: E402
from articles.importing.run import import_file  # noqa: E402
from articles.models import Publication, PublicationState  # noqa: E402

SHARED = Path(__file__).resolve().parents[3] / "shared"


def main() -> None:
    """One row a file, each imported in a process of its own."""
    if sys.argv[1:]:
        print(row(Path(sys.argv[1])))
        return
    print("Importing; memory above that of an idle process")
    print(f"{'KB':>8}{'ms':>10}{'MB':>8}   file", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for path in files(Path(folder)):
            subprocess.run([sys.executable, "-m", "bench.importing", str(path)], check=True, timeout=60)


def files(folder: Path) -> list[Path]:
    """The example article and the largest text; a demo article as plain text where the folder is absent."""
    example = SHARED / "seed" / "gut-immune-article.txt"
    texts = [path for path in (SHARED / "data" / "01_articles").rglob("*") if path.suffix in {".txt", ".md"}]
    if example.exists() and texts:
        return [example, max(texts, key=lambda path: path.stat().st_size)]
    published = Publication.objects.filter(state=PublicationState.CURRENT).order_by("id")[0]
    own = folder / "demo-article.txt"
    own.write_text("\n\n".join(walk.words(published.revision.document())))
    return [own]


def row(path: Path) -> str:
    """Imports one file and says what it took."""
    writer = User.objects.get(username="writer")
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    import_file(path, by=writer)
    took = (time.perf_counter() - start) * 1000
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle) / 1024
    return f"{path.stat().st_size / 1024:8.0f}{took:10.0f}{memory:8.1f}   {path.name}"


if __name__ == "__main__":
    main()
