"""What is measured, what people or the best baseline reach, and the bar. Two values are those of a psychology and of a sociology textbook."""
import dataclasses

BOOKS = ("Psychology 2e", "Introduction to Sociology 3e")


def at_least(*values):
    return (">=", values)


def at_most(*values):
    return ("<=", values)


def between(low, high):
    return ("in", (low, high))


@dataclasses.dataclass(frozen=True)
class Measure:
    key: str
    group: str
    label: str
    people: tuple = ()
    bar: tuple = ()

    def person(self, book):
        """One value where the book is known, else the range of both."""
        if not self.people:
            return ""
        known = {self.people[BOOKS.index(book)]} if book in BOOKS and len(self.people) > 1 else set(self.people)
        return "-".join(f"{value:.3f}".removeprefix("0") for value in sorted(known))

    def limit(self, book):
        """The bar's sign and number, and whether it is the lower of two books' because this one is neither."""
        if not self.bar or self.bar[0] == "in":
            return self.bar, False
        sign, values = self.bar
        if len(values) == 1:
            return (sign, values[0]), False
        if book in BOOKS:
            return (sign, values[BOOKS.index(book)]), False
        return (sign, min(values) if sign == ">=" else max(values)), True

    def met(self, value, book):
        """None where there is no bar."""
        if not self.bar:
            return None
        if self.bar[0] == "in":
            return self.bar[1][0] <= value <= self.bar[1][1]
        (sign, limit), _ = self.limit(book)
        return value >= limit if sign == ">=" else value <= limit


