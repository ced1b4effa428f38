"""An application of Spark for tests: small, on one core, so that two find room on two workers."""

import os
import tempfile

from pyspark.sql import SparkSession


def start(master):
    spark = (
        SparkSession.builder.master(master).appName("steelyard")
        .config("spark.sql.catalogImplementation", "in-memory")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.ui.enabled", "false")
        # Plans of small jobs are not worth thinking over, nor writing out.
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.warehouse.dir", tempfile.mkdtemp(dir=os.environ["SPARK_LOCAL_DIRS"]))
        .config("spark.sql.ui.explainMode", "simple")
        .config("spark.sql.maxPlanStringLength", "1000")
        # One of these runs for minutes, in which what Java makes fast comes back.
        .config("spark.driver.extraJavaOptions", "-XX:+UseSerialGC")
        .config("spark.driver.memory", "2g")
        .config("spark.cores.max", "1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate())
    spark.sparkContext.setLogLevel("OFF")
    return spark
