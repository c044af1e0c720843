"""All addresses, composed."""

from django.contrib import admin
from django.urls import path

from articles.reader.media import media
from articles.reader.views import page

handler404 = "articles.reader.views.missing"

urlpatterns = [
    path("", page, name="home"),
    path("articles/", page, name="articles"),
    path("articles/<slug:slug>/", page, name="article"),
    path("topics/", page, name="topics"),
    path("topics/<slug:slug>/", page, name="topic"),
    path("people/", page, name="people"),
    path("people/<slug:slug>/", page, name="person"),
    path("policies/<slug:slug>/", page, name="policy"),
    path("media/<path:name>", media, name="media"),
    path("admin/", admin.site.urls),
]
