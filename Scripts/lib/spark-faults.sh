# Sourced by test-engines: jobs on a real master and two workers, in which something fails on purpose.
# Each gives the very rows of `steelyard score`, or ends with an error and publishes nothing.

faults_policy=Datasets/policies/customer-manager/policy.yaml

spark_faults() {
  faults_folder="$1/faults"
  faults_program=$(realpath "$2")
  mkdir -p "$faults_folder"
  faults_data="$faults_folder/data"
  "$faults_program" generate "$faults_policy" --staff 2000 --seed 7 --output "$faults_data" >/dev/null 2>&1
  fault_one_branch
  fault_hostile_texts
  "$faults_program" score "$faults_policy" --data "$faults_data" --output "$faults_folder/alone.csv" \
    --quiet
  sorted_rows "$faults_folder/alone.csv" >"$faults_folder/expected"

  start_scripts
  fault_late_rejections
  expect_failure "a filter that always fails" 'exit 9'
  expect_failure "a filter that stops reading early" \
    'if [ "$2" = subjects ]; then head -n 50 | "$program" "$@"; else exec "$program" "$@"; fi'
  expect_failure "a filter that loses rows before it reads them" \
    'if [ "$2" = subjects ]; then sed 20d | "$program" "$@"; else exec "$program" "$@"; fi'
  expect_failure "a filter that loses what it writes" \
    'if [ "$2" = segment ]; then "$program" "$@" | sed 3d; else exec "$program" "$@"; fi'
  expect_failure "a filter that writes subjects twice" \
    'if [ "$2" = segment ]; then "$program" "$@" | sed 1p; else exec "$program" "$@"; fi'
  stop_scripts

  local partitions
  for partitions in 1 7 64; do
    expect_result "$partitions partitions" --partitions "$partitions"
  done
  expect_after_kill "a worker is killed in the first stage" subjects worker
  expect_after_kill "a worker is killed in the second stage" segment worker
  expect_after_kill "a filter is killed in the first stage" subjects filter
  expect_after_kill "a filter is killed in the second stage" segment filter
  echo "Spark: all jobs gave the exact result or none"
}

# One application of Spark for the scripts of several jobs, which starting one each would make far longer:
# what stands in for spark-sql hands them over.
start_scripts() {
  local python script="$PWD/Tests/Engines/spark_scripts.py" socket="$faults_folder/socket"
  python=$(realpath -s "$engines_folder/bin/python")
  spark_home="$SPARK_HOME"
  mkdir -p "$faults_folder/bin"
  printf '#!/bin/sh\nexec %q %q run %q "$@"\n' "$python" "$script" "$socket" \
    >"$faults_folder/bin/spark-sql"
  chmod +x "$faults_folder/bin/spark-sql"
  mkfifo "$faults_folder/open"
  "$python" "$script" serve "$STEELYARD_TEST_SPARK" "$socket" <"$faults_folder/open" >/dev/null 2>&1 &
  engine_processes+=($!)
  # It ends when this is closed.
  exec 9>"$faults_folder/open"
  wait_until 90 test -S "$socket" || fail "Spark takes no scripts"
  export SPARK_HOME="$faults_folder"
}

stop_scripts() {
  exec 9>&-
  wait "${engine_processes[-1]}" || true
  unset 'engine_processes[-1]'
  export SPARK_HOME="$spark_home"
}

# A fifth of all staff in one branch.
fault_one_branch() {
  awk -F, -v OFS=, 'NR > 1 && NR % 5 == 0 { $2 = "The one large branch" } { print }' \
    "$faults_data/staff.csv" >"$faults_data/staff.new"
  mv "$faults_data/staff.new" "$faults_data/staff.csv"
}

