"""Lines that name what follows them: sources, author, reviewer, education, takeaways."""

import re

AUTHOR, REVIEWER, CONTRIBUTOR = "author", "medical_reviewer", "contributor"
PEOPLE = frozenset({AUTHOR, REVIEWER, CONTRIBUTOR})

_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("sources", r"(?:list of )?(?:sources?|references?|citations|bibliography|works cited|literature(?: cited)?)"),
        ("sources", r"(?:sources|notes) (?:and|&) (?:references|further reading)|reference list|footnotes"),
        (AUTHOR, r"(?:about the )?authors?|(?:written|words) by"),
        (REVIEWER, r"(?:about the )?(?:medical|clinical|expert|scientific) reviewers?|reviewers?"),
        (REVIEWER, r"(?:medical|clinical|expert|scientific) review|(?:(?:medically|clinically) )?reviewed by"),
        (CONTRIBUTOR, r"(?:about the )?(?:expert )?contributors?|contributed by|with contributions (?:from|by)"),
        ("education", r"education(?: and training)?|qualifications|credentials|training"),
        ("takeaways", r"(?:the )?(?:key |main )?take-?aways?|key (?:points|messages|facts|findings|learnings)"),
        ("takeaways", r"at a glance|in brief|the (?:key|main) points|the bottom line|(?:article )?highlights"),
        ("disclaimer", r"(?:medical |health )?disclaimer|important notice"),
        ("notes", r"notes|endnotes"),
    )
)


def undressed(words: str) -> str:
    """A label's words without what Markdown or a colon puts around them."""
    return words.lstrip("#*_ \t").rstrip("*_: \t")


def label(words: str) -> str:
    """What a line names: sources, author, medical_reviewer, contributor, education, takeaways, …; or ''."""
    if not words or len(words) > 60:
        return ""
    bare = undressed(words).casefold()
    return next((name for name, pattern in _LABELS if pattern.fullmatch(bare)), "")


def is_sources(words: str) -> bool:
    """Whether a line is the heading of a source list."""
    return label(words) == "sources"
