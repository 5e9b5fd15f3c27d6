"""Exact search with FAISS, one query at a time: flat.py FOLDER DIMENSIONS REPEATS. Prints JSON."""
import json
import sys
import time

import faiss
import numpy

folder, dimensions, repeats = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
faiss.omp_set_num_threads(1)
read = lambda name: numpy.fromfile(f"{folder}/{name}.f32", dtype=numpy.float32).reshape(-1, dimensions)
table, queries = read("table"), read("queries")
index = faiss.IndexFlatIP(dimensions)
index.add(table)
top = [index.search(query[None, :], 10)[1][0].tolist() for query in queries]
times = []
for _ in range(repeats):
    begin = time.perf_counter()
    for query in queries:
        index.search(query[None, :], 10)
    times.append((time.perf_counter() - begin) * 1000 / len(queries))
print(json.dumps({"version": faiss.__version__, "milliseconds": min(times), "top": top}))
