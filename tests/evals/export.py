"""What came out of a course, in the forms the scoring scripts read."""
import collections
import time

from course import DETAILS
from sections import words

ITEMS_A_SECTION = 3.5
TAKE = 30  # results a query; the scripts want at least 20


def retrieval(course, book):
    """The run, the milliseconds of each search, and every passage seen."""
    run, milliseconds, seen = [], [], {}
    for query in book.queries:
        begin = time.monotonic()
        passages = course.passages(query["query"], TAKE)
        milliseconds.append(1000 * (time.monotonic() - begin))
        seen.update((p["chunkId"], p["text"]) for p in passages)
        run.append(dict(qid=query["qid"], set=query["set"], results=[p["text"] for p in passages]))
    return run, milliseconds, seen


def chunks(course, sections, seen):
    """All chunks of a course with the book's blocks in them. What no query has brought up is searched for by its own words."""
    total = sum(s["chunks"] or 0 for s in course.sources)
    for source in course.sources:
        blocks = course.text(source) if source["state"] == "ready" and len(seen) < total else []
        for block in blocks:
            if len(seen) < total and block["text"].strip() and not any(block["text"] in text for text in seen.values()):
                seen.update((p["chunkId"], p["text"]) for p in course.passages(block["text"][:400], 10))
    return [dict(text=text, blocks=sections.blocks_of(text)) for text in seen.values()], total


class Written:
    def __init__(self, course, sections):
        self.course, self.sections = course, sections
        self.citations = []
        self.objectives = collections.defaultdict(list)
        self.items, self.lessons, self.lengths = [], [], collections.Counter()
        for module in course.modules:
            self.add_objectives(module)
            self.add_items(module)
            self.add_lesson(module)

    def cite(self, kind, found):
        self.citations += [dict(kind=kind, quote=c["quote"], source=c["source"]["name"], locator=c["locator"]) for c in found]

    def add_objectives(self, module):
        for objective in module["objectives"]:
            self.objectives[self.sections.of([c["quote"] for c in objective["citations"]])].append(objective["text"])
            self.cite("objective", objective["citations"])

    def add_items(self, module):
        for rank, item in enumerate(self.course.items(module)):
            quotes = [c["quote"] for c in item["citations"]]
            self.items.append(dict(
                id=item["id"], section=self.sections.of(quotes), question=item["stem"], options=[c["text"] for c in item["choices"]],
                answer=next(i for i, c in enumerate(item["choices"]) if c["isKey"]), evidence=quotes, kind=item["kind"], explanation=item["explanation"],
                rank=rank, module=module["title"]))
            self.cite("item", item["citations"] + [c for choice in item["choices"] for c in choice["citations"]])

    def add_lesson(self, module):
        for detail in DETAILS:
            lesson = self.course.lesson(module, detail)
            if lesson is None:
                continue
            self.lengths[detail] += sum(len(words(s["text"])) for s in lesson["sentences"])
            if detail == "standard":
                quotes = {c["n"]: c["quote"] for c in lesson["citations"]}
                self.lessons.append(dict(
                    module=module["title"], section_id=self.sections.of(list(quotes.values())),
                    sentences=[dict(text=s["text"], citations=[quotes[n] for n in s["citations"]]) for s in lesson["sentences"]]))
                self.cite("lesson", lesson["citations"])

    def objectives_within(self, book):
        here = {s["section_id"] for s in book.sections}
        return [dict(section_id=s, objectives=o) for s, o in self.objectives.items() if s in here]

    def surest_items(self, book):
        """About 3.5 items a section: of every section its surest first, then of every section the next, until there are enough."""
        here, ranked, counts = {s["section_id"] for s in book.sections}, [], collections.Counter()
        for item in sorted(self.items, key=lambda i: i["rank"]):
            if item["section"] in here:
                ranked.append((counts[item["section"]], item))
                counts[item["section"]] += 1
        wanted = round(ITEMS_A_SECTION * book.asked_sections)
        rounds = collections.defaultdict(list)
        for rank, item in ranked:
            rounds[rank].append(item)
        chosen = []
        for rank in sorted(rounds):
            chosen += spread(sorted(rounds[rank], key=lambda i: i["id"]), wanted - len(chosen))
        return chosen

    def lessons_within(self, book):
        here = {s["section_id"] for s in book.sections}
        return [lesson for lesson in self.lessons if lesson["section_id"] in here]


def spread(items, wanted):
    """At most so many of a list, evenly from all of it."""
    if wanted <= 0:
        return []
    return items if len(items) <= wanted else [items[i * len(items) // wanted] for i in range(wanted)]
