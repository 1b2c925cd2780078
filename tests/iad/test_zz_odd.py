import pytest, re
from collections import defaultdict
from django.contrib import admin
from urllib.parse import quote
from iad.models import User
from tests.iad.test_bad_input import *
@pytest.mark.django_db
def test_all(client):
    client.force_login(User.objects.create_superuser("boss2", password="x"))
    out=defaultdict(list)
    for model in SCREENS:
        a=screen(model,"changelist")
        for name in ["p","o","q","all","id__exact","id__in","id","pk","_facets","e","unknown",*FILTERS.get(model._meta.label,[])]:
            for v in [*JUNK, EMOJI, RTL, "%25_%5C", "%22", "%5C", "'"]:
                try: r=client.get(f"{a}?{name}={v}")
                except Exception as e: out[("list",type(e).__name__,str(e)[:80])].append((model._meta.label,name,v[:12]))
        a=screen(model,"add")
        for name in [f.name for f in model._meta.get_fields() if f.concrete]+["_popup","_changelist_filters"]:
            for v in ["abc","-1",str(HUGE),"2020-99-99",EMOJI,"%ff"]:
                try: r=client.get(f"{a}?{name}={v}")
                except Exception as e: out[("add",type(e).__name__,str(e)[:80])].append((model._meta.label,name,v[:12]))
    for fields in ODD_ARTICLES.items():
        try:
            r=client.post("/admin/news/article/add/", fields[1])
            if r.status_code!=200: out[("post",r.status_code)].append(fields[0])
        except Exception as e: out[("post",type(e).__name__,str(e)[:80])].append(fields[0])
    for pk in ("abc", str(HUGE), "\0"):
        try: client.post("/admin/news/article/", {"action":"publish_selected","_selected_action":[pk]})
        except Exception as e: out[("act",type(e).__name__,str(e)[:80])].append(pk)
    with open("/tmp/odd.txt","w") as f:
        for k,v in out.items(): print(k, len(v), v[:12], file=f)
