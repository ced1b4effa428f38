-- read the rows and bring together those of each subject
SELECT 'steelyard-step', 0;

CREATE TABLE `segment_0` USING parquet LOCATION 'file:///shared/tables/round-0/segment_0' AS
SELECT TRANSFORM (key, number, line)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0009' LINES TERMINATED BY '\u000A' NULL DEFINED AS '\u005CN'
  USING '/shared/steelyard stream subjects /shared/policy/policy.yaml \u0027--header=staff=staff_id,it\u0027\u005C\u0027\u0027s\u0027 --header=business=staff_id,line'
  AS (`kind` STRING, `key` STRING, `blob` STRING, `k150` STRING, `r1` STRING, `f6` STRING)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0009' LINES TERMINATED BY '\u000A' NULL DEFINED AS '\u005CN'
FROM (
SELECT key, number, line FROM (
SELECT TRANSFORM (value)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0009' LINES TERMINATED BY '\u000A' NULL DEFINED AS '\u005CN'
  USING '/shared/steelyard stream rows /shared/policy/policy.yaml --table=staff \u0027--header=staff_id,it\u0027\u005C\u0027\u0027s\u0027'
  AS (`key` STRING, `number` STRING, `line` STRING)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0009' LINES TERMINATED BY '\u000A' NULL DEFINED AS '\u005CN'
FROM (
SELECT value FROM text.`file:///shared/staff.csv`
)
UNION ALL
SELECT TRANSFORM (value)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0009' LINES TERMINATED BY '\u000A' NULL DEFINED AS '\u005CN'
  USING '/shared/steelyard stream rows /shared/policy/policy.yaml --table=business --header=staff_id,line'
  AS (`key` STRING, `number` STRING, `line` STRING)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0009' LINES TERMINATED BY '\u000A' NULL DEFINED AS '\u005CN'
FROM (
SELECT value FROM text.`file:///shared/one.csv`
UNION ALL
SELECT value FROM text.`file:///shared/two.csv`
)
) DISTRIBUTE BY key SORT BY key, CAST(number AS INT)
);

SELECT 'steelyard-counts', 'segment_0', 'expected', expected, 'read', read, 'subjects', subjects, 'rejected', rejected, 'strays', strays, 'untyped', untyped,
  assert_true(read = expected, concat('filters of segment 0 read ', read, ' lines of ', expected, '')),
  assert_true(subjects = told_subjects, concat('filters of segment 0 wrote ', told_subjects, ' subjects of which ', subjects, ' are there')),
  assert_true(rejected = told_rejected, concat('filters of segment 0 wrote ', told_rejected, ' rejections of which ', rejected, ' are there')),
  assert_true(strays = 0, concat('filters of segment 0 wrote ', strays, ' lines that are none')),
  assert_true(untyped = 0, concat('filters of segment 0 wrote ', untyped, ' values that are none'))
FROM (SELECT count_if(kind = 'S') AS subjects, count_if(kind = 'R') AS rejected,
  count_if(kind IS NULL OR kind NOT IN ('S', 'R', 'E')) AS strays,
  COALESCE(sum(IF(kind = 'E', try_cast(`key` AS BIGINT), 0)), 0) AS read, COALESCE(sum(IF(kind = 'E', try_cast(`blob` AS BIGINT), 0)), 0) AS told_subjects, COALESCE(sum(IF(kind = 'E', try_cast(`k150` AS BIGINT), 0)), 0) AS told_rejected,
  count_if(kind = 'S' AND (k150 IS NOT NULL AND try_cast(k150 AS BIGINT) IS NULL)) AS untyped, 7063 AS expected
FROM segment_0);

SELECT 'steelyard-rejected', `blob`, `key`, `k150`, `r1`, `f6`
FROM segment_0 WHERE kind = 'R'
ORDER BY 2, 3, 4, 5, 6 LIMIT 20;

SELECT assert_true(rejected = 0, concat(rejected, ' rows are at fault'))
FROM (SELECT count(*) AS rejected FROM segment_0 WHERE kind = 'R');

-- take the subjects that count
SELECT 'steelyard-step', 1;

CREATE TABLE `subjects_1` USING parquet LOCATION 'file:///shared/tables/round-1/subjects_1' AS
SELECT key, CAST(k150 AS BIGINT) AS k150, r1, CAST(NULL AS STRING) AS rejected, CAST(NULL AS STRING) AS undecided
FROM segment_0 WHERE kind = 'S';

