"""A long invented article with everything that a page can hold, for tests of pages and their looks."""

from dataclasses import replace

from articles.document.nodes import (
    CareLevel,
    Commercial,
    Document,
    Kind,
    Name,
    Person,
    Picture,
    Role,
    Section,
    SourceRecord,
    Takeaway,
)

EMPTY = frozenset({1, 2, 3, 6, 11, 12, 13, 15, 17, 20, 22, 23, 26, 27, 29, 30, 31})


def cite(*numbers: int, first: int = 0, **more: str) -> str:
    """Citation marks for these sources; `first` is added to each number to give its id."""
    extra = "".join(f' data-{name}="{value}"' for name, value in more.items())
    return "".join(f'<cite-ref data-source="{first + n}"{extra}></cite-ref>' for n in numbers)


def source(n: int, first: int) -> SourceRecord:
    """Source n of 32: seventeen of them are known by their number alone, as in an imported text."""
    if n in EMPTY:
        return SourceRecord(id=first + n)
    if n == 7:
        return SourceRecord(
            id=first + n,
            type="webpage",
            title="Walking for health: a leaflet",
            publisher="Example Council",
            url="https://walking.example/leaflet?a=1&b=2",
            accessed="2026-05-02",
            evidence="organisation",
        )
    return SourceRecord(
        id=first + n,
        type="article-journal",
        title=f"Invented study number {n} of walking speed, distance and well-being in adults",
        authors=tuple(Name(family=family, given="Ann Bea") for family in ("Example", "Sample", "Muster")),
        container="Journal of Examples",
        container_short="J Ex",
        issued="2021-08-05",
        volume="184",
        issue="16",
        pages="4137-4153",
        doi=f"10.5555/walking.{n}",
        pmid=str(30000000 + n),
        evidence="systematic-review" if n == 19 else "trial" if n % 2 else "",
    )


def _part(heading: str, *blocks: str, level: int = 2) -> Section:
    """A section of paragraphs; what starts with `<` stands as it is."""
    body = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)
    return Section(heading=heading, body=body, level=level)


def _list(*items: str, tag: str = "ul") -> str:
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def _first_half(c) -> list[Section]:
    return [
        _part(
            "What walking does for the heart",
            f"Walking is the exercise that most people can do, and the heart gains from it early. {c(1)} The first ten "
            "minutes of a day count for more than the last ten.",
            "Blood pressure falls a little in people who walk briskly for half an hour on five days of a week. How "
            "much it falls differs from person to person, and evidence for the very old is limited.",
        ),
        _part(
            "How it helps the mind",
            f"A walk in daylight helps people to fall asleep at night {c(2, 3)}. It may lift a low mood for some "
            "hours, whatever the weather.",
            f"Groups that walk together report less loneliness {c(4, 5)}. Nobody knows yet whether the walking or the "
            "company does more.",
        ),
        _part(
            "Pace, distance and time",
            "You walk briskly when you can still talk but would rather not sing. That is about 100 steps a minute for "
            "many adults.",
            "Shoes matter more than clothes. Choose a pair with room for the toes.",
            '<table><caption>Steps that many adults take</caption><thead><tr><th scope="col">Pace</th>'
            '<th scope="col">Steps a minute</th></tr></thead><tbody><tr><th scope="row">Slow</th><td>60–79</td></tr>'
            '<tr><th scope="row">Brisk</th><td>100–119</td></tr></tbody></table>',
        ),
        _part(
            "Five walks to begin with",
            _list(
                f"Round the block after lunch {c(6)}",
                f"To the stop after yours {c(7, locator='page 2')}",
                f"Up one flight of stairs {c(8)}",
                f"With a neighbour, once a week {c(9)}",
                f"Through the nearest park at noon {c(10, quote='Parks were visited most at noon.')}",
            ),
        ),
        _part("Habits that make it last", "Most people who start walking stop within three months. These habits help."),
        _part("Fix a time", f"People who walk at a fixed time keep at it longer {c(11, 12, 13)}.", level=3),
        _part("Keep a record", f"A line in a calendar is enough {c(14, 15, 16)}. A watch is not needed.", level=3),
        _part(
            "Plan for rain",
            f"A hooded coat by the door is a plan {c(17)}. Shopping centres open early for walkers in some towns "
            f"{c(18, 19, 20)}.",
            level=3,
        ),
        _part("Forgive a bad week", f"Missed days do not undo the others {c(21, 22, 23, 24)}.", level=3),
    ]


