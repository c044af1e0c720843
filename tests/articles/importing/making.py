"""A short article of our own in the form of the example: no headings marked, nothing but lines."""

from articles.importing.plain import Draft, draft
from articles.importing.read import decode

EXAMPLE = """\
Why a Short Walk After Lunch Helps You Sleep Better at Night
3 March 2025

A walk after lunch is a small thing. It moves your legs and gives your eyes an hour of daylight.
The advice in this article is provided by our Head of Movement, Maren Lindqvist, a physiotherapist.
Key Takeaways
Here are the three main takeaways about walking and sleep:
Daylight at noon tells the body when the day is.
A walk of twenty minutes is long enough for most people.
Coffee late in the day can undo the good of it.

What Daylight Does to the Body Clock
Light reaches the clock of the body through the eyes [1]. It is strongest around noon, even under clouds.
People who sit indoors see a tenth of it [2] [3]. Their nights are shorter on average.
Where to Walk on a Working Day
A park with trees and benches [4]
The long way round to the canteen [5]
Any street that is wide enough for the sun [6]
Habits That Keep the Walk Going
A habit needs a place in the day and a reason to come back.
A fixed time
Put the walk in the calendar at the same hour each day. A habit forms in some weeks [7] [8] [9].
Good shoes
Keep a second pair at work. Wet feet end more walks than lack of time does [10].
Vitamin D
Some weeks of the year have too little sun for it [11,12].
Always speak to your doctor before starting a new exercise, especially if you have a heart condition.
Signs That You Sleep Too Little
If your nights are too short, you may notice signs such as:
Heavy eyes after lunch
A short temper with people you like
Words that will not come
If this goes on for weeks, ask for an appointment.
Small Steps for the First Week
Walk on three days.
Leave the phone inside.
Take somebody with you.
Write down how you slept.
A Last Word from Maren
“Nobody has to run. Those who walk a little, and walk it every day, are those who still walk a year later.”
Our sleep kit has everything for better nights. Order yours today and walk into the evening.
Sources
[1] Light and the human clock: a review - PMC
[3] Time indoors and short nights - PubMed
[4] Parks near places of work - Uppsala
[7] How habits form - PMC
[9] Habits of walking in shift workers - ScienceDirect
[12] Sunlight in the north - PMC
Author

Jonah Petrie
Health Writer
Medical Reviewer

Maren Lindqvist, MSc PT
Head of Movement and Physiotherapist
Maren treats people whose days have no fixed hours.
She walks to work, also in the rain.
Education:
University of Exampleton - BSc Physiotherapy, 2011
Polytechnic of Sampleby - MSc Rehabilitation, 2015
"""


def drawn(text: str, *, markdown: bool = False, name: str = "") -> Draft:
    """The Draft of a text as if it had stood in a file."""
    return draft(decode(text.encode(), name=name or ("file.md" if markdown else "file.txt"), is_markdown=markdown))


def outline(found: Draft) -> list[tuple[int, str, str]]:
    """(level, kind, heading) of each section."""
    return [(section.level, section.kind.value, section.heading) for section in found.document.sections]
