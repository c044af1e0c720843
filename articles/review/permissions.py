"""Who may do what: named predicates that every door asks."""

from django.contrib.auth.models import User

from articles.models import Article, ReviewRound


def may_edit(user: User, article: Article) -> bool:
    """Editors change any article, writers those that they are listed on."""
    if not user.is_active or not user.has_perm("articles.change_article"):
        return False
    return user.has_perm("articles.edit_any_article") or article.writers.filter(pk=user.pk).exists()


def may_review(user: User) -> bool:
    """Whether this account is a reviewer's at all; credentials are asked at the signature."""
    return user.is_active and user.has_perm("articles.sign_article") and hasattr(user, "profile")


def may_decide(user: User, round_: ReviewRound) -> bool:
    """A round that names a reviewer is that person's; others are open to every reviewer."""
    return may_review(user) and round_.reviewer_id in (None, user.profile.pk)


def may_publish(user: User) -> bool:
    """Publishers make signed revisions public and take them back."""
    return user.is_active and user.has_perm("articles.publish_article")
