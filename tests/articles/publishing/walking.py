"""A long invented article with everything that a page can hold, for tests of pages and their looks."""

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


def walking(*, author: int, reviewer: int, first: int = 0, hero: str = "", topics: tuple[str, ...] = ()) -> Document:
    """The document; `first` shifts the ids of its sources, `author` and `reviewer` are profiles."""

    def c(*numbers: int, **more: str) -> str:
        return cite(*numbers, first=first, **more)

    main = [
        Section(
            heading="What walking does for the heart",
            body=f"<p>Walking is the exercise that most people can do on most days, and the heart gains from it early. {c(1)}"
            " The first ten minutes of a day count for more than the last ten.</p>"
            "<p>Blood pressure falls a little in people who walk briskly for half an hour on five days of a week. "
            "How much it falls differs from person to person, and evidence for the very old is limited.</p>",
        ),
        Section(
            heading="How it helps the mind",
            body=f"<p>A walk in daylight helps people to fall asleep at night {c(2, 3)}. It may lift a low mood for some "
            "hours, whatever the weather.</p>"
            f"<p>Groups that walk together report less loneliness {c(4, 5)}. Nobody knows yet whether the walking "
            "or the company does more.</p>",
        ),
        Section(
            heading="Pace, distance and time",
            body="<p>You walk briskly when you can still talk but would rather not sing. That is about 100 steps a minute "
            "for many adults.</p><p>Shoes matter more than clothes. Choose a pair with room for the toes.</p>"
            "<table><caption>Steps that many adults take</caption><thead><tr><th scope=\"col\">Pace</th>"
            '<th scope="col">Steps a minute</th></tr></thead><tbody><tr><th scope="row">Slow</th><td>60–79</td></tr>'
            '<tr><th scope="row">Brisk</th><td>100–119</td></tr></tbody></table>',
        ),
        Section(
            heading="Five walks to begin with",
            body="<ul>"
            f"<li>Round the block after lunch {c(6)}</li>"
            f"<li>To the stop after yours {c(7, locator='page 2')}</li>"
            f"<li>Up one flight of stairs {c(8)}</li>"
            f"<li>With a neighbour, once a week {c(9)}</li>"
            f"<li>Through the nearest park at noon {c(10, quote='Parks were visited most at noon.')}</li></ul>",
        ),
        Section(
            heading="Habits that make it last",
            body="<p>Most people who start walking stop within three months. These habits help.</p>",
        ),
        Section(level=3, heading="Fix a time", body=f"<p>People who walk at a fixed time keep at it longer {c(11, 12, 13)}.</p>"),
        Section(level=3, heading="Keep a record", body=f"<p>A line in a calendar is enough {c(14, 15, 16)}. A watch is not needed.</p>"),
        Section(
            level=3,
            heading="Plan for rain",
            body=f"<p>A hooded coat by the door is a plan {c(17)}. Shopping centres open early for walkers in some towns {c(18, 19, 20)}.</p>",
        ),
        Section(level=3, heading="Forgive a bad week", body=f"<p>Missed days do not undo the others {c(21, 22, 23, 24)}.</p>"),
        Section(heading="Poles, watches and other aids", body="<p>None of these is needed; some are useful.</p>"),
        Section(level=3, heading="Poles", body=f"<p>Take weight off knees on the way down {c(25, 26)}.</p>"),
        Section(level=3, heading="Watches", body=f"<p>Count steps well and calories badly {c(27)}.</p>"),
        Section(level=3, heading="Insoles", body=f"<p>May help people with sore heels {c(28, 29, 30)}.</p>"),
        Section(level=3, heading="Compression socks", body=f"<p>Ask before you buy a pair {c(31, 32)}. One early trial was larger than it looked {c(4)}.</p>"),
        Section(
            kind=Kind.DISCLAIMER,
            body="<p>Talk to a health professional before you begin if you have a heart condition or chest pain.</p>",
        ),
        Section(
            heading="Signs to take seriously",
            body="<p>Stop and rest if, while you walk, you notice:</p><ul><li>tightness in the chest</li>"
            "<li>pain in one calf that goes when you stand still</li><li>breathlessness that is new</li></ul>",
        ),
        Section(
            kind=Kind.CARE,
            care_level=CareLevel.URGENT,
            heading="Ask for an urgent GP appointment or get help from NHS 111 if:",
            body="<ul><li>you are more breathless than usual for some days</li><li>one calf is swollen and warm</li></ul>"
            '<p><a href="https://111.nhs.uk/">Get help from 111 online</a> or call 111.</p>',
        ),
        Section(
            kind=Kind.CARE,
            care_level=CareLevel.EMERGENCY,
            heading="Call 999 if:",
            body="<ul><li>chest pain does not stop when you rest</li></ul>",
        ),
        Section(
            kind=Kind.CARE,
            care_level=CareLevel.NON_URGENT,
            heading="See a GP if:",
            body="<ul><li>your heel still hurts after two weeks</li></ul>",
        ),
        Section(
            kind=Kind.CALLOUT,
            heading="In short",
            body="<p>Ten minutes today are worth more than an hour on Sunday.</p>",
        ),
        Section(heading="Steps for this week", body="<ol><li>Choose a time.</li><li>Put shoes by the door.</li><li>Ask a neighbour.</li></ol>"),
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
    ]  # fmt: skip
    return Document(
        title="Walking: What Ten Minutes a Day Can Do, and How to Keep It Up for Years",
        standfirst="You need no ticket, no kit and no talent to walk. What it does for heart, sleep and mood is well "
        "studied, and what it does not do is worth knowing too.",
        takeaways_lead="Here are the {count} things to remember about walking:",
        takeaways=tuple(
            Takeaway(body=text)
            for text in (
                "Ten brisk minutes a day already help the heart.",
                "A walk in daylight can help you sleep.",
                "A fixed time and a companion make the habit last.",
                "Poles and insoles help some people; nobody needs them.",
                "Chest pain that does not stop with rest is an emergency.",
            )
        ),
        contributor_note="This article draws on the experience of our dietitian, who walks to work.",
        sections=tuple(main),
        sources=tuple(source(n, first) for n in range(1, 33)),
        people=(
            Person(
                role=Role.AUTHOR,
                profile=author,
                name="Ada Writer",
                job_title="Health writer",
                interests_declared="2026-06-01",
            ),
            Person(
                role=Role.CONTRIBUTOR,
                profile=reviewer,
                name="Rui Reviewer",
                post_nominals="RD",
                job_title="Dietitian",
                interests="Employed by the publisher.",
                interests_declared="2026-06-01",
            ),
            Person(
                role=Role.QUOTED,
                profile=reviewer,
                name="Rui Reviewer",
                post_nominals="RD",
                job_title="Dietitian",
                interests="Employed by the publisher.",
                interests_declared="2026-06-01",
            ),
        ),  # fmt: skip
        hero=Picture(
            sha256=hero,
            alt="Two people walk on a path between trees.",
            caption="A path that many can reach",
            credit="Drawing: ours",
        )
        if hero
        else None,
        topics=topics,
        description="What walking does for heart, sleep and mood, how to keep it up, and when to see a doctor.",
        audience="Adults who want to move more",
        commercial=Commercial.COMMERCIAL,
    )
