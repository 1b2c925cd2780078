from django.db import migrations

from news.translating import first_rightness

BATCH = 500
COLUMNS = ["translated_from", "translated_source"]


def judge(apps, schema_editor):
    """What readers have been reading in both languages was approved in both."""
    articles = apps.get_model("news", "Article").objects.using(schema_editor.connection.alias)
    unjudged = articles.filter(state="published", translated_from="")
    keys = list(unjudged.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        batch = []
        for article in articles.filter(pk__in=keys[start : start + BATCH]):
            # The property is no part of the model that a migration is given.
            vars(article)["target_language"] = "en" if article.source_language == "th" else "th"
            if columns := first_rightness(article):
                vars(article).update(columns)
                batch.append(article)
        articles.bulk_update(batch, COLUMNS)


class Migration(migrations.Migration):
    dependencies = [("news", "0003_page_version")]

    operations = [migrations.RunPython(judge, migrations.RunPython.noop, elidable=True)]
