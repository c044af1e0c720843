"""Whose work a signature would cover (H69): makers of every revision that it speaks for."""

from dataclasses import dataclass

from articles.models import Involvement, Revision, SignOff
from authors.models import Profile


@dataclass(frozen=True, slots=True)
class Makers:
    """People who wrote or edited, by profile and by account: either is enough to be one."""

    profiles: frozenset[int]
    users: frozenset[int]

    def include(self, profile: int | None, user: int | None) -> bool:
        """Whether this person is one of them."""
        return profile in self.profiles or user in self.users


def makers(revision: Revision, *, base: Revision | None) -> Makers:
    """Who made the text that a signature covers: since its base, or since the article began for a whole page."""
    made = Involvement.objects.filter(
        revision__article=revision.article_id,
        revision__number__lte=revision.number,
        revision__number__gt=base.number if base else 0,
        side=Involvement.Side.MADE,
    ).values_list("profile", "user", "profile__user")
    rows = list(made)
    return Makers(
        profiles=frozenset(profile for profile, _user, _now in rows if profile),
        users=frozenset(user for _profile, then, now in rows for user in (then, now) if user),
    )


def is_own_work(sign_off: SignOff) -> bool:
    """Whether a stored signature was given by one of the makers, under whatever account they go now."""
    found = makers(sign_off.revision, base=sign_off.base)
    return found.include(sign_off.reviewer_id, sign_off.user_id)


def made_by(revision: Revision, reviewer: Profile) -> bool:
    """Whether this person wrote or edited this revision."""
    since = Revision.objects.filter(article=revision.article_id, number=revision.number - 1).first()
    return makers(revision, base=since).include(reviewer.pk, reviewer.user_id)
