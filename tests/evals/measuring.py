"""The three courses of an evaluation and the figures they give: the book, its other files, and those of its files that have pages, slides or times."""
import os

import bars
import export
import figures
import right_page
from api import Refused
from asking import Asking
from course import Course
from history import save
from sections import Sections


class Measuring:
    def __init__(self, api, book, scorers, work, process):
        self.api, self.book, self.scorers, self.work, self.process = api, book, scorers, work, process
        self.values, self.notes, self.exported, self.failures = {}, {}, {}, []
        self.extra, self.parsed = [], []

    def say(self, text):
        print(text, flush=True)

    def peak(self, key):
        """The server's largest memory so far, MB; of a server elsewhere nothing is known."""
        try:
            with open(f"/proc/{self.process}/status", encoding="ascii") as status:
                self.values[key] = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
        except OSError:
            pass

    def forget_peak(self):
        """The peak counts from here on (Linux: 5 in clear_refs)."""
        try:
            with open(f"/proc/{self.process}/clear_refs", "w", encoding="ascii") as peak:
                peak.write("5")
        except OSError:
            pass

    def file(self, name, content):
        path = f"{self.work}/{name}"
        save(path, content)
        self.exported[name] = content
        return path

    def main_course(self, uploads, scope):
        """Search, objectives, items and lessons of a course made of these uploads, scored where they cover the book."""
        self.say(f"Course of {len(uploads)} files ({sum(os.path.getsize(self.book.path(u)) for u in uploads) // 1024} KB)")
        self.forget_peak()
        course = Course(self.api, f"Evaluation of {self.book.title}")
        course.ingest([self.book.path(u) for u in uploads])
        self.peak("memory_ready")
        self.values["time_ready"] = course.seconds["upload to ready"]
        folder, sections = scope.write(f"{self.work}/book"), Sections(scope.sections)
        self.parse(course, uploads)
        self.search(course, scope, folder, sections)
        self.tutor(course, scope)
        self.writing(course, scope, folder, Sections(self.book.all_sections))
        self.failures += course.failures
        self.peak("memory_all")

    def search(self, course, scope, folder, sections):
        if not scope.queries:
            return
        run, milliseconds, seen = export.retrieval(course, scope)
        self.values |= {"time_search50": figures.quantile(milliseconds, .5), "time_search95": figures.quantile(milliseconds, .95)}
        self.values |= figures.search(self.scorers.run("score_run.py", "search", folder, self.file("run.jsonl", run)), run)
        found, total = export.chunks(course, sections, seen)
        self.values["chunks"] = total
        if len(found) < total:
            self.notes["chunks"] = f"scored: {len(found)}"
        path = self.file("chunks.json", found)
        self.values |= figures.chunks([s for k in (1, 5) for s in self.scorers.run("chunk_eval.py", "chunking", folder, k, path)])

    def tutor(self, course, scope):
        try:
            self.values |= Asking(self.api, course.id).figures(self.book, scope)
        except Refused as refused:
            # A Tutor that counts a person's messages does not answer a book's questions in a minute.
            self.failures.append(f"the tutor was not asked: {refused}")

    def writing(self, course, scope, folder, sections):
        course.outline()
        course.write()
        written = export.Written(course, sections)
        chosen, run = written.surest_items(scope), self.scorers.run
        self.values |= {"time_outline": course.seconds["outline"], "time_write": course.seconds["lessons and items"], "items_available": len(written.items)}
        self.values |= figures.levels(course.modules) | figures.details(written.lengths)
        lists = (self.file("objectives.json", written.objectives_within(scope)), self.file("items.json", chosen), self.file("lessons.json", written.lessons_within(scope)))
        self.file("all-items.json", written.items)
        self.file("citations.json", written.citations)
        if written.objectives:
            self.values |= figures.objectives(run("objectives_check.py", "objectives", lists[0], folder))
        if chosen:
            per_item = f"{self.work}/per-item.jsonl"
            self.values |= figures.items(run("item_check.py", "items", lists[1], folder, "--per-item", per_item))
            self.add_kinds(chosen, per_item)
        if written.lessons:
            self.values |= figures.lessons(run("grounding_check.py", "lessons", lists[2], folder))
        self.places(written.citations)

    def add_kinds(self, chosen, per_item):
        shares, solver = figures.kinds(chosen), figures.solver_by_kind(chosen, per_item)
        self.values["items_kinds"] = sum(share >= .05 for share in shares.values())
        for kind, share in shares.items():
            measures = bars.of_kind(kind)
            self.extra += measures if kind in solver else measures[:1]
            self.values |= {f"kind_{kind}": share} | ({f"solver_{kind}": solver[kind]} if kind in solver else {})

    def other_files(self, uploads):
        """Reads every other upload, a format at a time, and asks of those with pages, slides or times whether citations stand there."""
        placed = [u for u in uploads if f".{u['format']}" in right_page.PLACED]
        if others := [u for u in uploads if u not in placed]:
            self.read(others)
        citations = []
        for group in without_twins(placed):
            course = self.read(group)
            course.outline()
            course.write()
            citations += export.Written(course, Sections(self.book.all_sections)).citations
            self.failures += [f"course of {group[0]['file']} and {len(group) - 1} more: {f}" for f in course.failures]
        self.places(citations)
        self.peak("memory_all")

    def read(self, uploads):
        """A course of these uploads, one format after another so that each has its time."""
        self.say(f"Reading {len(uploads)} other files: {', '.join(sorted({u['format'] for u in uploads}))}")
        course = Course(self.api, f"Other files of {self.book.title}")
        for name in sorted({u["format"] for u in uploads}):
            course.ingest([self.book.path(u) for u in uploads if u["format"] == name], name)
            self.extra.append(bars.of_format_time(name))
            self.values[f"time_{name}"] = self.values.get(f"time_{name}", 0) + course.seconds[name]
        self.parse(course, uploads)
        return course

    def parse(self, course, uploads):
        by_file = {u["file"]: u for u in uploads}
        for source in course.sources:
            if source["state"] == "ready":
                path = f"{self.work}/text.json"
                save(path, course.text(source))
                self.parsed += self.scorers.run("parse_check.py", "reading files", self.book.folder, by_file[source["name"]]["file"], path)

    def places(self, citations):
        total, good, wrong = right_page.check(citations, f"{self.book.folder}/uploads")
        for extension, kind in sorted(total):
            if kind == "all" and extension != "all":
                self.extra.append(bars.of_place(extension[1:]))
                self.values[f"place_{extension[1:]}"] = good[extension, kind] / total[extension, kind]
                self.notes[f"place_{extension[1:]}"] = str(total[extension, kind])
        self.exported["wrong-places.json"] = self.exported.get("wrong-places.json", []) + wrong

    def finish(self):
        """Brings the uploads' figures together; the rows of the table are what has a value."""
        for name, worst in sorted(figures.parsing(self.parsed, self.book.uploads).items()):
            for measure in bars.of_parsing(name, "two columns" in name):
                key = measure.key.removeprefix(f"parse_{name}_")
                if key in worst:
                    self.extra.append(measure)
                    self.values[measure.key], self.notes[measure.key] = worst[key]
        return ordered(bars.MEASURES + self.extra, self.values)


def without_twins(uploads):
    """Groups in which no two files are the same sections: of two files of the same text a course cites one."""
    groups = []
    for upload in uploads:
        fitting = next((g for g in groups if all(u.get("sections") != upload.get("sections") for u in g)), None)
        if fitting is None:
            groups.append(fitting := [])
        fitting.append(upload)
    return groups


def ordered(measures, values):
    """By group, in the order of the groups below; a measure once."""
    groups = ("Reading files", "Search", "Chunks", "Objectives", "Items", "Kinds of items", "Lessons", "Tutor", "Right page", "Against Markdown", "Time and memory")
    unique = {m.key: m for m in measures if m.key in values}
    return sorted(unique.values(), key=lambda m: groups.index(m.group))
