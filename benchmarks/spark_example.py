"""Records of a corpus by a Spark cluster: JSON Lines in, Parquet partitioned by date out.

    python benchmarks/corpus.py corpus.jsonl --megabytes 20
    spark-submit benchmarks/spark_example.py corpus.jsonl records/

Each line is an object with `id`, `text` and `published`. On a cluster, attrib and its extra
[spark] must be installed where the executors run, or be shipped with `--archives`.
"""

from __future__ import annotations

import argparse

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

import attrib.spark
from attrib import Attributor


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the records of articles as Parquet.")
    parser.add_argument("articles", help="JSON Lines, also .gz; a path or URL that Spark can read")
    parser.add_argument("records", help="folder to write, a subfolder for each date")
    parser.add_argument("--publisher", help="the outlet that publishes all of them")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("attrib").getOrCreate()
    # A batch is held in memory by each Python worker: this many articles are a few megabytes.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 1_000)
    articles = spark.read.schema("id string, text string, published date").json(arguments.articles)
    records = attrib.spark.attribute(
        # A compressed file comes as one part; spread it over the cores.
        articles.repartition(2 * spark.sparkContext.defaultParallelism),
        "text",
        id="id",
        published="published",
        keep=["published"],
        attributor=Attributor(publisher=arguments.publisher),
    )
    records.withColumn("date", f.col("published")).drop("published").write.mode(
        "overwrite"
    ).partitionBy("date").parquet(arguments.records)
    spark.stop()


if __name__ == "__main__":
    main()
