"""Every table of the app. They declare; they do not act. Import from here."""

from articles.models.article import Article, ArticlePerson, Edit, ImportedFile
from articles.models.content import Section, Takeaway
from articles.models.label import RevisionLabel
from articles.models.page import Dependency, Freshness, StoredPage
from articles.models.picture import Picture
from articles.models.publication import Change, Publication, PublicationException, PublicationState
from articles.models.review import OPEN, Comment, ReviewPolicy, ReviewRound, RoundState, Scope, SignOff
from articles.models.revision import Involvement, Revision, RevisionPerson, RevisionPicture, RevisionSource
from articles.models.site import PolicyPage, Site
from articles.models.source import Reference, Source
from articles.models.topic import ArticleTopic, Risk, Topic

__all__ = [
    "OPEN",
    "Article",
    "ArticlePerson",
    "ArticleTopic",
    "Change",
    "Comment",
    "Dependency",
    "Edit",
    "Freshness",
    "ImportedFile",
    "Involvement",
    "Picture",
    "PolicyPage",
    "Publication",
    "PublicationException",
    "PublicationState",
    "Reference",
    "ReviewPolicy",
    "ReviewRound",
    "Revision",
    "RevisionLabel",
    "RevisionPerson",
    "RevisionPicture",
    "RevisionSource",
    "Risk",
    "RoundState",
    "Scope",
    "Section",
    "SignOff",
    "Site",
    "Source",
    "StoredPage",
    "Takeaway",
    "Topic",
]