-- stage_6__rank1_places: rank branch_rank
SELECT 'steelyard-step', 2;

CREATE TABLE `stage_6__rank1_places` USING parquet LOCATION 'file:///shared/tables/round-1/stage_6__rank1_places' AS
WITH stage_6__rank1_counts AS (
SELECT * FROM (
  SELECT g__,
    k__,
    COUNT(*) AS n__
  FROM (SELECT COALESCE('=' || r1, '') AS g__, COALESCE(k150, -9223372036854775807L) AS k__ FROM subjects_1 WHERE rejected IS NULL) AS keys__
  GROUP BY g__, k__
) TABLESAMPLE (100 PERCENT))
SELECT g__,
  k__,
  n__,
  SUM(n__) OVER (PARTITION BY g__ ORDER BY k__ DESC ROWS UNBOUNDED PRECEDING) - n__ AS above__,
  SUM(n__) OVER (PARTITION BY g__) AS all__
FROM stage_6__rank1_counts;

-- stage_6__rank2_places: rank overall_rank
SELECT 'steelyard-step', 3;

CREATE TABLE `stage_6__rank2_places` USING parquet LOCATION 'file:///shared/tables/round-1/stage_6__rank2_places' AS
WITH stage_6__rank2_counts AS (
SELECT * FROM (
  SELECT g__,
    k__,
    COUNT(*) AS n__
  FROM (SELECT '' AS g__, COALESCE(k150, -9223372036854775807L) AS k__ FROM subjects_1 WHERE rejected IS NULL) AS keys__
  GROUP BY g__, k__
) TABLESAMPLE (100 PERCENT))
SELECT g__,
  k__,
  n__,
  SUM(n__) OVER (PARTITION BY g__ ORDER BY k__ DESC ROWS UNBOUNDED PRECEDING) - n__ AS above__,
  SUM(n__) OVER (PARTITION BY g__) AS all__
FROM stage_6__rank2_counts;

-- stage_6__results
SELECT 'steelyard-step', 4;

CREATE TABLE `stage_6__results` USING parquet LOCATION 'file:///shared/tables/round-1/stage_6__results' AS
SELECT own__.key,
  own__.rejected,
  own__.k150,
  own__.r1,
  CASE WHEN own__.rank1_counts__ = 1 THEN CAST(stage_6__rank1_places.above__ + 1 AS DOUBLE) END AS r151,
  CASE WHEN own__.rank2_counts__ = 1 THEN CAST(stage_6__rank2_places.above__ + 1 AS DOUBLE) END AS r152,
  own__.undecided AS undecided
FROM (SELECT * FROM (
  SELECT key,
    rejected,
    k150,
    r1,
    undecided,
    CASE WHEN rejected IS NULL THEN 1 ELSE 0 END AS rank1_counts__,
    CASE WHEN rejected IS NULL THEN 1 ELSE 0 END AS rank2_counts__,
    COALESCE('=' || r1, '') AS on1__,
    COALESCE(k150, -9223372036854775807L) AS on2__,
    '' AS on3__
  FROM subjects_1
) TABLESAMPLE (100 PERCENT)) AS own__
LEFT JOIN stage_6__rank1_places ON stage_6__rank1_places.g__ = own__.on1__ AND stage_6__rank1_places.k__ = own__.on2__
LEFT JOIN stage_6__rank2_places ON stage_6__rank2_places.g__ = own__.on3__ AND stage_6__rank2_places.k__ = own__.on2__;

-- see that nobody was lost
SELECT 'steelyard-step', 5;

SELECT 'steelyard-counts', 'subjects_1', 'subjects', subjects,
  'compared', compared, 'undecided', undecided,
  assert_true(compared = subjects, concat(subjects, ' subjects became ', compared)),
  assert_true(undecided = 0, concat(undecided, ' subjects cannot be decided in SQL: ', reason))
FROM (SELECT count(*) AS compared, count(undecided) AS undecided, min(undecided) AS reason,
  (SELECT count(*) FROM subjects_1) AS subjects FROM stage_6__results);

-- go on with each subject
SELECT 'steelyard-step', 6;

