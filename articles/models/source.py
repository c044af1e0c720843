"""Source, the shared library of what articles cite, and Reference, an article's list of them."""

from django.db import models
from django.db.models import Q

from articles.models.article import Article


class Source(models.Model):
    """A work that is cited. Fields are CSL-JSON's under the names of `document.nodes.SourceRecord`."""

    class Type(models.TextChoices):
        UNKNOWN = "", "Not known"
        JOURNAL = "article-journal", "Journal article"
        WEBPAGE = "webpage", "Web page"
        REPORT = "report", "Report"
        BOOK = "book", "Book"
        CHAPTER = "chapter", "Chapter"
        PREPRINT = "article", "Preprint"

    class Evidence(models.TextChoices):
        """H40's labels; proposed from a publication type, confirmed by a person (H46)."""

        UNKNOWN = "", "Not recorded"
        GUIDELINE = "guideline", "Guideline"
        SYSTEMATIC = "systematic-review", "Systematic review"
        TRIAL = "trial", "Trial"
        OBSERVATIONAL = "observational", "Observational study"
        NARRATIVE = "narrative-review", "Narrative review"
        LABORATORY = "laboratory", "Laboratory or animal study"
        ORGANISATION = "organisation", "News or organisation page"

    class Status(models.TextChoices):
        UNCHECKED = "unchecked", "Not checked yet"
        NORMAL = "normal", "No notice found"
        CORRECTED = "corrected", "Corrected"
        CONCERN = "concern", "Expression of concern"
        RETRACTED = "retracted", "Retracted"

    class Provenance(models.TextChoices):
        HAND = "hand", "Typed by hand"
        IMPORT = "import", "Imported from a file"
        PLACEHOLDER = "placeholder", "Cited in an imported text, not in its list"

    type = models.CharField(max_length=20, choices=Type, blank=True)
    title = models.TextField(blank=True)
    authors = models.JSONField(default=list, blank=True, help_text='[{"family": "Wastyk", "given": "Hannah C"}]')
    container = models.CharField("journal or site", max_length=300, blank=True)
    container_short = models.CharField("journal abbreviation", max_length=200, blank=True)
    publisher = models.CharField("publisher or organisation", max_length=300, blank=True)
    issued = models.CharField("published", max_length=10, blank=True, help_text="2021, 2021-08 or 2021-08-05.")
    volume = models.CharField(max_length=40, blank=True)
    issue = models.CharField(max_length=40, blank=True)
    pages = models.CharField(max_length=60, blank=True)
    doi = models.CharField("DOI", max_length=300, blank=True)
    pmid = models.CharField("PMID", max_length=8, blank=True)
    pmcid = models.CharField("PMCID", max_length=20, blank=True)
    url = models.URLField("address", max_length=1000, blank=True)
    accessed = models.CharField(max_length=10, blank=True, help_text="2025-08-18.")
    literal = models.TextField("reference as given", blank=True)
    host = models.CharField(max_length=200, blank=True, help_text="The site it was found on, such as PMC.")
    evidence = models.CharField(max_length=20, choices=Evidence, blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.UNCHECKED)
    status_note = models.TextField(blank=True, help_text="What the notice says and where it is.")
    status_on = models.DateField(null=True, blank=True)
    provenance = models.CharField(max_length=12, choices=Provenance, default=Provenance.HAND)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            *(
                models.UniqueConstraint(
                    fields=[name],
                    condition=~Q(**{name: ""}) & Q(merged_into=None),
                    name=f"source_{name}_once",
                )
                for name in ("doi", "pmid", "pmcid")
            ),
            models.CheckConstraint(
                condition=Q(status__in=["unchecked", "normal", "corrected", "concern", "retracted"]),
                name="source_status",
            ),
            models.CheckConstraint(condition=~Q(merged_into=models.F("id")), name="source_not_merged_into_itself"),
        ]

    def __str__(self) -> str:
        return self.title or self.literal[:100] or f"Source {self.pk}: details missing"


class Reference(models.Model):
    """A source in an article's list, whether the text cites it yet or not."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="references")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="references")
    position = models.PositiveSmallIntegerField(default=0)
    discusses_retraction = models.BooleanField(
        default=False, help_text="The text says that this work was retracted, and cites it for that (H41)."
    )

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "source"], name="one_reference_once")]

    def __str__(self) -> str:
        return str(self.source)
