"""An application of Spark for tests: small, on one core, so that two find room on two workers."""

from pyspark.sql import SparkSession


def start(master):
    spark = (
        SparkSession.builder.master(master).appName("steelyard")
        .config("spark.sql.catalogImplementation", "in-memory")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "2g")
        .config("spark.cores.max", "1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate())
    spark.sparkContext.setLogLevel("OFF")
    return spark
