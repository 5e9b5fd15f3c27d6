"""One table: measure, this run, people, bar, met; with a run before, what it had and the change."""


class Row:
    """A figure of this run. A measure without one was not taken."""

    def __init__(self, measure, value, book, note=""):
        self.measure, self.value, self.note = measure, round(value, 4), note
        self.people = measure.person(book)
        self.limit, self.lower_of_two = measure.limit(book)
        self.met = measure.met(self.value, book)
        self.before = None

    @property
    def change(self):
        return None if self.before is None else round(self.value - self.before, 4)

    def bar(self):
        if not self.limit:
            return ""
        if self.limit[0] == "in":
            return f"{short(self.limit[1][0])} to {short(self.limit[1][1])}"
        return f"{self.limit[0]} {short(self.limit[1])}{' *' if self.lower_of_two else ''}"

    def json(self):
        return dict(
            key=self.measure.key, group=self.measure.group, measure=self.measure.label, value=self.value, people=self.people or None,
            bar=self.bar() or None, met=self.met, note=self.note or None, before=self.before, change=self.change)


def number(value):
    """Rates with three digits and no nought in front, as the literature has them; counts whole."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return bare(f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}")


def changed(value):
    return "" if value is None else f"{'+' if value > 0 else ''}{number(value)}" if value else "0"


def short(value):
    """A bar, with no more digits than it has."""
    return bare(f"{value:g}")


def bare(text):
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def write(title, rows, before_title=None, marks=()):
    """The table as text. marks: lines for its foot."""
    head = ["measure", "this run", "people", "bar", "met"] + ([before_title, "change"] if before_title else [])
    lines, group = [], None
    for row in rows:
        if row.measure.group != group:
            group = row.measure.group
            lines.append([group])
        met = {True: "yes", False: "NO", None: ""}[row.met]
        label = "  " + row.measure.label + (f" ({row.note})" if row.note else "")
        extra = [number(row.before), changed(row.change)] if before_title else []
        lines.append([label, number(row.value), row.people, row.bar(), met] + extra)
    widths = [max(len(line[i]) for line in [head] + [l for l in lines if len(l) > 1]) for i in range(len(head))]
    print(title)
    print("  ".join(cell.ljust(w) if i in (0, 3, 4) else cell.rjust(w) for i, (cell, w) in enumerate(zip(head, widths))).rstrip())
    print("-" * (sum(widths) + 2 * (len(widths) - 1)))
    for line in lines:
        print("  ".join(cell.ljust(w) if i in (0, 3, 4) else cell.rjust(w) for i, (cell, w) in enumerate(zip(line, widths))).rstrip())
    if any(row.lower_of_two for row in rows):
        print("* the lower of the two bars set for a psychology and a sociology textbook; this book is neither")
    for mark in marks:
        print(mark)
