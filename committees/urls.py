from django.urls import path

from committees.views import (
    calendars,
    committees,
    follow_up,
    meeting,
    meetings,
    minutes,
    register,
)

app_name = "committees"
urlpatterns = [
    path("committees/", committees.CommitteeList.as_view(), name="committees"),
    path("committees/<slug:slug>/", committees.CommitteeDetail.as_view(), name="committee"),
    path("committees/<slug:slug>/calendar.ics", calendars.of_committee, name="committee-calendar"),
    path(
        "committees/<slug:slug>/<int:be_year>/<int:number>/",
        meeting.MeetingDetail.as_view(),
        name="meeting",
    ),
    path(
        "committees/<slug:slug>/<int:be_year>/<int:number>/calendar.ics",
        calendars.of_meeting,
        name="meeting-calendar",
    ),
    path(
        "committees/<slug:slug>/<int:be_year>/<int:number>/card.jpg",
        meeting.meeting_card,
        name="meeting-card",
    ),
    path(
        "committees/<slug:slug>/<int:be_year>/<int:number>/minutes/",
        minutes.minutes,
        name="minutes",
    ),
    path(
        "committees/<slug:slug>/<int:be_year>/<int:number>/minutes.pdf",
        minutes.minutes_pdf,
        name="minutes-pdf",
    ),
    path("meetings/calendar.ics", calendars.all_meetings, name="calendar"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("follow-up/", follow_up.FollowUp.as_view(), name="follow-up"),
    path("follow-up.csv", follow_up.export, name="follow-up-csv"),
    path("departments/", register.DepartmentList.as_view(), name="departments"),
    path("departments/<int:pk>/", register.DepartmentDetail.as_view(), name="department"),
    path("people/<int:pk>/", register.PersonDetail.as_view(), name="person"),
]