def _second_half(c, reviewer: int) -> list[Section]:
    return [
        _part("Poles, watches and other aids", "None of these is needed; some are useful."),
        _part("Poles", f"Take weight off knees on the way down {c(25, 26)}.", level=3),
        _part("Watches", f"Count steps well and calories badly {c(27)}.", level=3),
        _part("Insoles", f"May help people with sore heels {c(28, 29, 30)}.", level=3),
        _part(
            "Compression socks",
            f"Ask before you buy a pair {c(31, 32)}. One early trial was larger than it looked {c(4)}.",
            level=3,
        ),
        Section(
            kind=Kind.DISCLAIMER,
            body="<p>Talk to a health professional before you begin if you have a heart condition or chest pain.</p>",
        ),
        _part(
            "Signs to take seriously",
            "Stop and rest if, while you walk, you notice:",
            _list(
                "tightness in the chest",
                "pain in one calf that goes when you stand still",
                "breathlessness that is new",
            ),
        ),
        Section(
            kind=Kind.CARE,
            care_level=CareLevel.URGENT,
            heading="Ask for an urgent GP appointment or get help from NHS 111 if:",
            body=_list("you are more breathless than usual for some days", "one calf is swollen and warm")
            + '<p><a href="https://111.nhs.uk/">Get help from 111 online</a> or call 111.</p>',
        ),
        Section(
            kind=Kind.CARE,
            care_level=CareLevel.EMERGENCY,
            heading="Call 999 if:",
            body=_list("chest pain does not stop when you rest"),
        ),
        Section(
            kind=Kind.CARE,
            care_level=CareLevel.NON_URGENT,
            heading="See a GP if:",
            body=_list("your heel still hurts after two weeks"),
        ),
        Section(
            kind=Kind.CALLOUT,
            heading="In short",
            body="<p>Ten minutes today are worth more than an hour on Sunday.</p>",
        ),
        _part("Steps for this week", _list("Choose a time.", "Put shoes by the door.", "Ask a neighbour.", tag="ol")),
        Section(
            kind=Kind.QUOTE,
            heading="Last words from our dietitian",
            body="<p>“Walk to the shop, carry home what is good for you, and you have done two things at once.”</p>",
            speaker=reviewer,
        ),
        Section(
            kind=Kind.PROMOTION,
            body="<p>Our walking maps help you to find paths near you. Order a set today.</p>",
        ),
    ]


def _people(author: int, reviewer: int) -> tuple[Person, ...]:
    rui = Person(
        role=Role.CONTRIBUTOR,
        profile=reviewer,
        name="Rui Reviewer",
        post_nominals="RD",
        job_title="Dietitian",
        interests="Employed by the publisher.",
        interests_declared="2026-06-01",
    )
    ada = Person(
        role=Role.AUTHOR, profile=author, name="Ada Writer", job_title="Health writer", interests_declared="2026-06-01"
    )
    return ada, rui, replace(rui, role=Role.QUOTED)


def walking(*, author: int, reviewer: int, first: int = 0, hero: str = "", topics: tuple[str, ...] = ()) -> Document:
    """The document; `first` shifts the ids of its sources, `author` and `reviewer` are profiles."""

    def c(*numbers: int, **more: str) -> str:
        return cite(*numbers, first=first, **more)

    picture = Picture(
        sha256=hero,
        alt="Two people walk on a path between hills.",
        caption="A path that many can reach",
        credit="Drawing: ours",
    )
    return Document(
        title="Walking: What Ten Minutes a Day Can Do, and How to Keep It Up for Years",
        standfirst="You need no ticket, no kit and no talent to walk. What it does for heart, sleep and mood is well "
        "studied, and what it does not do is worth knowing too.",
        takeaways_lead="Here are the {count} things to remember about walking:",
        takeaways=(
            Takeaway(body="Ten brisk minutes a day already help the heart."),
            Takeaway(body="A walk in daylight can help you sleep."),
            Takeaway(body="A fixed time and a companion make the habit last."),
            Takeaway(body="Poles and insoles help some people; nobody needs them."),
            Takeaway(body="Chest pain that does not stop with rest is an emergency."),
        ),
        contributor_note="This article draws on the experience of our dietitian, who walks to work.",
        sections=(*_first_half(c), *_second_half(c, reviewer)),
        sources=tuple(source(n, first) for n in range(1, 33)),
        people=_people(author, reviewer),
        hero=picture if hero else None,
        topics=topics,
        description="What walking does for heart, sleep and mood, how to keep it up, and when to see a doctor.",
        audience="Adults who want to move more",
        commercial=Commercial.COMMERCIAL,
    )
