"""Runs the scoring scripts that lie beside the shared books, where they are present."""
import json
import os
import subprocess
import sys


class Scorers:
    def __init__(self, folder):
        self.folder = folder
        self.absent = {}  # script -> what it would have measured
        self.failed = []

    def run(self, script, measures, *arguments):
        """What a script prints, as a list of JSON objects; empty where it is absent or fails, which is remembered."""
        path = f"{self.folder}/{script}" if self.folder else ""
        if not os.path.exists(path):
            self.absent[script] = measures
            return []
        done = subprocess.run([sys.executable, path, *map(str, arguments)], capture_output=True, text=True, env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"))
        if done.returncode != 0:
            self.failed.append(f"{script} ended with code {done.returncode}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'no reason given'}")
            return []
        return objects(done.stdout)


def objects(text):
    """JSON objects one after another, each on one line or on many."""
    found, decoder, at = [], json.JSONDecoder(), 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        value, at = decoder.raw_decode(text, at)
        found.append(value)
    return found
