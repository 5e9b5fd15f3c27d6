#!/usr/bin/env python3
"""Puts a book through a running Tutor by its public API, scores what came out, prints one table and keeps it. Python 3, standard library only (and pdftotext).

usage: ./tutor eval BOOK_DIR [options]
  --uploads plain|all|NAME,…   what the course is made of: one plain upload a chapter (the default), every upload, or these
  --formats pdf,pptx,vtt       make the course of the uploads of these formats, and one of the same chapters' Markdown to compare it with
  --quick                      leave out the uploads that the course is not made of
  --out FILE                   write the table as JSON to this file too
  --compare FILE               compare with this earlier run instead of the newest one of the book

BOOK_DIR has sections.jsonl, uploads/manifest.json with the files it names, and, for search, retrieval.jsonl.
Needs TUTOR_ADDRESS, TUTOR_EMAIL and TUTOR_PASSWORD of an instructor, which ./tutor eval sets to a server it starts itself."""
import argparse
import datetime
import os
import sys
import tempfile

import bars
from api import Api
from book import Book
from history import History, compare, save
from measuring import Measuring, ordered
from scorers import Scorers
from table import Row, write


def arguments():
    parser = argparse.ArgumentParser(prog="tutor eval", description="Scores what Tutor makes of a book.")
    parser.add_argument("book", metavar="BOOK_DIR", help="a folder with sections.jsonl, uploads/manifest.json and retrieval.jsonl")
    parser.add_argument("--uploads", default="plain", help="plain (default: one plain upload a chapter), all, or NAME,…")
    parser.add_argument("--formats", help="pdf,pptx,vtt: make the course of these formats, and compare it with the same chapters' Markdown")
    parser.add_argument("--quick", action="store_true", help="leave out the uploads the course is not made of")
    parser.add_argument("--out", help="write the table as JSON to this file too")
    parser.add_argument("--compare", help="an earlier run's JSON; default: the newest one of this book")
    parser.add_argument("--check", action="store_true", help="only check that these options make sense")
    options = parser.parse_args()
    for needed in ("sections.jsonl", "uploads/manifest.json"):
        if not os.path.exists(f"{options.book}/{needed}"):
            parser.error(f"{options.book} has no {needed}, so it is not a book's folder")
    if options.compare and not os.path.exists(options.compare):
        parser.error(f"there is no file {options.compare}")
    return options


def scripts():
    """The folder of the scoring scripts: in TUTOR_SHARED, or beside the repository."""
    named = os.environ.get("TUTOR_SHARED")
    shared = named if named else os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared")
    return os.path.realpath(shared) + "/eval"


def measure(options, book, scorers, work):
    """The run, its rows, and its rows of another course it is compared with (None where there is none)."""
    def measuring():
        api = Api(os.environ.get("TUTOR_ADDRESS", "http://127.0.0.1:8080"), os.environ["TUTOR_EMAIL"], os.environ["TUTOR_PASSWORD"])
        folder = tempfile.mkdtemp(dir=work)
        return Measuring(api, book, scorers, folder, os.environ.get("TUTOR_EVAL_PROCESS", ""))

    main, markdown = measuring(), None
    uploads = book.of_formats(options.formats.split(",")) if options.formats else book.choose(options.uploads)
    if not uploads:
        sys.exit(f"eval: {book.folder}/uploads holds none of the files wanted")
    scope = book.only(uploads)
    main.main_course(uploads, scope)
    if options.formats:
        markdown = measuring()
        markdown.main_course(book.plain({u["chapter_no"] for u in uploads}), scope)
        markdown.finish()
        for key in AGAINST:
            if key in main.values and key in markdown.values:
                main.values[f"fall_{key}"] = main.values[key] - markdown.values[key]
    elif not options.quick:
        main.other_files([u for u in book.uploads if u not in uploads])
    return main, markdown, scope, uploads


# What may fall by no more than .05 when a course is made of other files than Markdown.
AGAINST = ("objective_recall", "objective_precision", "items_clean", "items_derivable", "items_home", "items_chapter", "items_gate")


def against():
    labels = {m.key: f"{m.group.lower()}, {m.label}" for m in bars.MEASURES}
    return [bars.Measure(f"fall_{key}", "Against Markdown", labels[key], (), bars.at_least(-.05)) for key in AGAINST]


def main():
    options = arguments()
    if options.check:
        return 0
    book, scorers = Book(options.book), Scorers(scripts())
    with tempfile.TemporaryDirectory(prefix="tutor-eval-") as work:
        run, markdown, scope, uploads = measure(options, book, scorers, work)
    run.extra += against()
    rows = [Row(m, run.values[m.key], book.title, run.notes.get(m.key, "")) for m in run_rows(run)]
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    history = History(os.environ.get("TUTOR_EVALS", ".tutor/evals"), book.name, options.formats or options.uploads)
    before = None
    if markdown is not None:
        before = "Markdown"
        for row in rows:
            row.before = markdown.values.get(row.measure.key)
    elif earlier := options.compare or history.newest():
        before = compare(rows, earlier)[:16].replace("T", " ")
    marks = foot(book, scope, scorers, run)
    print()
    write(f"{book.title}: {len(uploads)} files, {len(scope.sections)} of {len(book.all_sections)} sections", rows, before, marks)
    result = dict(
        book=book.title, folder=book.name, date=now, uploads=[u["file"] for u in uploads], sections=len(scope.sections), compared=before,
        figures=[row.json() for row in rows], notTaken=scorers.absent, failures=run.failures + scorers.failed, files=run.parsed)
    kept = history.keep(result, run.exported)
    if options.out:
        save(options.out, result)
    print(f"Kept in {kept}; what was scored is beside it in exported/.")
    return 1 if scorers.failed else 0


def run_rows(run):
    """The rows of the table, in its order."""
    run.finish()
    return ordered(bars.MEASURES + run.extra, run.values)


TOLD = 12  # failures the table's foot tells


def foot(book, scope, scorers, run):
    marks = [f"Not taken: {what} ({script} is not in {scorers.folder})" for script, what in scorers.absent.items()]
    if not book.queries:
        marks.append(f"Not taken: search and chunking ({book.folder} has no retrieval.jsonl)")
    if not scope.whole:
        marks.append("Scored on the sections these files cover.")
    if "stem_ndcg" in run.values:
        marks.append("People, in search: the best baseline, BM25 for questions and latent semantic analysis for objectives.")
    failures = run.failures + scorers.failed
    return marks + [f"Failed: {failure}" for failure in failures[:TOLD]] + [f"and {len(failures) - TOLD} more, in the JSON" for _ in failures[TOLD:TOLD + 1]]


if __name__ == "__main__":
    sys.exit(main())