# The baselines of search: BM25 for questions, latent semantic analysis for objectives.
MEASURES = [
    Measure("stem_ndcg", "Search", "question, nDCG@10", (.891, .765), at_least(.89, .79)),
    Measure("stem_mrr", "Search", "question, MRR@10"),
    Measure("stem_recall5", "Search", "question, recall@5"),
    Measure("objective_ndcg", "Search", "objective, nDCG@10", (.911, .843), at_least(.92, .85)),
    Measure("objective_mrr", "Search", "objective, MRR@10"),
    Measure("objective_recall5", "Search", "objective, recall@5"),
    Measure("evidence_recall5", "Search", "question, evidence recall@5 of what is returned"),
    Measure("evidence_iou1", "Search", "question, evidence IoU@1 of what is returned"),
    Measure("fewest_results", "Search", "fewest results where 30 were asked for", (), at_least(20)),
    Measure("chunks", "Chunks", "chunks"),
    Measure("chunk_recall5", "Chunks", "evidence recall@5 (200 words: .867)", (), at_least(.90)),
    Measure("chunk_iou1", "Chunks", "evidence IoU@1 (200 words: .401)", (), at_least(.50)),
    Measure("objective_recall", "Objectives", "recall of people's (soft F1)", (), at_least(.53, .49)),
    Measure("objective_precision", "Objectives", "precision (soft F1)", (), at_least(.43, .38)),
    Measure("objective_verbs", "Objectives", "measurable verb", (), at_least(.98)),
    Measure("objective_vague", "Objectives", "vague verb", (), at_most(0)),
    Measure("objective_length", "Objectives", "4 to 25 words", (), at_least(.98)),
    Measure("objective_twice", "Objectives", "twice in a section", (), at_most(0)),
    Measure("objective_levels", "Objectives", "chapters with two Bloom levels or more", (), at_least(1)),
    Measure("objective_count", "Objectives", "a section", (), at_most(5)),
    Measure("items_available", "Items", "items there are in all"),
    Measure("items_section", "Items", "items scored a section, the surest"),
    Measure("items_valid", "Items", "valid", (1, 1), at_least(1)),
    Measure("items_twice", "Items", "duplicates", (.003, 0), at_most(.01)),
    Measure("items_clean", "Items", "no hard flaw", (.778, .602), at_least(.97)),
    Measure("items_blank", "Items", "fill in the blank", (.752, .274), at_most(.40)),
    Measure("items_verbatim", "Items", "evidence verbatim in the section", (), at_least(1)),
    Measure("items_evidence", "Items", "answer in the evidence", (), at_least(.97)),
    Measure("items_derivable", "Items", "derivable in the section", (.621, .350), at_least(.97)),
    Measure("items_copied", "Items", "stem mostly copied", (.064, .011), at_most(.05)),
    Measure("items_solver", "Items", "retrieval solver", (.535, .472), between(.55, .88)),
    Measure("items_misled", "Items", "solver prefers a distractor", (.135, .225), at_most(.03)),
    Measure("items_overlap", "Items", "blind guesser: overlap with the stem", (.248, .275), between(.20, .30)),
    Measure("items_longest", "Items", "blind guesser: longest option", (.238, .315), between(.20, .30)),
    Measure("items_alike", "Items", "distractors like the key", (.943, .926), at_least(.94)),
    Measure("items_home", "Items", "distractors at home in the section", (.828, .707), at_least(.78, .74)),
    Measure("items_chapter", "Items", "distractors in the chapter's words", (.872, .747), at_least(.95)),
    Measure("items_terms", "Items", "key terms touched", (.328, .375), at_least(.30, .22)),
    Measure("items_objectives", "Items", "objectives touched", (.562, .682), at_least(.55, .42)),
    Measure("items_headings", "Items", "headings touched", (.561, .605), at_least(.55, .42)),
    Measure("items_position", "Items", "key position, largest share", (.267, .260), at_most(.30)),
    Measure("items_gate", "Items", "all form rules together", (.447, .190), at_least(.95)),
    Measure("items_kinds", "Items", "kinds that make up a twentieth or more", (), at_least(4)),
    Measure("lesson_recall", "Lessons", "citation recall", (.79,), at_least(.95)),
    Measure("lesson_precision", "Lessons", "citation precision", (), at_least(.85)),
    Measure("lesson_invalid", "Lessons", "citations that do not stand in the book", (), at_most(0)),
    Measure("lesson_glossary", "Lessons", "glossary terms named", (), at_least(.64)),
    Measure("lesson_summary", "Lessons", "people's summary covered", (), at_least(.49)),
    Measure("lesson_words", "Lessons", "words a section", (), at_most(400)),
    Measure("lesson_standard", "Lessons", "standard to brief, in words", (), between(1.6, 2.4)),
    Measure("lesson_deep", "Lessons", "deep to brief, in words", (), between(3.0, 5.0)),
    Measure("tutor_refused_other", "Tutor", "questions of another book refused", (), at_least(.90)),
    Measure("tutor_refused_own", "Tutor", "the book's own questions refused", (), at_most(.05)),
    Measure("tutor_refused_elsewhere", "Tutor", "questions from elsewhere refused", (), at_least(.90)),
    Measure("tutor_small_talk", "Tutor", "greetings and thanks told from questions", (), at_least(1)),
    Measure("tutor_uncited", "Tutor", "sentences without a citation", (), at_most(0)),
    Measure("tutor_sentences", "Tutor", "sentences an answer", (), between(2, 6)),
    Measure("tutor_words", "Tutor", "words an answer"),
    Measure("time_ready", "Time and memory", "uploads to ready, seconds", (), at_most(15)),
    Measure("time_search50", "Time and memory", "a search, milliseconds, median"),
    Measure("time_search95", "Time and memory", "a search, milliseconds, 95th of 100"),
    Measure("time_outline", "Time and memory", "outline, seconds"),
    Measure("time_write", "Time and memory", "all lessons and items, seconds", (), at_most(60)),
    Measure("memory_ready", "Time and memory", "server's peak until ready, MB", (), at_most(600)),
    Measure("memory_all", "Time and memory", "server's peak in all, MB"),
]


def of_kind(kind):
    return [Measure(f"kind_{kind}", "Kinds of items", f"{kind}: share"), Measure(f"solver_{kind}", "Kinds of items", f"{kind}: retrieval solver")]


def of_format_time(name):
    return Measure(f"time_{name}", "Time and memory", f"{name} uploads to ready, seconds")


def of_parsing(name, two_columns):
    """The bars of reading one format; slides and captions hold only parts of their sections."""
    partial = name in ("pptx", "vtt", "srt")
    bars = [("blocks", "blocks found", () if partial else at_least(.98))]
    if not partial:
        bars += [("order", "order, against the chapter's Markdown", at_least(-.005)), ("headings", "headings found", at_least(.85 if two_columns else .95)),
                 ("cells", "table cells found", at_least(.90 if name.startswith("pdf") else .95)), ("noise", "running headers and footers left", at_most(0))]
    return [Measure(f"parse_{name}_{key}", "Reading files", f"{name}: {label}", (), bar) for key, label, bar in bars]


def of_place(extension):
    return Measure(f"place_{extension}", "Right page", f"{extension}: citations that stand on the place they name", (), at_least(.99))