CREATE TABLE `segment_1` USING parquet LOCATION 'file:///shared/tables/round-1/segment_1' AS
SELECT TRANSFORM (key, blob, r151, r152)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0009' LINES TERMINATED BY '\u000A' NULL DEFINED AS '\u005CN'
  USING '/shared/steelyard stream segment /shared/policy/policy.yaml --number 1'
  AS (`kind` STRING, `key` STRING, `csvline` STRING, `f4` STRING, `f5` STRING, `f6` STRING)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0009' LINES TERMINATED BY '\u000A' NULL DEFINED AS '\u005CN'
FROM (
SELECT own.key, own.blob, CAST(found.r151 AS STRING) AS r151, CAST(found.r152 AS STRING) AS r152
FROM segment_0 AS own JOIN stage_6__results AS found ON own.key = found.key
WHERE own.kind = 'S'
);

SELECT 'steelyard-counts', 'segment_1', 'expected', expected, 'read', read, 'subjects', subjects, 'rejected', rejected, 'strays', strays, 'untyped', untyped,
  assert_true(read = expected, concat('filters of segment 1 read ', read, ' lines of ', expected, '')),
  assert_true(subjects = told_subjects, concat('filters of segment 1 wrote ', told_subjects, ' subjects of which ', subjects, ' are there')),
  assert_true(rejected = told_rejected, concat('filters of segment 1 wrote ', told_rejected, ' rejections of which ', rejected, ' are there')),
  assert_true(strays = 0, concat('filters of segment 1 wrote ', strays, ' lines that are none')),
  assert_true(untyped = 0, concat('filters of segment 1 wrote ', untyped, ' values that are none'))
FROM (SELECT count_if(kind = 'S') AS subjects, count_if(kind = 'R') AS rejected,
  count_if(kind IS NULL OR kind NOT IN ('S', 'R', 'E')) AS strays,
  COALESCE(sum(IF(kind = 'E', try_cast(`key` AS BIGINT), 0)), 0) AS read, COALESCE(sum(IF(kind = 'E', try_cast(`csvline` AS BIGINT), 0)), 0) AS told_subjects, COALESCE(sum(IF(kind = 'E', try_cast(`f4` AS BIGINT), 0)), 0) AS told_rejected,
  0 AS untyped, (SELECT count(*) FROM subjects_1) AS expected
FROM segment_1);

-- see whom this round rejects
SELECT 'steelyard-step', 7;

CREATE TABLE `late` USING parquet LOCATION 'file:///shared/tables/round-1/late' AS
SELECT `csvline` AS table_name, `key` AS key, `f4` AS column_name, `f5` AS reason, `f6` AS row_text FROM segment_1 WHERE kind = 'R';

SELECT 'steelyard-counts', 'late', 'rejected', count(*) FROM late;

SELECT 'steelyard-rejected', table_name, key, column_name, reason, row_text
FROM late
ORDER BY 2, 3, 4, 5, 6 LIMIT 20;

SELECT assert_true(rejected = 0, concat(rejected, ' rows are at fault'))
FROM (SELECT count(*) AS rejected FROM late);

-- write the result
SELECT 'steelyard-step', 8;

CREATE TABLE `parts` USING text PARTITIONED BY (part) LOCATION 'file:///shared/tables/round-1/parts' AS
SELECT line, part FROM (
SELECT part, place, name, tie, line FROM (
SELECT CAST(id AS INT) AS part, 0 AS place, '' AS name, '' AS tie,
  'staff_id,total' AS line
FROM range(2)
UNION ALL
SELECT CAST(pmod(crc32(encode(name, 'UTF-8')), 2) AS INT), 1, name, '', replace(replace(replace(replace(replace(replace(csvline, '%00', '\u0000'), '%0D', '\u000D'), '%0A', '\u000A'), '%09', '\u0009'), '%5C', '\u005C'), '%25', '%')
FROM (SELECT replace(replace(replace(replace(replace(replace(key, '%00', '\u0000'), '%0D', '\u000D'), '%0A', '\u000A'), '%09', '\u0009'), '%5C', '\u005C'), '%25', '%') AS name, csvline FROM segment_1
WHERE kind = 'S' AND (SELECT count(*) FROM late) = 0)
) DISTRIBUTE BY part SORT BY part, place, name, tie
);
