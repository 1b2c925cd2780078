"""Certified minutes as readers have them: a page in the order of form 11, and the same as PDF."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from committees.linked_data import minutes_page
from committees.minutes.docx import said
from committees.minutes.filling import joined
from committees.minutes.pdf import write_minutes_pdf
from committees.minutes.reading import read_meeting_record
from committees.minutes.record import MeetingRecord
from committees.models import Meeting
from iad.bilingual import OFFICIAL, Passage


def minutes(request: HttpRequest, slug: str, be_year: int, number: int) -> HttpResponse:
    meeting = certified_meeting(slug, be_year, number)
    record = read_meeting_record(meeting, public=True)
    context = {
        "meeting": meeting,
        "told": minutes_page(meeting),
        "paper": as_page(record, digits=settings.PAPER_DIGITS),
        "in_thai": Passage(record.committee, OFFICIAL),
    }
    return render(request, "committees/minutes.html", context)


def minutes_pdf(request: HttpRequest, slug: str, be_year: int, number: int) -> HttpResponse:
    meeting = certified_meeting(slug, be_year, number)
    record = read_meeting_record(meeting, public=True)
    try:
        paper = write_minutes_pdf(record, digits=settings.PAPER_DIGITS)
    except ValidationError:
        # A server without the font still has the page, which says the same.
        return redirect("committees:minutes", slug, be_year, number)
    disposition = f'inline; filename="{file_name("minutes", meeting)}.pdf"'
    return HttpResponse(
        paper, content_type="application/pdf", headers={"Content-Disposition": disposition}
    )


def certified_meeting(slug: str, be_year: int, number: int) -> Meeting:
    """The public meeting of that number, once its minutes are certified; else 404 for all."""
    return get_object_or_404(
        Meeting.objects.public().held().with_committee(),
        committee__slug=slug,
        be_year=be_year,
        number=number,
        minutes_state=Meeting.Minutes.CERTIFIED,
    )


def as_page(record: MeetingRecord, *, digits: str) -> dict:
    """What committees/parts/minutes_text.html reads: the words and digits of the Word paper.

    ``committee`` and a task's ``department`` are as they follow a Thai word.
    """
    paper = said(record, digits)
    paper["committee"] = joined(paper["committee"])
    for part in paper["parts"]:
        for matter in part["matters"]:
            for decision in matter["decisions"]:
                for task in decision["tasks"]:
                    task["department"] = joined(task["department"])
    return paper


def file_name(paper: str, meeting: Meeting) -> str:
    """minutes-sister-cities-1-2563, in ASCII; the ending is left to who writes it."""
    return f"{paper}-{meeting.committee.slug}-{meeting.number}-{meeting.be_year}"
