"""Runs statements on Spark for the tests: a JSON line with a statement in, a JSON line with its rows out.

Doubles are written in hexadecimal, so that none of their bits is lost.
"""

import json
import sys

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master(sys.argv[1])
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.memory", "2g")
    .config("spark.cores.max", "1")
    .config("spark.driver.host", "127.0.0.1")
    .getOrCreate())
spark.sparkContext.setLogLevel("OFF")


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
