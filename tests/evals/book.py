"""A book as a folder: sections.jsonl, uploads/manifest.json with the files, and, for search, retrieval.jsonl. Any of the files may be missing but the first two."""
import json
import os

PAGED = ("pdf", "pptx", "vtt", "srt")  # formats whose citations name a page, a slide or seconds
# What a chapter is taken from when its plain Markdown is not there: first what loses least on the way.
PREFERENCE = ("md", "html", "docx", "pdf", "pptx", "txt", "vtt", "srt")


class Book:
    def __init__(self, folder, sections=None):
        self.folder = os.path.abspath(folder)
        self.name = os.path.basename(self.folder)
        self.all_sections = read_lines(f"{folder}/sections.jsonl")
        self.uploads = [u for u in json.load(open(f"{folder}/uploads/manifest.json", encoding="utf-8")) if os.path.exists(f"{folder}/uploads/{u['file']}")]
        self.sections = [s for s in self.all_sections if sections is None or s["section_id"] in sections]
        here = {s["section_id"] for s in self.sections}
        self.queries = [q for q in read_lines(f"{folder}/retrieval.jsonl") if q["section_id"] in here]

    @property
    def title(self):
        return self.all_sections[0].get("book") or self.name

    @property
    def whole(self):
        return len(self.sections) == len(self.all_sections)

    @property
    def asked_sections(self):
        """How many sections items are counted against: those that set something to learn."""
        return sum(bool(s.get("objectives") or s.get("key_terms")) for s in self.sections)

    def path(self, upload):
        return f"{self.folder}/uploads/{upload['file']}"

    def plain(self, chapters=None):
        """One upload a chapter, the plain Markdown where there is one."""
        chosen = {}
        for upload in self.uploads:
            chapter = upload.get("chapter_no")
            if upload["format"] in PREFERENCE and (chapters is None or chapter in chapters):
                chosen.setdefault(chapter, []).append(upload)
        return [min(group, key=lambda u: (u.get("variant") != "plain", -len(u.get("sections", ())), PREFERENCE.index(u["format"]))) for group in chosen.values()]

    def choose(self, names):
        if names == "plain":
            return self.plain()
        if names == "all":
            return list(self.uploads)
        wanted = names.split(",")
        unknown = set(wanted) - {u["file"] for u in self.uploads}
        if unknown:
            raise SystemExit(f"eval: {', '.join(sorted(unknown))}: not among the uploads of {self.folder}")
        return [u for u in self.uploads if u["file"] in wanted]

    def of_formats(self, formats):
        """The uploads of these formats without those that print the answers; a second file of the same sections is left out."""
        chosen, seen = [], set()
        for upload in sorted(self.uploads, key=lambda u: formats.index(u["format"]) if u["format"] in formats else -1):
            if upload["format"] in formats and upload.get("variant") == "plain" and not seen.issuperset(upload["sections"]):
                chosen.append(upload)
                seen.update(upload["sections"])
        return chosen

    def only(self, uploads):
        """The book as far as these uploads cover it."""
        return Book(self.folder, {s for u in uploads for s in u.get("sections", ())})

    def write(self, folder):
        """The folder the scoring scripts read: the book's own, or a smaller one that holds what is covered."""
        if self.whole:
            return self.folder
        os.makedirs(folder, exist_ok=True)
        for name, rows in (("sections", self.sections), ("retrieval", self.queries)):
            with open(f"{folder}/{name}.jsonl", "w", encoding="utf-8") as out:
                out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        return folder


def read_lines(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
