from django.urls import path

from iad.feeds import atom, rss
from news import views
from news.feeds import CommitteeFeed, NewsFeed

app_name = "news"
urlpatterns = [
    path("news/", views.ArticleList.as_view(), name="articles"),
    path("news/feed/", NewsFeed.as_view(write=atom), name="feed"),
    path("news/rss/", NewsFeed.as_view(write=rss), name="rss"),
    path("news/<int:pk>/", views.article, name="article"),
    path("news/<int:pk>/card.jpg", views.article_card, name="article-card"),
    path("pages/<slug:slug>/", views.PageDetail.as_view(), name="page"),
    path(
        "committees/<slug:slug>/feed/",
        CommitteeFeed.as_view(write=atom),
        name="committee-feed",
    ),
    path(
        "committees/<slug:slug>/rss/",
        CommitteeFeed.as_view(write=rss),
        name="committee-rss",
    ),
]