# Texts that mean something to shells, to SQL, to Spark and to the lines between filters.
fault_hostile_texts() {
  python3 - "$faults_data/staff.csv" <<'PYTHON'
import csv, sys
texts = ["tab\there", 'a "quoted" one', "\\N", "\\", "%09%25", "分行；支行", "'; DROP TABLE x; --", "a,b", "$HOME `id`",
         "-- no comment", "😀", "NULL", "\u2028"]
path = sys.argv[1]
rows = list(csv.reader(open(path, encoding="utf-8", newline="")))
for number, row in enumerate(rows[1:]):
    if number % 7 == 0: row[1] = texts[number // 7 % len(texts)]
with open(path, "w", encoding="utf-8", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(rows)
PYTHON
}

# People who are rejected after they were ranked: all is ranked again without them.
fault_late_rejections() {
  local case=Tests/Cases/scoring/rejected-late name="people rejected after they were ranked"
  "$faults_program" score "$case/policy.yaml" --data "$case" --output "$faults_folder/late.csv" \
    --rejects "$faults_folder/late-rejects.csv" --quiet 2>"$faults_folder/log" || [ "$?" -eq 1 ]
  local code=0
  "$faults_program" score "$case/policy.yaml" --data "$case" --engine spark \
    --master "$STEELYARD_TEST_SPARK" --output "$faults_folder/late" \
    --rejects "$faults_folder/late-rejects" --quiet 2>"$faults_folder/log" || code=$?
  [ "$code" -eq 1 ] || fault_failed "$name" "it ended with exit code $code"
  cmp -s <(sorted_rows "$faults_folder/late.csv") <(sorted_rows "$faults_folder/late") \
    || fault_failed "$name" "other rows than without Spark"
  [ "$(wc -l <"$faults_folder/late-rejects.csv")" -eq "$(cat "$faults_folder"/late-rejects/part-* | wc -l)" ] \
    || fault_failed "$name" "others are rejected than without Spark"
  expect_nothing_left "$name"
}

# The rows of a file, or of all parts of a folder, each of which begins with the same header.
sorted_rows() {
  local files=("$1")
  [ ! -d "$1" ] || files=("$1"/part-*.csv)
  head -n 1 "${files[0]}"
  tail -q -n +2 "${files[@]}" | LC_ALL=C sort
}

# Runs a job: its result's name, then further options.
spark_job() {
  local result="$1"
  shift
  "$faults_program" score "$faults_policy" --data "$faults_data" --engine spark \
    --master "$STEELYARD_TEST_SPARK" --output "$result" --quiet "$@" >"$faults_folder/log" 2>&1
}

fault_failed() {
  cat "$faults_folder/log" >&2
  fail "Spark, $1: $2"
}

expect_exact() {
  sorted_rows "$2" | cmp -s - "$faults_folder/expected" || fault_failed "$1" "other rows than without Spark"
  if [ -e "$faults_folder/first" ]; then
    diff -r "$faults_folder/first" "$2" >/dev/null || fault_failed "$1" "other bytes than another time"
    rm -r "$2"
  else
    mv "$2" "$faults_folder/first"
  fi
  expect_nothing_left "$1"
}

expect_nothing_left() {
  compgen -G "$faults_folder/*staging*" >/dev/null && fault_failed "$1" "its staging folder is left"
  compgen -G "$faults_folder/.unfinished*" >/dev/null && fault_failed "$1" "an unfinished folder is left"
  echo "Spark, $1: as expected"
}

expect_result() {
  local name="$1"
  shift
  spark_job "$faults_folder/result" "$@" || fault_failed "$name" "it gave no result"
  expect_exact "$name" "$faults_folder/result"
}

# A program that stands in for this one on the workers.
stand_in() {
  printf '#!/usr/bin/env bash\nprogram=%q\nfolder=%q\n%s\n' "$faults_program" "$faults_folder" "$1" \
    >"$faults_folder/stand-in"
  chmod +x "$faults_folder/stand-in"
}

# The first filter of a stage waits to be killed, or its worker; later ones do not.
expect_after_kill() {
  local name="$1" stage="$2" victim="$3"
  rm -f "$faults_folder"/waiting
  stand_in "if [ \"\$2\" = $stage ] && (set -o noclobber; echo \$\$ >\"\$folder/waiting\") 2>/dev/null; then
  sleep 60 <&- >&- 2>&-
fi
exec \"\$program\" \"\$@\""
  spark_job "$faults_folder/result" --program "$faults_folder/stand-in" &
  local job=$!
  wait_until 300 test -s "$faults_folder/waiting" || fault_failed "$name" "its stage was never reached"
  local filter
  filter=$(cat "$faults_folder/waiting")
  if [ "$victim" = filter ]; then
    kill -9 "$filter"
  else
    local number
    number=$(worker_of "$filter")
    local worker="spark_worker_$number"
    kill -9 "${!worker}"
    wait "${!worker}" 2>/dev/null || true
    start_spark_worker "$number"
  fi
  wait "$job" || fault_failed "$name" "it gave no result"
  expect_exact "$name" "$faults_folder/result"
}

# The number of the worker that a process descends from.
worker_of() {
  local process="$1"
  while [ "$process" -gt 1 ]; do
    if [ "$process" = "$spark_worker_1" ]; then echo 1; return; fi
    if [ "$process" = "$spark_worker_2" ]; then echo 2; return; fi
    process=$(ps -o ppid= -p "$process" | tr -d ' ')
  done
  echo 1
}

expect_failure() {
  stand_in "$2"
  if spark_job "$faults_folder/result" --program "$faults_folder/stand-in" --partitions 2; then
    fault_failed "$1" "it should have failed"
  fi
  [ ! -e "$faults_folder/result" ] || fault_failed "$1" "something was published"
  expect_nothing_left "$1"
}
