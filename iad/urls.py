"""The front door: which room answers which address. Thai at the root, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from iad import search, site_map, sitemaps, views
from iad.api.urls import open_data
from iad.api.views import OpenDataPage
from iad.components import Components
from iad.feeds import atom, rss
from iad.search_feed import SearchFeed

urlpatterns = [
    path("health/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap-section"),
    path("media/<path:name>", views.media, name="media"),
    re_path(
        r"^(?:(?:th|en)/)?(?:node|content-detail)/[0-9]{1,10}/?$",
        views.old_address,
        name="old-address",
    ),
    path("api/v1/", open_data),
    *i18n_patterns(
        path("", views.Home.as_view(), name="home"),
        path("card.jpg", views.card, name="card"),
        path("sitemap/", site_map.SiteMap.as_view(), name="site-map"),
        path("search/", search.Search.as_view(), name="search"),
        path("search/feed/", SearchFeed.as_view(write=atom), name="search-feed"),
        path("search/rss/", SearchFeed.as_view(write=rss), name="search-rss"),
        path("search/suggest/", search.suggest, name="suggest"),
        path("api/v1/", OpenDataPage.as_view(), name="open-data"),
        path(
            "admin/components/",
            admin.site.admin_view(Components.as_view()),
            name="components",
        ),
        path("admin/", admin.site.urls),
        path("", include("news.urls")),
        path("", include("committees.urls")),
        prefix_default_language=False,
    ),
]
