"""Asks the course's tutor review questions: the book's own, which it is to answer, and those of books of other subjects, which it is to refuse. Without a language model."""
import collections
import json
import os

# What learners type rather than what review questions are like; asked of every course. None of it is in a textbook of psychology or sociology.
ELSEWHERE = (
    "how do I bake bread", "who won the world cup in 2018", "what is photosynthesis", "how do I fix my car engine", "what is the boiling point of water", "write me a poem about the sea",
    "what is a derivative in calculus", "who wrote Hamlet", "how does a blockchain work", "what is the speed of light", "is it going to rain tomorrow", "what is quantum entanglement",
    "how do volcanoes erupt", "when was the Battle of Waterloo", "how to invest in stocks", "what is plate tectonics", "translate good morning into Spanish", "What is the capital of France?",
)
SMALL_TALK = ("hi", "hello there", "thanks", "thank you!", "ok", "bye")


def stems(folder):
    with open(f"{folder}/retrieval.jsonl", encoding="utf-8") as lines:
        return [q["query"] for q in map(json.loads, lines) if q["set"] == "stem"]


def others(folder):
    """Books beside this one that have questions."""
    above = os.path.dirname(os.path.abspath(folder))
    beside = [f"{above}/{name}" for name in sorted(os.listdir(above)) if name != os.path.basename(os.path.abspath(folder))]
    return [b for b in beside if os.path.exists(f"{b}/retrieval.jsonl") and os.path.exists(f"{b}/sections.jsonl")]


class Asking:
    def __init__(self, api, course):
        self.api, self.course = api, course

    def ask(self, question):
        chat = self.api.call("POST", f"/courses/{self.course}/chats", {})["id"]
        return self.api.call("POST", f"/chats/{chat}/messages", {"text": question})["answer"]

    def kinds(self, questions):
        return collections.Counter(self.ask(q)["kind"] for q in questions)

    def figures(self, book, scope):
        """Shares of questions refused, by where they come from."""
        values = {}
        own = [q["query"] for q in scope.queries if q["set"] == "stem"]
        if own:
            answers = [self.ask(q) for q in own]
            answered = [a for a in answers if a["kind"] == "answer"]
            values["tutor_refused_own"] = sum(a["kind"] == "notCovered" for a in answers) / len(own)
            values["tutor_sentences"] = sum(len(a["sentences"]) for a in answered) / max(1, len(answered))
            values["tutor_words"] = sum(len(s["text"].split()) for a in answered for s in a["sentences"]) / max(1, len(answered))
            values["tutor_uncited"] = sum(not s["citations"] for a in answered for s in a["sentences"]) / max(1, sum(len(a["sentences"]) for a in answered))
        foreign = [q for other in others(book.folder) for q in stems(other)]
        if foreign:
            values["tutor_refused_other"] = self.kinds(foreign)["notCovered"] / len(foreign)
        values["tutor_refused_elsewhere"] = self.kinds(ELSEWHERE)["notCovered"] / len(ELSEWHERE)
        values["tutor_small_talk"] = self.kinds(SMALL_TALK)["talk"] / len(SMALL_TALK)
        return values


if __name__ == "__main__":
    # python3 tests/evals/asking.py BOOK_DIR COURSE_ID: of a Tutor that runs already (TUTOR_ADDRESS, TUTOR_EMAIL, TUTOR_PASSWORD) and counts no messages.
    import sys

    from api import Api
    from book import Book

    asked = Book(sys.argv[1])
    line = Api(os.environ.get("TUTOR_ADDRESS", "http://127.0.0.1:8080"), os.environ["TUTOR_EMAIL"], os.environ["TUTOR_PASSWORD"])
    for name, value in Asking(line, sys.argv[2]).figures(asked, asked).items():
        print(f"{name:26} {value:.3f}")
