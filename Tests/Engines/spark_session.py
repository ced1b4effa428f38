"""Runs statements on Spark for the tests: a JSON line with a statement in, a JSON line with its rows out.

Doubles are written in hexadecimal, so that none of their bits is lost.
"""

import json
import sys

from spark_application import start

spark = start(sys.argv[1])


def cell(value):
    if isinstance(value, bool):
        return {"truth": str(value)}
    if isinstance(value, float):
        return {"real": value.hex()}
    return value


print(json.dumps({"rows": []}), flush=True)
for line in sys.stdin:
    try:
        rows = spark.sql(json.loads(line)).collect()
        answer = {"rows": [[cell(value) for value in row] for row in rows]}
    except Exception as error:
        answer = {"error": str(error)[:2000]}
    print(json.dumps(answer), flush=True)
