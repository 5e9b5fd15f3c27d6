"""Runs that were kept, by book and by what the course was made of, newest last."""
import json
import os
import re


class History:
    def __init__(self, folder, book, uploads):
        name = book if uploads == "plain" else f"{book}-{re.sub(r'[^A-Za-z0-9.]+', '-', uploads)}"
        self.folder = f"{folder}/{name}"

    def newest(self):
        runs = sorted(f for f in os.listdir(self.folder) if f.endswith(".json")) if os.path.isdir(self.folder) else []
        return f"{self.folder}/{runs[-1]}" if runs else None

    def keep(self, result, exported):
        """Keeps the result under its time, and beside it what was scored, which only the last run has."""
        os.makedirs(f"{self.folder}/exported", exist_ok=True)
        for name, content in exported.items():
            save(f"{self.folder}/exported/{name}", content)
        path = f"{self.folder}/{result['date'].replace(':', '-')}.json"
        save(path, result)
        return path


def save(path, content):
    with open(path, "w", encoding="utf-8") as out:
        if path.endswith(".jsonl"):
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in content)
        else:
            json.dump(content, out, ensure_ascii=False, indent=1)


def compare(rows, path):
    """Gives the rows what they had in an earlier run; returns its date."""
    with open(path, encoding="utf-8") as earlier:
        result = json.load(earlier)
    values = {figure["key"]: figure["value"] for figure in result["figures"]}
    for row in rows:
        row.before = values.get(row.measure.key)
    return result["date"]
