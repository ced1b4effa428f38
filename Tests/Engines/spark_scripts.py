#!/usr/bin/env python3
"""Stands in for `spark-sql` in tests of many small jobs, so that Spark is started once for all of them.

    spark_scripts.py serve MASTER SOCKET       keeps one application of Spark, until its input ends
    spark_scripts.py run SOCKET [OPTIONS] -f FILE   runs a script there, with what `spark-sql` would print

Each script has a session and a database of its own, as it would have by itself. Of the options the settings
of sessions count.
"""

import json
import os
import socketserver
import sys
import threading
from itertools import count
from pathlib import Path
from socket import AF_UNIX, SOCK_STREAM, socket

NUMBERS = count(1)


def run(spark, settings, script):
    """The lines that a script prints, and why it failed or None."""
    session, lines = spark.newSession(), []
    for name, value in (setting.split("=", 1) for setting in settings):
        if name.startswith("spark.sql.") and name != "spark.sql.catalogImplementation":
            session.conf.set(name, value)
    database = f"script_{next(NUMBERS)}"
    session.sql(f"CREATE DATABASE {database}")
    session.sql(f"USE {database}")
    try:
        for statement in script.split(";\n"):
            for row in session.sql(statement).collect() if statement.strip() else []:
                lines.append("\t".join("NULL" if cell is None else str(cell) for cell in row))
    except Exception as error:
        return lines, str(error)
    finally:
        session.sql("USE default")
        session.sql(f"DROP DATABASE {database} CASCADE")
    return lines, None


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


def serve(master, place):
    # Only here, for the other side runs once for each script.
    from spark_application import start

    spark = start(master)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            lines, error = run(spark, *json.loads(self.rfile.readline()))
            self.wfile.write(json.dumps([lines, error]).encode() + b"\n")

    with Server(place, Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        server.shutdown()
    os._exit(0)


def ask(place, options):
    settings = [value for name, value in zip(options, options[1:]) if name == "--conf"]
    script = Path(options[options.index("-f") + 1]).read_text(encoding="utf-8")
    with socket(AF_UNIX, SOCK_STREAM) as connection:
        connection.connect(place)
        stream = connection.makefile("rwb")
        stream.write(json.dumps([settings, script]).encode() + b"\n")
        stream.flush()
        lines, error = json.loads(stream.readline())
    print("\n".join(lines))
    if error:
        sys.exit(error)


if sys.argv[1] == "serve":
    serve(*sys.argv[2:])
else:
    ask(sys.argv[2], sys.argv[3:])
