"""A fresh course of chosen uploads, and what the product makes of it: passages, modules, objectives, items, lessons."""
import time
import urllib.parse

from api import Refused

MOST_ITEMS = 100  # more than any pool holds
DETAILS = ("brief", "standard", "deep")


class Course:
    def __init__(self, api, title):
        self.api = api
        self.id = api.call("POST", "/courses", {"title": title, "description": ""})["id"]
        self.seconds, self.sources, self.modules, self.failures = {}, [], [], []

    def timed(self, step, work):
        begin = time.monotonic()
        result = work()
        self.seconds[step] = self.seconds.get(step, 0) + time.monotonic() - begin
        return result

    def ingest(self, files, step="upload to ready"):
        """Uploads files and waits until each is ready or failed."""
        wanted = set()

        def work():
            for file in files:
                wanted.add(self.api.upload(f"/courses/{self.id}/sources", file))
            while True:
                sources = [s for s in self.api.pages(f"/courses/{self.id}/sources", "sources") if s["id"] in wanted]
                if all(s["state"] in ("ready", "failed") for s in sources):
                    return sources
                time.sleep(.05)

        self.sources += (found := self.timed(step, work))
        self.failures += [f"{s['name']}: {s['failure']['message']}" for s in found if s["state"] == "failed"]

    def text(self, source):
        return list(self.api.pages(f"/sources/{source['id']}/text", "blocks"))

    def passages(self, query, take):
        return self.api.get(f"/courses/{self.id}/passages?take={take}&q={urllib.parse.quote(query[:2000])}")["passages"]

    def outline(self):
        def work():
            return self.api.wait(self.api.order(f"/courses/{self.id}/outlines"))
        try:
            state = self.timed("outline", work)
        except Refused as refused:
            state = {"failure": {"message": str(refused)}, "state": "failed"}
        if state["state"] == "failed":
            self.failures.append(f"outline: {state['failure']['message']}")
            return
        # The server writes lessons and items of its own accord from now on; asked for them, it says when they are there.
        self.modules = self.timed("outline", self.modules_now)

    def modules_now(self):
        return self.api.get(f"/courses/{self.id}/modules")["modules"]

    def write(self):
        """Waits for every lesson and for as many items as there are."""
        def work():
            orders = [(m, "lesson", self.api.order(f"/modules/{m['id']}/lessons")) for m in self.modules]
            orders += [(m, "items", self.api.order(f"/modules/{m['id']}/items", {"count": MOST_ITEMS})) for m in self.modules]
            return [(m, what, self.api.wait(order)) for m, what, order in orders]
        for module, what, state in self.timed("lessons and items", work):
            if state["state"] == "failed":
                self.failures.append(f"{what} of \"{module['title']}\": {state['failure']['message']}")

    def items(self, module):
        return self.api.get(f"/modules/{module['id']}/items")["items"]

    def lesson(self, module, detail):
        """None where it could not be written."""
        try:
            status, _, lesson = self.api.answer("GET", f"/modules/{module['id']}/lesson?detail={detail}&style=prose")
        except Refused:
            return None
        return lesson if status == 200 else None
