# Sourced by test-engines: the engines that the tests compare with, and servers of them that only the
# tests see. Everything that is started here is stopped by stop_engines.

engines_folder=.build/engines
engine_processes=()
small_disk=

need_engines() {
  local packages=()
  compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || packages+=(postgresql)
  command -v java >/dev/null 2>&1 || packages+=(default-jre-headless)
  python3 -c 'import ensurepip' >/dev/null 2>&1 || packages+=(python3-venv)
  [ "${#packages[@]}" -eq 0 ] || install_packages "PostgreSQL, Java and Python's venv" "${packages[@]}"
  if ! "$engines_folder/bin/python" -c 'import pyspark' >/dev/null 2>&1 \
    || [ ! -x "$engines_folder/bin/duckdb" ]; then
    mkdir -p .build
    python3 -m venv "$engines_folder"
    echo "installing DuckDB and Spark ..." >&2
    "$engines_folder/bin/pip" install --quiet 'duckdb-cli>=1.3,<2' 'pyspark>=4.1,<4.2'
  fi
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Waits until a command succeeds: its seconds, then the command.
wait_until() {
  local left=$(($1 * 5))
  shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 0.2
  done
}

# A PostgreSQL server in a folder of its own, reached by a socket in it. It does not run as root.
start_postgresql() {
  local folder="$1/postgresql" programs
  programs=$(compgen -G "/usr/lib/postgresql/*/bin" | sort -V | tail -1)
  mkdir -p "$folder"
  as_postgres=()
  if [ "$(id -u)" -eq 0 ]; then
    chmod 755 "$1"
    chown postgres "$folder"
    as_postgres=(setpriv --reuid postgres --regid postgres --clear-groups)
  fi
  "${as_postgres[@]}" "$programs/initdb" --pgdata "$folder/data" --username steelyard --auth trust \
    --encoding UTF8 --locale C --no-sync >"$folder/log" 2>&1
  "${as_postgres[@]}" "$programs/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= \
    -c fsync=off >>"$folder/log" 2>&1 &
  engine_processes+=($!)
  wait_until 30 "$programs/pg_isready" --host "$folder" \
    || fail "PostgreSQL does not start: see $folder/log"
  "$programs/createdb" --host "$folder" --username steelyard steelyard
  export STEELYARD_TEST_POSTGRESQL="postgresql:///steelyard?host=$folder&user=steelyard"
  add_small_disk "$folder" "$programs/psql"
}

# A tablespace on a disk in memory that is soon full; only root may mount one.
add_small_disk() {
  if [ "$(id -u)" -ne 0 ]; then
    echo "PostgreSQL's full disk is not tried: only root may mount a small one" >&2
    return
  fi
  small_disk="$1/small"
  mkdir "$small_disk"
  mount -t tmpfs -o size=16m,mode=777 tmpfs "$small_disk"
  chown postgres "$small_disk"
  "$2" --quiet --host "$1" --username steelyard --command "CREATE TABLESPACE small LOCATION '$small_disk'" steelyard
  export STEELYARD_TEST_FULL_TABLESPACE=small
}

# A master of Spark and two workers of one core each, on 127.0.0.1. With options of Java for the programs of
# jobs these are taken to be small: their plans are then neither thought over again nor written out.
start_spark() {
  spark_folder="$1/spark"
  SPARK_HOME=$("$engines_folder/bin/python" -c 'import pyspark; print(pyspark.__path__[0])')
  export SPARK_HOME SPARK_CONF_DIR="$spark_folder/conf" SPARK_LOCAL_IP=127.0.0.1
  export SPARK_LOCAL_DIRS="$spark_folder/local" SPARK_DAEMON_MEMORY=256m
  mkdir -p "$SPARK_CONF_DIR" "$SPARK_LOCAL_DIRS"
  printf '%s\n' 'spark.ui.enabled false' 'spark.driver.host 127.0.0.1' 'spark.driver.memory 1g' \
    'spark.executor.memory 1g' 'spark.sql.shuffle.partitions 4' \
    ${2:+"spark.driver.extraJavaOptions $2" "spark.executor.extraJavaOptions $2" \
      'spark.sql.adaptive.enabled false' 'spark.sql.ui.explainMode simple' \
      'spark.sql.maxPlanStringLength 1000'} \
    >"$SPARK_CONF_DIR/spark-defaults.conf"
  local port
  port=$(free_port)
  "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master --host 127.0.0.1 \
    --port "$port" --webui-port 0 >"$spark_folder/master.log" 2>&1 &
  engine_processes+=($!)
  export STEELYARD_TEST_SPARK="spark://127.0.0.1:$port"
  wait_until 30 grep -q "Starting Spark master" "$spark_folder/master.log" \
    || fail "Spark does not start: see $spark_folder/master.log"
  start_spark_worker 1
  start_spark_worker 2
}

# A worker; its process is spark_worker_1 or spark_worker_2.
start_spark_worker() {
  local log="$spark_folder/worker-$1.log"
  "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 \
    --memory 1g --work-dir "$spark_folder/work" --webui-port 0 "$STEELYARD_TEST_SPARK" >"$log" 2>&1 &
  printf -v "spark_worker_$1" '%s' "$!"
  engine_processes+=($!)
  wait_until 30 grep -q "Successfully registered with master" "$log" \
    || fail "a worker of Spark does not start: see $log"
}

stop_engines() {
  local process
  for process in "${engine_processes[@]}"; do kill "$process" 2>/dev/null || true; done
  for process in "${engine_processes[@]}"; do wait "$process" 2>/dev/null || true; done
  engine_processes=()
  [ -z "$small_disk" ] || umount "$small_disk" || true
}
