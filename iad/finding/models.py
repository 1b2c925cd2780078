"""What is kept for finding. The words themselves stand in the database's own index (`stores`)."""

from django.db import models


class Entry(models.Model):
    """A record as it is found: an article, a meeting, a department.

    It is there whatever the record's state: who sees it is asked of the record, each time.
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    # Names without blanks, to be compared with what was typed as a whole.
    key_th = models.CharField(max_length=400, blank=True)
    key_en = models.CharField(max_length=400, blank=True)
    # Title and summary in both languages without blanks, where pieces of words are looked for.
    lead = models.TextField(blank=True)
    reference = models.CharField(max_length=12, blank=True)  # 1/2563 of a meeting
    date = models.DateField(null=True)
    be_year = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("kind", "object_id"), name="finding_entry_of_a_record_is_kept_once"
            )
        ]
        indexes = [
            models.Index(fields=("key_th",), name="finding_entry_thai_key"),
            models.Index(fields=("key_en",), name="finding_entry_english_key"),
            models.Index(fields=("reference",), name="finding_entry_reference"),
        ]

    def __str__(self):
        return f"{self.kind} {self.object_id}"


class Facet(models.Model):
    """What a record belongs to, as results are narrowed: a committee, a department, a topic."""

    # Parts of the entry, written anew with it.
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="facets")
    name = models.CharField(max_length=12)
    value = models.CharField(max_length=80)

    class Meta:
        ordering = ("pk",)
        indexes = [models.Index(fields=("name", "value"), name="finding_facet_value")]

    def __str__(self):
        return f"{self.name} {self.value}"


class Due(models.Model):
    """A record whose words have changed, marked by the database itself (`marking`).

    No two marks meet in one row, so that two who write never wait for one another here.
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()

    class Meta:
        ordering = ("pk",)

    def __str__(self):
        return f"{self.kind} {self.object_id}"
