"""What a page may have been made from, as keys; what a publication changes is said in the same keys.

`article:7` an article's publications · `articles` the lists of all · `articles-by:3` and `articles-on:sleep`
the lists of one person and one topic · `person:3` a person's card · `topic:sleep` a topic's text ·
`source:9` a source's status · `site` the publisher's facts · `policies` the policy pages · `templates`.
A publication changes lists, never cards: one more article by a person leaves that person's other pages alone.
"""

from articles.document.nodes import Document
from articles.models import Publication, SignOff


def changed_by(publication: Publication, document: Document) -> set[str]:
    """The keys that publishing or withdrawing this publication changes."""
    signers = SignOff.objects.filter(revision__article=publication.article_id).values_list("reviewer_id", flat=True)
    people = {person.profile for person in document.people} | set(signers)
    return (
        {f"article:{publication.article_id}", "articles"}
        | {f"articles-by:{profile}" for profile in people}
        | {f"articles-on:{topic}" for topic in document.topics}
    )
