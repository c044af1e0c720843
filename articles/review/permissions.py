"""Who may do what: named predicates that every door asks."""

from django.contrib.auth.models import User
from django.db.models import Q

from articles.models import Article, ReviewRound


def may_edit(user: User, article: Article) -> bool:
    """Editors change any article, writers those that they are listed on."""
    if not user.is_active or not user.has_perm("articles.change_article"):
        return False
    return user.has_perm("articles.edit_any_article") or article.writers.filter(pk=user.pk).exists()


def may_see_history(user: User, article: Article) -> bool:
    """Who may change the article, who may read articles and revisions by role, and reviewers asked about it."""
    if may_edit(user, article):
        return True
    if user.is_active and user.has_perms(["articles.view_article", "articles.view_revision"]):
        return True
    asked = Q(reviewer=None) | Q(reviewer__user=user.pk)
    return may_review(user) and article.rounds.filter(asked).exists()


def may_review(user: User) -> bool:
    """Whether this account is a reviewer's at all; credentials are asked at the signature."""
    return (
        user.is_active
        and user.has_perm("articles.sign_article")
        and hasattr(user, "profile")
        and user.profile.is_active
    )


def may_decide(user: User, round_: ReviewRound) -> bool:
    """A round that names a reviewer is that person's; others are open to every reviewer."""
    return may_review(user) and round_.reviewer_id in (None, user.profile.pk)


def may_publish(user: User) -> bool:
    """Publishers make signed revisions public and take them back."""
    return user.is_active and user.has_perm("articles.publish_article")
