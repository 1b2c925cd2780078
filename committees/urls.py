from django.urls import path

from committees import views

app_name = "committees"
urlpatterns = [
    path("committees/", views.CommitteeList.as_view(), name="committees"),
    path("committees/<slug:slug>/", views.CommitteeDetail.as_view(), name="committee"),
    path(
        "committees/<slug:slug>/<int:be_year>/<int:number>/",
        views.MeetingDetail.as_view(),
        name="meeting",
    ),
    path("meetings/", views.MeetingList.as_view(), name="meetings"),
    path("departments/", views.DepartmentList.as_view(), name="departments"),
    path("departments/<int:pk>/", views.DepartmentDetail.as_view(), name="department"),
    path("people/<int:pk>/", views.PersonDetail.as_view(), name="person"),
]
