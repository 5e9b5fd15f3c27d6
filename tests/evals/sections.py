"""Which section, and which blocks, of the book a text comes from: those that share its runs of words."""
import collections
import re


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


class Sections:
    def __init__(self, sections):
        self.sections, self.blocks, self.lengths = collections.defaultdict(set), collections.defaultdict(set), {}
        for section in sections:
            for block in section["blocks"]:
                w = words(block["text"])
                self.lengths[block["id"]] = (len(w), len(block["text"].split()))
                for n in (5, 3):
                    for i in range(len(w) - n + 1):
                        self.sections[tuple(w[i:i + n])].add(section["section_id"])
                for i in range(len(w) - 4):
                    self.blocks[tuple(w[i:i + 5])].add(block["id"])

    def of(self, texts):
        """The section that shares most runs of five words (three where a text is shorter); None where none does."""
        votes = collections.Counter()
        for text in texts:
            w = words(text)
            n = 5 if len(w) >= 5 else 3
            for i in range(len(w) - n + 1):
                found = self.sections.get(tuple(w[i:i + n]), ())
                for section in found:
                    votes[section] += 1 / len(found)
        return votes.most_common(1)[0][0] if votes else None

    def blocks_of(self, text):
        """How many words of which blocks a text holds, as chunk_eval.py counts words."""
        w, covered = words(text), collections.defaultdict(set)
        for i in range(len(w) - 4):
            for block in self.blocks.get(tuple(w[i:i + 5]), ()):
                covered[block].update(range(i, i + 5))
        found = {}
        for block, places in covered.items():
            own, spaced = self.lengths[block]
            found[block] = round(spaced * min(1, len(places) / own))
        return found
