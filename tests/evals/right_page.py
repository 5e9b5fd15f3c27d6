#!/usr/bin/env python3
"""Whether citations stand where they say: on the cited page, slide or seconds. Standard library and pdftotext, an independent witness.

usage: python3 tests/evals/right_page.py CITATIONS.json UPLOADS_DIR [--wrong N]
CITATIONS.json is among what ./tutor eval keeps; --wrong prints the first N citations that do not stand there.
Prints one line a kind of file and kind of citation: how many, and the share that stands on the cited place."""
import collections
import functools
import json
import os
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def letters(text):
    """Letters and digits alone: line ends, hyphens and quotation marks are the reader's to choose."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


@functools.lru_cache(None)
def page(path, number):
    text = subprocess.run(["pdftotext", "-q", "-f", str(number), "-l", str(number), path, "-"], capture_output=True, text=True).stdout
    raw = subprocess.run(["pdftotext", "-q", "-raw", "-f", str(number), "-l", str(number), path, "-"], capture_output=True, text=True).stdout
    return letters(text), letters(raw)


@functools.lru_cache(None)
def slide(path, number):
    with zipfile.ZipFile(path) as package:
        def text(name):
            return " ".join(t.text or "" for t in ET.fromstring(package.read(name)).iter(DRAWING + "t"))

        relations = f"ppt/slides/_rels/slide{number}.xml.rels"
        found = text(f"ppt/slides/slide{number}.xml")
        if relations in package.namelist():
            notes = re.search(r'notesSlides/(notesSlide\d+\.xml)', package.read(relations).decode())
            found += " " + text("ppt/notesSlides/" + notes.group(1)) if notes else ""
    return letters(found)


def seconds(stamp):
    parts = [float(p) for p in stamp.replace(",", ".").split(":")]
    return sum(p * 60 ** i for i, p in enumerate(reversed(parts)))


@functools.lru_cache(None)
def cues(path):
    found = []
    for block in re.split(r"\n\s*\n", open(path, encoding="utf-8-sig").read()):
        times = re.search(r"([\d:.,]+)\s*-->\s*([\d:.,]+)[^\n]*\n(.*)", block, re.S)
        if times:
            found.append((seconds(times.group(1)), seconds(times.group(2)), re.sub(r"<[^>]*>", "", times.group(3))))
    return found


def stands(path, quote, locator):
    wanted = letters(quote)
    if path.endswith(".pdf"):
        first = locator.get("page")
        if not first:
            return False
        numbers = range(first, (locator.get("pageTo") or first) + 1)
        return any(wanted in "".join(page(path, n)[mode] for n in numbers) for mode in (0, 1)) or (len(numbers) > 1 and parts_stand(path, quote, numbers))
    if path.endswith(".pptx"):
        return bool(locator.get("slide")) and wanted in slide(path, locator["slide"])
    start, end = locator.get("from"), locator.get("to")
    return start is not None and wanted in letters(" ".join(text for a, b, text in cues(path) if b > start - .01 and a < end + .01))


def parts_stand(path, quote, numbers):
    """A quote over a page break has a footer and a header in its middle: its two parts stand on either side."""
    words = quote.split()
    pages = [page(path, n) for n in numbers]
    return any(
        letters(" ".join(words[:i])) in pages[0][mode] and letters(" ".join(words[i:])) in pages[-1][mode]
        for i in range(1, len(words)) for mode in (0, 1))


PLACED = (".pdf", ".pptx", ".vtt", ".srt")


def check(citations, folder):
    """How many citations of each (extension, kind) there are and stand where they say, and those that do not."""
    total, good, wrong = collections.Counter(), collections.Counter(), []
    for citation in citations:
        extension = os.path.splitext(citation["source"])[1].lower()
        if extension not in PLACED:
            continue
        ok = stands(os.path.join(folder, citation["source"]), citation["quote"], citation["locator"])
        for key in ((extension, citation["kind"]), (extension, "all"), ("all", "all")):
            total[key] += 1
            good[key] += ok
        if not ok:
            wrong.append(citation)
    return total, good, wrong


def main():
    citations, folder = json.load(open(sys.argv[1], encoding="utf-8")), sys.argv[2]
    total, good, wrong = check(citations, folder)
    shown = int(sys.argv[sys.argv.index("--wrong") + 1]) if "--wrong" in sys.argv else 0
    for citation in wrong[:shown]:
        print("WRONG", citation["source"], citation["locator"], citation["quote"])
    for key in sorted(total):
        print(f"{key[0]:6} {key[1]:10} {total[key]:6} {good[key] / total[key]:.4f}")


if __name__ == "__main__":
    main()
