from django.urls import path

from news import views

app_name = "news"
urlpatterns = [
    path("news/", views.ArticleList.as_view(), name="articles"),
    path("news/<int:pk>/", views.article, name="article"),
    path("pages/<slug:slug>/", views.PageDetail.as_view(), name="page"),
]
