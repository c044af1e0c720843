"""Submit, sign and publish as plain admin pages: fetch, call one function, render."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from articles.models import OPEN, Article, Publication, ReviewRound, Revision, RoundState, Scope, SignOff
from articles.publishing.errors import PublishingRefused
from articles.publishing.exemptions import Exemption
from articles.publishing.publish import publish as publish_revision
from articles.publishing.readiness import readiness
from articles.review import permissions, transitions
from articles.review.errors import ReviewRefused, RoundClosed
from authors.models import Profile


class SubmitForm(forms.Form):
    """Who should review, and by when."""

    reviewer = forms.ModelChoiceField(Profile.objects.filter(user__isnull=False), required=False)
    due = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))


class SignForm(forms.Form):
    """A signature asks for the password each time (H78)."""

    digest = forms.CharField(widget=forms.HiddenInput)
    scope = forms.ChoiceField(choices=Scope.choices)
    statement = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))
    password = forms.CharField(widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))


class PublishForm(forms.Form):
    """A note to readers, and a reason per code among the blocking findings."""

    note = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text="What changed, for readers."
    )

    def __init__(self, *args: Any, codes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in codes:
            self.fields[f"reason-{code}"] = forms.CharField(
                label=f"Reason to go live over {code}", required=False, widget=forms.Textarea(attrs={"rows": 2})
            )

    def exemptions(self) -> list[Exemption]:
        """The reasons that were given."""
        given = {name.removeprefix("reason-"): value for name, value in self.cleaned_data.items() if name != "note"}
        return [Exemption(code, reason) for code, reason in given.items() if reason]


def with_steps(articles: QuerySet[Article]) -> QuerySet[Article]:
    """The articles with what `next_step` reads, in the same query."""
    rounds = ReviewRound.objects.filter(article=OuterRef("pk")).order_by("-number")
    live = Publication.objects.filter(article=OuterRef("pk"), state="current")
    return articles.annotate(
        last_round=Subquery(rounds.values("pk")[:1]),
        last_state=Subquery(rounds.values("state")[:1]),
        last_revision=Subquery(rounds.values("revision")[:1]),
        live_revision=Subquery(live.values("revision")[:1]),
    )


def next_step(article: Any) -> tuple[str, str]:
    """(address, words) of what comes next for an article from `with_steps`."""
    if article.last_state in OPEN:
        return reverse("admin:round_sign", args=[article.last_round]), "In review: sign"
    if article.last_state == RoundState.APPROVED and article.live_revision != article.last_revision:
        return reverse("admin:revision_publish", args=[article.last_revision]), "Signed: publish"
    words = "Published: submit again" if article.live_revision else "Submit for review"
    return reverse("admin:article_submit", args=[article.pk]), words


def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for review of the working copy."""
    article = get_object_or_404(Article, pk=pk)
    user = _user(request)
    if not permissions.may_edit(user, article):
        raise PermissionDenied("You may not submit this article.")
    form = SubmitForm(request.POST or None, initial={"reviewer": None})
    if request.method == "POST" and form.is_valid():
        try:
            round_ = transitions.submit(article, by=user, **form.cleaned_data)
        except ReviewRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Revision {round_.revision.number} is waiting for review.")
            return redirect("admin:articles_article_changelist")
    return _page(request, f"Submit “{article.title}” for review", form, "Submit for review")


def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Signs the revision of a round, bound to the digest that the form showed."""
    round_ = get_object_or_404(ReviewRound.objects.select_related("revision", "article"), pk=pk)
    user = _user(request)
    if not permissions.may_decide(user, round_):
        raise PermissionDenied("You may not sign this revision.")
    form = SignForm(request.POST or None, initial={"digest": round_.revision.digest, "scope": Scope.WHOLE})
    status = 200
    if request.method == "POST" and form.is_valid():
        status = _sign(request, form, round_, user)
        if status == 302:
            return redirect("admin:articles_reviewround_changelist")
    title = f"Sign revision {round_.revision.number} of “{round_.article.title}”"
    extra = {"revision": round_.revision, "meaning": SignOff.Meaning.APPROVED.label}
    return _page(request, title, form, "Sign", status=status, **extra)


def _sign(request: HttpRequest, form: SignForm, round_: ReviewRound, user: User) -> int:
    """Signs if the password is right; the status of the answer, 302 when it is done."""
    data = form.cleaned_data
    if not user.check_password(data["password"]):
        form.add_error("password", "This is not your password; nothing was signed.")
        return 200
    try:
        transitions.sign_off(
            round_,
            by=user,
            digest=data["digest"],
            meaning=SignOff.Meaning.APPROVED,
            scope=data["scope"],
            statement=data["statement"],
        )
    except ReviewRefused as refusal:
        form.add_error(None, str(refusal))
        return 409 if isinstance(refusal, RoundClosed) else 200
    messages.success(request, f"You signed revision {round_.revision.number}.")
    return 302


def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publishes a signed revision, over the findings that a reason is given for."""
    revision = get_object_or_404(Revision.objects.select_related("article"), pk=pk)
    user = _user(request)
    if not permissions.may_publish(user):
        raise PermissionDenied("You may not publish.")
    blocking = readiness(revision).blocking
    codes = sorted({finding.code for finding in blocking if not finding.is_absolute})
    form = PublishForm(request.POST or None, codes=codes)
    if request.method == "POST" and form.is_valid():
        try:
            publication: Publication = publish_revision(
                revision, by=user, exceptions=form.exemptions(), note=form.cleaned_data["note"]
            )
        except PublishingRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"“{revision.article.title}” is live.")
            return redirect(f"/articles/{publication.slug}/")
    title = f"Publish revision {revision.number} of “{revision.article.title}”"
    return _page(request, title, form, "Publish", findings=blocking, revision=revision)


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied("Sign in first.")
    return request.user


def _page(
    request: HttpRequest, title: str, form: forms.Form, button: str, *, status: int = 200, **extra: Any
) -> HttpResponse:
    context = admin.site.each_context(request) | {"title": title, "form": form, "button": button} | extra
    return render(request, "admin/articles/step.html", context, status=status)
