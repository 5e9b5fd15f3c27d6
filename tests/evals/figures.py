"""From what the scoring scripts say to figures by the names of bars.py."""
import collections
import json
import os


def search(scores, run):
    figures = {}
    for score in scores:
        kind = score["set"]
        if kind in ("stem", "objective") and "nDCG@10" in score:
            figures |= {f"{kind}_ndcg": score["nDCG@10"], f"{kind}_mrr": score["MRR@10"], f"{kind}_recall5": score["R@5"]}
        elif kind == "stem" and score["k"] == 1:
            figures["evidence_iou1"] = score["iou"]
        elif kind == "stem" and score["k"] == 5:
            figures["evidence_recall5"] = score["evidence_token_recall"]
    if run:
        figures["fewest_results"] = min(len(line["results"]) for line in run)
    return figures


def chunks(scores):
    figures = {}
    for score in scores:
        if score["k"] == 5:
            figures["chunk_recall5"] = score["recall"]
        if score["k"] == 1:
            figures["chunk_iou1"] = score["iou"]
    return figures


def objectives(scores):
    if not scores:
        return {}
    s = scores[0]
    return dict(
        objective_recall=s["human_recall_softF1"], objective_precision=s["human_precision_softF1"], objective_verbs=s.get("measurable_verb", 0),
        objective_vague=s.get("vague_verb", 0), objective_length=s.get("length_4_to_25_words", 0), objective_twice=s.get("duplicate_in_section", 0),
        objective_count=s["per_section"])


def levels(modules):
    """Share of chapters whose objectives are of two Bloom levels or more."""
    found = collections.defaultdict(set)
    for module in modules:
        for objective in module["objectives"]:
            found[module["part"] or module["title"]].add(objective["level"])
    return {"objective_levels": sum(len(l) > 1 for l in found.values()) / len(found)} if found else {}


def items(scores):
    if not scores:
        return {}
    s = scores[0]
    form, ground, solve, wrong, cover = s["iwf"], s["grounding"], s["solvers"], s["distractors"], s["coverage"]
    return dict(
        items_section=cover["items_per_section"], items_valid=s["valid"], items_twice=s["duplicates"], items_clean=form["share_no_hard_flaw"],
        items_blank=form["rates"].get("fill_in_blank", 0), items_verbatim=ground.get("evidence_verbatim", 0), items_evidence=ground.get("answer_in_evidence", 0),
        items_derivable=ground["derivable_in_section"], items_copied=ground["items_mostly_copied"], items_solver=solve["retrieval_solver_acc"],
        items_misled=solve["solver_prefers_distractor_by_0_5"], items_overlap=solve["stem_overlap_guess_acc"], items_longest=solve["longest_option_guess_acc"],
        items_alike=wrong["homogeneity"], items_home=wrong["at_home"], items_chapter=wrong["in_chapter_vocabulary"], items_terms=cover["key_term_in_item"],
        items_objectives=cover["objectives_with_item"], items_headings=cover["headings_with_item"], items_position=s["answer_position"]["max_share"],
        items_gate=s["gate_pass"])


def lessons(scores):
    if not scores:
        return {}
    s = scores[0]
    return dict(
        lesson_recall=s["citation_recall_lex"], lesson_precision=s["citation_precision_lex"], lesson_invalid=s["invalid_citations"],
        lesson_glossary=s["glossary_named"], lesson_summary=s["summary_covered"], lesson_words=s["words_per_section"])


def details(lengths):
    brief = lengths["brief"]
    return dict(lesson_standard=lengths["standard"] / brief, lesson_deep=lengths["deep"] / brief) if brief else {}


def kinds(chosen):
    """Shares of the kinds of items, largest first."""
    counts = collections.Counter(i["kind"] for i in chosen)
    return {kind: n / len(chosen) for kind, n in counts.most_common()}


def parsing(scores, uploads):
    """The worst upload of each format in each measure, and its name."""
    by_file = {u["file"]: u for u in uploads}
    markdown = {}
    for score in scores:
        upload = by_file[score["file"]]
        if upload["format"] == "md":
            markdown[upload["chapter_no"], upload.get("variant")] = score["order"]
    found = collections.defaultdict(dict)
    for score in scores:
        upload = by_file[score["file"]]
        worst = found[format_of(upload)]
        own = markdown.get((upload["chapter_no"], upload.get("variant")))
        values = dict(blocks=score["block_recall"], headings=score["heading_recall"] if score["headings"] else None, cells=score["table_cell_recall"],
                      order=None if own is None else round(score["order"] - own, 4))
        for key, value in values.items():
            if value is not None and value < worst.get(key, (2, ""))[0]:
                worst[key] = (value, score["file"])
        worst["noise"] = (worst.get("noise", (0, ""))[0] + score["noise_lines"], score["file"] if score["noise_lines"] else "")
    return found


def format_of(upload):
    return upload["format"] + (" in two columns" if upload.get("columns") == 2 else "")


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def solver_by_kind(chosen, per_item):
    """How often the retrieval solver finds the key, by kind of item; kinds with fewer than ten items say nothing."""
    if not os.path.exists(per_item):
        return {}
    kind_of, found = {i["id"]: i["kind"] for i in chosen}, collections.defaultdict(list)
    with open(per_item, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "solver" in row:
                found[kind_of[row["id"]]].append(row["solver"])
    return {kind: sum(values) / len(values) for kind, values in found.items() if len(values) >= 10}
