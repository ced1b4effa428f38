-- customer-manager 1, for PostgreSQL
-- Customer manager, five-dimension balanced scorecard
-- 客户经理五维平衡计分卡
-- What is wrong with the rows of tables; while there is any, what follows means nothing.
WITH
-- Cells of staff.
faults1 AS MATERIALIZED (
  SELECT
    COUNT(*) FILTER (WHERE key_text IS NULL) AS count0,
    MIN(key_text) FILTER (WHERE key_text IS NULL) AS key0,
    COUNT(*) FILTER (WHERE "branch" IS NULL) AS count1,
    MIN(key_text) FILTER (WHERE "branch" IS NULL) AS key1,
    COUNT(*) FILTER (WHERE "role" IS NULL) AS count2,
    MIN(key_text) FILTER (WHERE "role" IS NULL) AS key2,
    COUNT(*) FILTER (WHERE "role" NOT IN ('corporate', 'personal', 'wealth')) AS count3,
    MIN(key_text) FILTER (WHERE "role" NOT IN ('corporate', 'personal', 'wealth')) AS key3,
    COUNT(*) FILTER (WHERE "deposit_plan" IS NULL) AS count4,
    MIN(key_text) FILTER (WHERE "deposit_plan" IS NULL) AS key4,
    COUNT(*) FILTER (WHERE NOT (ABS("deposit_plan") <= float8 '1000000000000000' AND ("deposit_plan" = float8 '0' OR ABS("deposit_plan") >= float8 '1e-12'))) AS count5,
    MIN(key_text) FILTER (WHERE NOT (ABS("deposit_plan") <= float8 '1000000000000000' AND ("deposit_plan" = float8 '0' OR ABS("deposit_plan") >= float8 '1e-12'))) AS key5,
    COUNT(*) FILTER (WHERE "deposit_plan" < float8 '0') AS count6,
    MIN(key_text) FILTER (WHERE "deposit_plan" < float8 '0') AS key6,
    COUNT(*) FILTER (WHERE "deposit_actual" IS NULL) AS count7,
    MIN(key_text) FILTER (WHERE "deposit_actual" IS NULL) AS key7,
    COUNT(*) FILTER (WHERE NOT (ABS("deposit_actual") <= float8 '1000000000000000' AND ("deposit_actual" = float8 '0' OR ABS("deposit_actual") >= float8 '1e-12'))) AS count8,
    MIN(key_text) FILTER (WHERE NOT (ABS("deposit_actual") <= float8 '1000000000000000' AND ("deposit_actual" = float8 '0' OR ABS("deposit_actual") >= float8 '1e-12'))) AS key8,
    COUNT(*) FILTER (WHERE "loan_plan" IS NULL) AS count9,
    MIN(key_text) FILTER (WHERE "loan_plan" IS NULL) AS key9,
    COUNT(*) FILTER (WHERE NOT (ABS("loan_plan") <= float8 '1000000000000000' AND ("loan_plan" = float8 '0' OR ABS("loan_plan") >= float8 '1e-12'))) AS count10,
    MIN(key_text) FILTER (WHERE NOT (ABS("loan_plan") <= float8 '1000000000000000' AND ("loan_plan" = float8 '0' OR ABS("loan_plan") >= float8 '1e-12'))) AS key10,
    COUNT(*) FILTER (WHERE "loan_plan" < float8 '0') AS count11,
    MIN(key_text) FILTER (WHERE "loan_plan" < float8 '0') AS key11,
    COUNT(*) FILTER (WHERE "loan_actual" IS NULL) AS count12,
    MIN(key_text) FILTER (WHERE "loan_actual" IS NULL) AS key12,
    COUNT(*) FILTER (WHERE NOT (ABS("loan_actual") <= float8 '1000000000000000' AND ("loan_actual" = float8 '0' OR ABS("loan_actual") >= float8 '1e-12'))) AS count13,
    MIN(key_text) FILTER (WHERE NOT (ABS("loan_actual") <= float8 '1000000000000000' AND ("loan_actual" = float8 '0' OR ABS("loan_actual") >= float8 '1e-12'))) AS key13,
    COUNT(*) FILTER (WHERE "fee_plan" IS NULL) AS count14,
    MIN(key_text) FILTER (WHERE "fee_plan" IS NULL) AS key14,
    COUNT(*) FILTER (WHERE NOT (ABS("fee_plan") <= float8 '1000000000000000' AND ("fee_plan" = float8 '0' OR ABS("fee_plan") >= float8 '1e-12'))) AS count15,
    MIN(key_text) FILTER (WHERE NOT (ABS("fee_plan") <= float8 '1000000000000000' AND ("fee_plan" = float8 '0' OR ABS("fee_plan") >= float8 '1e-12'))) AS key15,
    COUNT(*) FILTER (WHERE "fee_plan" < float8 '0') AS count16,
    MIN(key_text) FILTER (WHERE "fee_plan" < float8 '0') AS key16,
    COUNT(*) FILTER (WHERE "fee_actual" IS NULL) AS count17,
    MIN(key_text) FILTER (WHERE "fee_actual" IS NULL) AS key17,
    COUNT(*) FILTER (WHERE NOT (ABS("fee_actual") <= float8 '1000000000000000' AND ("fee_actual" = float8 '0' OR ABS("fee_actual") >= float8 '1e-12'))) AS count18,
    MIN(key_text) FILTER (WHERE NOT (ABS("fee_actual") <= float8 '1000000000000000' AND ("fee_actual" = float8 '0' OR ABS("fee_actual") >= float8 '1e-12'))) AS key18,
    COUNT(*) FILTER (WHERE "other_plan" IS NULL) AS count19,
    MIN(key_text) FILTER (WHERE "other_plan" IS NULL) AS key19,
    COUNT(*) FILTER (WHERE NOT (ABS("other_plan") <= float8 '1000000000000000' AND ("other_plan" = float8 '0' OR ABS("other_plan") >= float8 '1e-12'))) AS count20,
    MIN(key_text) FILTER (WHERE NOT (ABS("other_plan") <= float8 '1000000000000000' AND ("other_plan" = float8 '0' OR ABS("other_plan") >= float8 '1e-12'))) AS key20,
    COUNT(*) FILTER (WHERE "other_plan" < float8 '0') AS count21,
    MIN(key_text) FILTER (WHERE "other_plan" < float8 '0') AS key21,
    COUNT(*) FILTER (WHERE "other_actual" IS NULL) AS count22,
    MIN(key_text) FILTER (WHERE "other_actual" IS NULL) AS key22,
    COUNT(*) FILTER (WHERE NOT (ABS("other_actual") <= float8 '1000000000000000' AND ("other_actual" = float8 '0' OR ABS("other_actual") >= float8 '1e-12'))) AS count23,
    MIN(key_text) FILTER (WHERE NOT (ABS("other_actual") <= float8 '1000000000000000' AND ("other_actual" = float8 '0' OR ABS("other_actual") >= float8 '1e-12'))) AS key23,
    COUNT(*) FILTER (WHERE "satisfaction" IS NULL) AS count24,
    MIN(key_text) FILTER (WHERE "satisfaction" IS NULL) AS key24,
    COUNT(*) FILTER (WHERE NOT (ABS("satisfaction") <= float8 '1000000000000000' AND ("satisfaction" = float8 '0' OR ABS("satisfaction") >= float8 '1e-12'))) AS count25,
    MIN(key_text) FILTER (WHERE NOT (ABS("satisfaction") <= float8 '1000000000000000' AND ("satisfaction" = float8 '0' OR ABS("satisfaction") >= float8 '1e-12'))) AS key25,
    COUNT(*) FILTER (WHERE "satisfaction" < float8 '0') AS count26,
    MIN(key_text) FILTER (WHERE "satisfaction" < float8 '0') AS key26,
    COUNT(*) FILTER (WHERE "satisfaction" > float8 '100') AS count27,
    MIN(key_text) FILTER (WHERE "satisfaction" > float8 '100') AS key27,
    COUNT(*) FILTER (WHERE "npl_ratio" IS NULL) AS count28,
    MIN(key_text) FILTER (WHERE "npl_ratio" IS NULL) AS key28,
    COUNT(*) FILTER (WHERE NOT (ABS("npl_ratio") <= float8 '1000000000000000' AND ("npl_ratio" = float8 '0' OR ABS("npl_ratio") >= float8 '1e-12'))) AS count29,
    MIN(key_text) FILTER (WHERE NOT (ABS("npl_ratio") <= float8 '1000000000000000' AND ("npl_ratio" = float8 '0' OR ABS("npl_ratio") >= float8 '1e-12'))) AS key29,
    COUNT(*) FILTER (WHERE "npl_ratio" < float8 '0') AS count30,
    MIN(key_text) FILTER (WHERE "npl_ratio" < float8 '0') AS key30,
    COUNT(*) FILTER (WHERE "npl_ratio" > float8 '1') AS count31,
    MIN(key_text) FILTER (WHERE "npl_ratio" > float8 '1') AS key31,
    COUNT(*) FILTER (WHERE "first_pass_rate" IS NULL) AS count32,
    MIN(key_text) FILTER (WHERE "first_pass_rate" IS NULL) AS key32,
    COUNT(*) FILTER (WHERE NOT (ABS("first_pass_rate") <= float8 '1000000000000000' AND ("first_pass_rate" = float8 '0' OR ABS("first_pass_rate") >= float8 '1e-12'))) AS count33,
    MIN(key_text) FILTER (WHERE NOT (ABS("first_pass_rate") <= float8 '1000000000000000' AND ("first_pass_rate" = float8 '0' OR ABS("first_pass_rate") >= float8 '1e-12'))) AS key33,
    COUNT(*) FILTER (WHERE "first_pass_rate" < float8 '0') AS count34,
    MIN(key_text) FILTER (WHERE "first_pass_rate" < float8 '0') AS key34,
    COUNT(*) FILTER (WHERE "first_pass_rate" > float8 '1') AS count35,
    MIN(key_text) FILTER (WHERE "first_pass_rate" > float8 '1') AS key35,
    COUNT(*) FILTER (WHERE "file_completeness" IS NULL) AS count36,
    MIN(key_text) FILTER (WHERE "file_completeness" IS NULL) AS key36,
    COUNT(*) FILTER (WHERE NOT (ABS("file_completeness") <= float8 '1000000000000000' AND ("file_completeness" = float8 '0' OR ABS("file_completeness") >= float8 '1e-12'))) AS count37,
    MIN(key_text) FILTER (WHERE NOT (ABS("file_completeness") <= float8 '1000000000000000' AND ("file_completeness" = float8 '0' OR ABS("file_completeness") >= float8 '1e-12'))) AS key37,
    COUNT(*) FILTER (WHERE "file_completeness" < float8 '0') AS count38,
    MIN(key_text) FILTER (WHERE "file_completeness" < float8 '0') AS key38,
    COUNT(*) FILTER (WHERE "file_completeness" > float8 '1') AS count39,
    MIN(key_text) FILTER (WHERE "file_completeness" > float8 '1') AS key39,
    COUNT(*) FILTER (WHERE "self_review" IS NULL) AS count40,
    MIN(key_text) FILTER (WHERE "self_review" IS NULL) AS key40,
    COUNT(*) FILTER (WHERE NOT (ABS("self_review") <= float8 '1000000000000000' AND ("self_review" = float8 '0' OR ABS("self_review") >= float8 '1e-12'))) AS count41,
    MIN(key_text) FILTER (WHERE NOT (ABS("self_review") <= float8 '1000000000000000' AND ("self_review" = float8 '0' OR ABS("self_review") >= float8 '1e-12'))) AS key41,
    COUNT(*) FILTER (WHERE "self_review" < float8 '0') AS count42,
    MIN(key_text) FILTER (WHERE "self_review" < float8 '0') AS key42,
    COUNT(*) FILTER (WHERE "self_review" > float8 '100') AS count43,
    MIN(key_text) FILTER (WHERE "self_review" > float8 '100') AS key43,
    COUNT(*) FILTER (WHERE "superior_review" IS NULL) AS count44,
    MIN(key_text) FILTER (WHERE "superior_review" IS NULL) AS key44,
    COUNT(*) FILTER (WHERE NOT (ABS("superior_review") <= float8 '1000000000000000' AND ("superior_review" = float8 '0' OR ABS("superior_review") >= float8 '1e-12'))) AS count45,
    MIN(key_text) FILTER (WHERE NOT (ABS("superior_review") <= float8 '1000000000000000' AND ("superior_review" = float8 '0' OR ABS("superior_review") >= float8 '1e-12'))) AS key45,
    COUNT(*) FILTER (WHERE "superior_review" < float8 '0') AS count46,
    MIN(key_text) FILTER (WHERE "superior_review" < float8 '0') AS key46,
    COUNT(*) FILTER (WHERE "superior_review" > float8 '100') AS count47,
    MIN(key_text) FILTER (WHERE "superior_review" > float8 '100') AS key47,
    COUNT(*) FILTER (WHERE "peer_review" IS NULL) AS count48,
    MIN(key_text) FILTER (WHERE "peer_review" IS NULL) AS key48,
    COUNT(*) FILTER (WHERE NOT (ABS("peer_review") <= float8 '1000000000000000' AND ("peer_review" = float8 '0' OR ABS("peer_review") >= float8 '1e-12'))) AS count49,
    MIN(key_text) FILTER (WHERE NOT (ABS("peer_review") <= float8 '1000000000000000' AND ("peer_review" = float8 '0' OR ABS("peer_review") >= float8 '1e-12'))) AS key49,
    COUNT(*) FILTER (WHERE "peer_review" < float8 '0') AS count50,
    MIN(key_text) FILTER (WHERE "peer_review" < float8 '0') AS key50,
    COUNT(*) FILTER (WHERE "peer_review" > float8 '100') AS count51,
    MIN(key_text) FILTER (WHERE "peer_review" > float8 '100') AS key51,
    COUNT(*) FILTER (WHERE NOT (ABS("subordinate_review") <= float8 '1000000000000000' AND ("subordinate_review" = float8 '0' OR ABS("subordinate_review") >= float8 '1e-12'))) AS count52,
    MIN(key_text) FILTER (WHERE NOT (ABS("subordinate_review") <= float8 '1000000000000000' AND ("subordinate_review" = float8 '0' OR ABS("subordinate_review") >= float8 '1e-12'))) AS key52,
    COUNT(*) FILTER (WHERE "subordinate_review" < float8 '0') AS count53,
    MIN(key_text) FILTER (WHERE "subordinate_review" < float8 '0') AS key53,
    COUNT(*) FILTER (WHERE "subordinate_review" > float8 '100') AS count54,
    MIN(key_text) FILTER (WHERE "subordinate_review" > float8 '100') AS key54,
    COUNT(*) FILTER (WHERE "training_completion" IS NULL) AS count55,
    MIN(key_text) FILTER (WHERE "training_completion" IS NULL) AS key55,
    COUNT(*) FILTER (WHERE NOT (ABS("training_completion") <= float8 '1000000000000000' AND ("training_completion" = float8 '0' OR ABS("training_completion") >= float8 '1e-12'))) AS count56,
    MIN(key_text) FILTER (WHERE NOT (ABS("training_completion") <= float8 '1000000000000000' AND ("training_completion" = float8 '0' OR ABS("training_completion") >= float8 '1e-12'))) AS key56,
    COUNT(*) FILTER (WHERE "training_completion" < float8 '0') AS count57,
    MIN(key_text) FILTER (WHERE "training_completion" < float8 '0') AS key57,
    COUNT(*) FILTER (WHERE "exam_score" IS NULL) AS count58,
    MIN(key_text) FILTER (WHERE "exam_score" IS NULL) AS key58,
    COUNT(*) FILTER (WHERE NOT (ABS("exam_score") <= float8 '1000000000000000' AND ("exam_score" = float8 '0' OR ABS("exam_score") >= float8 '1e-12'))) AS count59,
    MIN(key_text) FILTER (WHERE NOT (ABS("exam_score") <= float8 '1000000000000000' AND ("exam_score" = float8 '0' OR ABS("exam_score") >= float8 '1e-12'))) AS key59,
    COUNT(*) FILTER (WHERE "exam_score" < float8 '0') AS count60,
    MIN(key_text) FILTER (WHERE "exam_score" < float8 '0') AS key60,
    COUNT(*) FILTER (WHERE "exam_score" > float8 '100') AS count61,
    MIN(key_text) FILTER (WHERE "exam_score" > float8 '100') AS key61,
    COUNT(*) FILTER (WHERE "research_results" IS NULL) AS count62,
    MIN(key_text) FILTER (WHERE "research_results" IS NULL) AS key62,
    COUNT(*) FILTER (WHERE NOT (ABS("research_results") <= float8 '1000000000000000' AND ("research_results" = float8 '0' OR ABS("research_results") >= float8 '1e-12'))) AS count63,
    MIN(key_text) FILTER (WHERE NOT (ABS("research_results") <= float8 '1000000000000000' AND ("research_results" = float8 '0' OR ABS("research_results") >= float8 '1e-12'))) AS key63,
    COUNT(*) FILTER (WHERE "research_results" < float8 '0') AS count64,
    MIN(key_text) FILTER (WHERE "research_results" < float8 '0') AS key64,
    COUNT(*) FILTER (WHERE "tenure_years" IS NULL) AS count65,
    MIN(key_text) FILTER (WHERE "tenure_years" IS NULL) AS key65,
    COUNT(*) FILTER (WHERE NOT (ABS("tenure_years") <= float8 '1000000000000000' AND ("tenure_years" = float8 '0' OR ABS("tenure_years") >= float8 '1e-12'))) AS count66,
    MIN(key_text) FILTER (WHERE NOT (ABS("tenure_years") <= float8 '1000000000000000' AND ("tenure_years" = float8 '0' OR ABS("tenure_years") >= float8 '1e-12'))) AS key66,
    COUNT(*) FILTER (WHERE "tenure_years" < float8 '0') AS count67,
    MIN(key_text) FILTER (WHERE "tenure_years" < float8 '0') AS key67,
    COUNT(*) FILTER (WHERE "rorac_plan" IS NULL) AS count68,
    MIN(key_text) FILTER (WHERE "rorac_plan" IS NULL) AS key68,
    COUNT(*) FILTER (WHERE NOT (ABS("rorac_plan") <= float8 '1000000000000000' AND ("rorac_plan" = float8 '0' OR ABS("rorac_plan") >= float8 '1e-12'))) AS count69,
    MIN(key_text) FILTER (WHERE NOT (ABS("rorac_plan") <= float8 '1000000000000000' AND ("rorac_plan" = float8 '0' OR ABS("rorac_plan") >= float8 '1e-12'))) AS key69
  FROM (
    SELECT
      NULLIF(BTRIM(CAST("staff_id" AS TEXT), ' '), '') COLLATE "C" AS key_text,
      NULLIF(BTRIM(CAST("branch" AS TEXT), ' '), '') COLLATE "C" AS "branch",
      NULLIF(BTRIM(CAST("role" AS TEXT), ' '), '') COLLATE "C" AS "role",
      CAST("deposit_plan" AS double precision) + float8 '0' AS "deposit_plan",
      CAST("deposit_actual" AS double precision) + float8 '0' AS "deposit_actual",
      CAST("loan_plan" AS double precision) + float8 '0' AS "loan_plan",
      CAST("loan_actual" AS double precision) + float8 '0' AS "loan_actual",
      CAST("fee_plan" AS double precision) + float8 '0' AS "fee_plan",
      CAST("fee_actual" AS double precision) + float8 '0' AS "fee_actual",
      CAST("other_plan" AS double precision) + float8 '0' AS "other_plan",
      CAST("other_actual" AS double precision) + float8 '0' AS "other_actual",
      CAST("satisfaction" AS double precision) + float8 '0' AS "satisfaction",
      CAST("npl_ratio" AS double precision) + float8 '0' AS "npl_ratio",
      CAST("first_pass_rate" AS double precision) + float8 '0' AS "first_pass_rate",
      CAST("file_completeness" AS double precision) + float8 '0' AS "file_completeness",
      CAST("self_review" AS double precision) + float8 '0' AS "self_review",
      CAST("superior_review" AS double precision) + float8 '0' AS "superior_review",
      CAST("peer_review" AS double precision) + float8 '0' AS "peer_review",
      CAST("subordinate_review" AS double precision) + float8 '0' AS "subordinate_review",
      CAST("training_completion" AS double precision) + float8 '0' AS "training_completion",
      CAST("exam_score" AS double precision) + float8 '0' AS "exam_score",
      CAST("research_results" AS double precision) + float8 '0' AS "research_results",
      CAST("tenure_years" AS double precision) + float8 '0' AS "tenure_years",
      CAST("rorac_plan" AS double precision) + float8 '0' AS "rorac_plan"
    FROM "staff" OFFSET 0
  ) AS cells
),
-- Cells of business.
faults2 AS MATERIALIZED (
  SELECT
    COUNT(*) FILTER (WHERE key_text IS NULL) AS count0,
    MIN(key_text) FILTER (WHERE key_text IS NULL) AS key0,
    COUNT(*) FILTER (WHERE "line" IS NULL) AS count1,
    MIN(key_text) FILTER (WHERE "line" IS NULL) AS key1,
    COUNT(*) FILTER (WHERE "vintage" IS NULL) AS count2,
    MIN(key_text) FILTER (WHERE "vintage" IS NULL) AS key2,
    COUNT(*) FILTER (WHERE "vintage" NOT IN ('stock', 'new')) AS count3,
    MIN(key_text) FILTER (WHERE "vintage" NOT IN ('stock', 'new')) AS key3,
    COUNT(*) FILTER (WHERE "stock_years" IS NULL) AS count4,
    MIN(key_text) FILTER (WHERE "stock_years" IS NULL) AS key4,
    COUNT(*) FILTER (WHERE NOT (ABS("stock_years") <= float8 '1000000000000000' AND ("stock_years" = float8 '0' OR ABS("stock_years") >= float8 '1e-12'))) AS count5,
    MIN(key_text) FILTER (WHERE NOT (ABS("stock_years") <= float8 '1000000000000000' AND ("stock_years" = float8 '0' OR ABS("stock_years") >= float8 '1e-12'))) AS key5,
    COUNT(*) FILTER (WHERE "stock_years" < float8 '0') AS count6,
    MIN(key_text) FILTER (WHERE "stock_years" < float8 '0') AS key6,
    COUNT(*) FILTER (WHERE "income" IS NULL) AS count7,
    MIN(key_text) FILTER (WHERE "income" IS NULL) AS key7,
    COUNT(*) FILTER (WHERE NOT (ABS("income") <= float8 '1000000000000000' AND ("income" = float8 '0' OR ABS("income") >= float8 '1e-12'))) AS count8,
    MIN(key_text) FILTER (WHERE NOT (ABS("income") <= float8 '1000000000000000' AND ("income" = float8 '0' OR ABS("income") >= float8 '1e-12'))) AS key8,
    COUNT(*) FILTER (WHERE "direct_cost" IS NULL) AS count9,
    MIN(key_text) FILTER (WHERE "direct_cost" IS NULL) AS key9,
    COUNT(*) FILTER (WHERE NOT (ABS("direct_cost") <= float8 '1000000000000000' AND ("direct_cost" = float8 '0' OR ABS("direct_cost") >= float8 '1e-12'))) AS count10,
    MIN(key_text) FILTER (WHERE NOT (ABS("direct_cost") <= float8 '1000000000000000' AND ("direct_cost" = float8 '0' OR ABS("direct_cost") >= float8 '1e-12'))) AS key10,
    COUNT(*) FILTER (WHERE "management_cost" IS NULL) AS count11,
    MIN(key_text) FILTER (WHERE "management_cost" IS NULL) AS key11,
    COUNT(*) FILTER (WHERE NOT (ABS("management_cost") <= float8 '1000000000000000' AND ("management_cost" = float8 '0' OR ABS("management_cost") >= float8 '1e-12'))) AS count12,
    MIN(key_text) FILTER (WHERE NOT (ABS("management_cost") <= float8 '1000000000000000' AND ("management_cost" = float8 '0' OR ABS("management_cost") >= float8 '1e-12'))) AS key12,
    COUNT(*) FILTER (WHERE "fixed_cost" IS NULL) AS count13,
    MIN(key_text) FILTER (WHERE "fixed_cost" IS NULL) AS key13,
    COUNT(*) FILTER (WHERE NOT (ABS("fixed_cost") <= float8 '1000000000000000' AND ("fixed_cost" = float8 '0' OR ABS("fixed_cost") >= float8 '1e-12'))) AS count14,
    MIN(key_text) FILTER (WHERE NOT (ABS("fixed_cost") <= float8 '1000000000000000' AND ("fixed_cost" = float8 '0' OR ABS("fixed_cost") >= float8 '1e-12'))) AS key14,
    COUNT(*) FILTER (WHERE "risk_cost" IS NULL) AS count15,
    MIN(key_text) FILTER (WHERE "risk_cost" IS NULL) AS key15,
    COUNT(*) FILTER (WHERE NOT (ABS("risk_cost") <= float8 '1000000000000000' AND ("risk_cost" = float8 '0' OR ABS("risk_cost") >= float8 '1e-12'))) AS count16,
    MIN(key_text) FILTER (WHERE NOT (ABS("risk_cost") <= float8 '1000000000000000' AND ("risk_cost" = float8 '0' OR ABS("risk_cost") >= float8 '1e-12'))) AS key16,
    COUNT(*) FILTER (WHERE "tax" IS NULL) AS count17,
    MIN(key_text) FILTER (WHERE "tax" IS NULL) AS key17,
    COUNT(*) FILTER (WHERE NOT (ABS("tax") <= float8 '1000000000000000' AND ("tax" = float8 '0' OR ABS("tax") >= float8 '1e-12'))) AS count18,
    MIN(key_text) FILTER (WHERE NOT (ABS("tax") <= float8 '1000000000000000' AND ("tax" = float8 '0' OR ABS("tax") >= float8 '1e-12'))) AS key18
  FROM (
    SELECT
      NULLIF(BTRIM(CAST("staff_id" AS TEXT), ' '), '') COLLATE "C" AS key_text,
      NULLIF(BTRIM(CAST("line" AS TEXT), ' '), '') COLLATE "C" AS "line",
      NULLIF(BTRIM(CAST("vintage" AS TEXT), ' '), '') COLLATE "C" AS "vintage",
      CAST("stock_years" AS double precision) + float8 '0' AS "stock_years",
      CAST("income" AS double precision) + float8 '0' AS "income",
      CAST("direct_cost" AS double precision) + float8 '0' AS "direct_cost",
      CAST("management_cost" AS double precision) + float8 '0' AS "management_cost",
      CAST("fixed_cost" AS double precision) + float8 '0' AS "fixed_cost",
      CAST("risk_cost" AS double precision) + float8 '0' AS "risk_cost",
      CAST("tax" AS double precision) + float8 '0' AS "tax"
    FROM "business" OFFSET 0
  ) AS cells
)
SELECT table_name, problem, key_text, row_count
FROM (
  SELECT 'staff' AS table_name, 'staff_id: blank' AS problem, key0 AS key_text, count0 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'branch: blank' AS problem, key1 AS key_text, count1 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'role: blank' AS problem, key2 AS key_text, count2 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'role: a text that is not allowed' AS problem, key3 AS key_text, count3 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'deposit_plan: blank' AS problem, key4 AS key_text, count4 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'deposit_plan: neither blank nor a number below 10^15 in size' AS problem, key5 AS key_text, count5 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'deposit_plan: below the minimum' AS problem, key6 AS key_text, count6 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'deposit_actual: blank' AS problem, key7 AS key_text, count7 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'deposit_actual: neither blank nor a number below 10^15 in size' AS problem, key8 AS key_text, count8 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'loan_plan: blank' AS problem, key9 AS key_text, count9 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'loan_plan: neither blank nor a number below 10^15 in size' AS problem, key10 AS key_text, count10 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'loan_plan: below the minimum' AS problem, key11 AS key_text, count11 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'loan_actual: blank' AS problem, key12 AS key_text, count12 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'loan_actual: neither blank nor a number below 10^15 in size' AS problem, key13 AS key_text, count13 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'fee_plan: blank' AS problem, key14 AS key_text, count14 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'fee_plan: neither blank nor a number below 10^15 in size' AS problem, key15 AS key_text, count15 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'fee_plan: below the minimum' AS problem, key16 AS key_text, count16 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'fee_actual: blank' AS problem, key17 AS key_text, count17 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'fee_actual: neither blank nor a number below 10^15 in size' AS problem, key18 AS key_text, count18 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'other_plan: blank' AS problem, key19 AS key_text, count19 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'other_plan: neither blank nor a number below 10^15 in size' AS problem, key20 AS key_text, count20 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'other_plan: below the minimum' AS problem, key21 AS key_text, count21 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'other_actual: blank' AS problem, key22 AS key_text, count22 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'other_actual: neither blank nor a number below 10^15 in size' AS problem, key23 AS key_text, count23 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'satisfaction: blank' AS problem, key24 AS key_text, count24 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'satisfaction: neither blank nor a number below 10^15 in size' AS problem, key25 AS key_text, count25 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'satisfaction: below the minimum' AS problem, key26 AS key_text, count26 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'satisfaction: above the maximum' AS problem, key27 AS key_text, count27 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'npl_ratio: blank' AS problem, key28 AS key_text, count28 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'npl_ratio: neither blank nor a number below 10^15 in size' AS problem, key29 AS key_text, count29 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'npl_ratio: below the minimum' AS problem, key30 AS key_text, count30 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'npl_ratio: above the maximum' AS problem, key31 AS key_text, count31 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'first_pass_rate: blank' AS problem, key32 AS key_text, count32 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'first_pass_rate: neither blank nor a number below 10^15 in size' AS problem, key33 AS key_text, count33 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'first_pass_rate: below the minimum' AS problem, key34 AS key_text, count34 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'first_pass_rate: above the maximum' AS problem, key35 AS key_text, count35 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'file_completeness: blank' AS problem, key36 AS key_text, count36 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'file_completeness: neither blank nor a number below 10^15 in size' AS problem, key37 AS key_text, count37 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'file_completeness: below the minimum' AS problem, key38 AS key_text, count38 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'file_completeness: above the maximum' AS problem, key39 AS key_text, count39 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'self_review: blank' AS problem, key40 AS key_text, count40 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'self_review: neither blank nor a number below 10^15 in size' AS problem, key41 AS key_text, count41 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'self_review: below the minimum' AS problem, key42 AS key_text, count42 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'self_review: above the maximum' AS problem, key43 AS key_text, count43 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'superior_review: blank' AS problem, key44 AS key_text, count44 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'superior_review: neither blank nor a number below 10^15 in size' AS problem, key45 AS key_text, count45 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'superior_review: below the minimum' AS problem, key46 AS key_text, count46 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'superior_review: above the maximum' AS problem, key47 AS key_text, count47 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'peer_review: blank' AS problem, key48 AS key_text, count48 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'peer_review: neither blank nor a number below 10^15 in size' AS problem, key49 AS key_text, count49 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'peer_review: below the minimum' AS problem, key50 AS key_text, count50 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'peer_review: above the maximum' AS problem, key51 AS key_text, count51 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'subordinate_review: neither blank nor a number below 10^15 in size' AS problem, key52 AS key_text, count52 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'subordinate_review: below the minimum' AS problem, key53 AS key_text, count53 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'subordinate_review: above the maximum' AS problem, key54 AS key_text, count54 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'training_completion: blank' AS problem, key55 AS key_text, count55 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'training_completion: neither blank nor a number below 10^15 in size' AS problem, key56 AS key_text, count56 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'training_completion: below the minimum' AS problem, key57 AS key_text, count57 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'exam_score: blank' AS problem, key58 AS key_text, count58 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'exam_score: neither blank nor a number below 10^15 in size' AS problem, key59 AS key_text, count59 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'exam_score: below the minimum' AS problem, key60 AS key_text, count60 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'exam_score: above the maximum' AS problem, key61 AS key_text, count61 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'research_results: blank' AS problem, key62 AS key_text, count62 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'research_results: neither blank nor a number below 10^15 in size' AS problem, key63 AS key_text, count63 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'research_results: below the minimum' AS problem, key64 AS key_text, count64 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'tenure_years: blank' AS problem, key65 AS key_text, count65 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'tenure_years: neither blank nor a number below 10^15 in size' AS problem, key66 AS key_text, count66 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'tenure_years: below the minimum' AS problem, key67 AS key_text, count67 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'rorac_plan: blank' AS problem, key68 AS key_text, count68 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'rorac_plan: neither blank nor a number below 10^15 in size' AS problem, key69 AS key_text, count69 AS row_count FROM faults1
  UNION ALL
  SELECT 'staff' AS table_name, 'staff_id: the same in several rows' AS problem, MIN(key_text) AS key_text, COALESCE(CAST(SUM(row_count) AS BIGINT), 0) AS row_count FROM (SELECT MIN(key_text) AS key_text, COUNT(*) AS row_count FROM (SELECT NULLIF(BTRIM(CAST("staff_id" AS TEXT), ' '), '') COLLATE "C" AS key_text, NULLIF(BTRIM(CAST("staff_id" AS TEXT), ' '), '') COLLATE "C" AS cell0 FROM "staff") AS cells GROUP BY cell0 HAVING COUNT(*) > 1) AS repeated
  UNION ALL
  SELECT 'business' AS table_name, 'staff_id: blank' AS problem, key0 AS key_text, count0 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'line: blank' AS problem, key1 AS key_text, count1 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'vintage: blank' AS problem, key2 AS key_text, count2 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'vintage: a text that is not allowed' AS problem, key3 AS key_text, count3 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'stock_years: blank' AS problem, key4 AS key_text, count4 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'stock_years: neither blank nor a number below 10^15 in size' AS problem, key5 AS key_text, count5 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'stock_years: below the minimum' AS problem, key6 AS key_text, count6 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'income: blank' AS problem, key7 AS key_text, count7 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'income: neither blank nor a number below 10^15 in size' AS problem, key8 AS key_text, count8 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'direct_cost: blank' AS problem, key9 AS key_text, count9 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'direct_cost: neither blank nor a number below 10^15 in size' AS problem, key10 AS key_text, count10 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'management_cost: blank' AS problem, key11 AS key_text, count11 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'management_cost: neither blank nor a number below 10^15 in size' AS problem, key12 AS key_text, count12 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'fixed_cost: blank' AS problem, key13 AS key_text, count13 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'fixed_cost: neither blank nor a number below 10^15 in size' AS problem, key14 AS key_text, count14 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'risk_cost: blank' AS problem, key15 AS key_text, count15 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'risk_cost: neither blank nor a number below 10^15 in size' AS problem, key16 AS key_text, count16 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'tax: blank' AS problem, key17 AS key_text, count17 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'tax: neither blank nor a number below 10^15 in size' AS problem, key18 AS key_text, count18 AS row_count FROM faults2
  UNION ALL
  SELECT 'business' AS table_name, 'staff_id: not among those of staff' AS problem, MIN(own.key_text) AS key_text, COUNT(*) AS row_count FROM (SELECT NULLIF(BTRIM(CAST("staff_id" AS TEXT), ' '), '') COLLATE "C" AS key_text FROM "business") AS own LEFT JOIN (SELECT DISTINCT NULLIF(BTRIM(CAST("staff_id" AS TEXT), ' '), '') COLLATE "C" AS key_text FROM "staff") AS known ON known.key_text = own.key_text WHERE known.key_text IS NULL AND own.key_text IS NOT NULL
  UNION ALL
  SELECT 'business' AS table_name, 'staff_id, line, vintage: the same in several rows' AS problem, MIN(key_text) AS key_text, COALESCE(CAST(SUM(row_count) AS BIGINT), 0) AS row_count FROM (SELECT MIN(key_text) AS key_text, COUNT(*) AS row_count FROM (SELECT NULLIF(BTRIM(CAST("staff_id" AS TEXT), ' '), '') COLLATE "C" AS key_text, NULLIF(BTRIM(CAST("staff_id" AS TEXT), ' '), '') COLLATE "C" AS cell0, NULLIF(BTRIM(CAST("line" AS TEXT), ' '), '') COLLATE "C" AS cell1, NULLIF(BTRIM(CAST("vintage" AS TEXT), ' '), '') COLLATE "C" AS cell2 FROM "business") AS cells GROUP BY cell0, cell1, cell2 HAVING COUNT(*) > 1) AS repeated
) AS found
WHERE row_count > 0
ORDER BY table_name, problem;

-- The scores.
WITH
-- The rows of staff.
staff_rows AS (
  SELECT
    NULLIF(BTRIM(CAST("staff_id" AS TEXT), ' '), '') COLLATE "C" AS "staff_id",
    NULLIF(BTRIM(CAST("branch" AS TEXT), ' '), '') COLLATE "C" AS "branch",
    NULLIF(BTRIM(CAST("role" AS TEXT), ' '), '') COLLATE "C" AS "role",
    CAST("deposit_plan" AS double precision) + float8 '0' AS "deposit_plan",
    CAST("deposit_actual" AS double precision) + float8 '0' AS "deposit_actual",
    CAST("loan_plan" AS double precision) + float8 '0' AS "loan_plan",
    CAST("loan_actual" AS double precision) + float8 '0' AS "loan_actual",
    CAST("fee_plan" AS double precision) + float8 '0' AS "fee_plan",
    CAST("fee_actual" AS double precision) + float8 '0' AS "fee_actual",
    CAST("other_plan" AS double precision) + float8 '0' AS "other_plan",
    CAST("other_actual" AS double precision) + float8 '0' AS "other_actual",
    CAST("satisfaction" AS double precision) + float8 '0' AS "satisfaction",
    CAST("npl_ratio" AS double precision) + float8 '0' AS "npl_ratio",
    CAST("first_pass_rate" AS double precision) + float8 '0' AS "first_pass_rate",
    CAST("file_completeness" AS double precision) + float8 '0' AS "file_completeness",
    CAST("self_review" AS double precision) + float8 '0' AS "self_review",
    CAST("superior_review" AS double precision) + float8 '0' AS "superior_review",
    CAST("peer_review" AS double precision) + float8 '0' AS "peer_review",
    CAST("subordinate_review" AS double precision) + float8 '0' AS "subordinate_review",
    CAST("training_completion" AS double precision) + float8 '0' AS "training_completion",
    CAST("exam_score" AS double precision) + float8 '0' AS "exam_score",
    CAST("research_results" AS double precision) + float8 '0' AS "research_results",
    CAST("tenure_years" AS double precision) + float8 '0' AS "tenure_years",
    CAST("rorac_plan" AS double precision) + float8 '0' AS "rorac_plan",
    CAST(NULL AS TEXT) AS rejected,
    CAST(NULL AS TEXT) AS undecided
  FROM "staff" OFFSET 0
),
-- The rows of business.
business_rows AS (
  SELECT
    NULLIF(BTRIM(CAST("staff_id" AS TEXT), ' '), '') COLLATE "C" AS "staff_id",
    NULLIF(BTRIM(CAST("vintage" AS TEXT), ' '), '') COLLATE "C" AS "vintage",
    CAST("stock_years" AS double precision) + float8 '0' AS "stock_years",
    CAST("income" AS double precision) + float8 '0' AS "income",
    CAST("direct_cost" AS double precision) + float8 '0' AS "direct_cost",
    CAST("management_cost" AS double precision) + float8 '0' AS "management_cost",
    CAST("fixed_cost" AS double precision) + float8 '0' AS "fixed_cost",
    CAST("risk_cost" AS double precision) + float8 '0' AS "risk_cost",
    CAST("tax" AS double precision) + float8 '0' AS "tax",
    CAST(NULL AS TEXT) AS undecided
  FROM "business" OFFSET 0
),
business_values AS (
  SELECT
    *,
    float8 '1' - float8 '0.05' * "stock_years" AS "v16",
    "income" - ("direct_cost" + "management_cost" + "fixed_cost" + "risk_cost") - "tax" AS "profit"
  FROM business_rows OFFSET 0
),
business_values_2 AS (
  SELECT
    *,
    CASE
      WHEN "vintage" = 'stock' THEN CASE WHEN "v16" > float8 '0.8' THEN "v16" ELSE float8 '0.8' END
      ELSE float8 '1'
    END AS "retained"
  FROM business_values OFFSET 0
),
business_values_3 AS (
  SELECT
    *,
    "retained" * "profit" AS "rorac"
  FROM business_values_2 OFFSET 0
),
-- the rows of business
staff_details_table1_rows AS (
  SELECT "staff_id" AS key__,
    undecided,
    "rorac" AS x24__
  FROM business_values_3 OFFSET 0
),
staff_details_table1_sums AS (
  SELECT key__,
    undecided__,
    n__,
    x24___left__,
    x24___d0__ + (x24___d1__ / 1073741824) AS x24___t__,
    (x24___d1__ % 1073741824) * 1073741824 + x24___d2__ + (x24___d3__ / 1073741824) AS x24___m__,
    (x24___d3__ % 1073741824) * 1073741824 + x24___d4__ + ((x24___d5__ / 1073741824) - CASE WHEN x24___d5__ % 1073741824 < 0 THEN 1 ELSE 0 END) AS x24___l__,
    (x24___d5__ % 1073741824 + CASE WHEN x24___d5__ % 1073741824 < 0 THEN 1073741824 ELSE 0 END) AS x24___r__
  FROM (SELECT key__,
    MAX(undecided) AS undecided__,
    COUNT(*) AS n__,
    COALESCE(CAST(SUM((x24___p1__ / 1073741824)) AS BIGINT), 0) AS x24___d0__,
    COALESCE(CAST(SUM(x24___p1__ % 1073741824) AS BIGINT), 0) AS x24___d1__,
    COALESCE(CAST(SUM((x24___p2__ / 1073741824)) AS BIGINT), 0) AS x24___d2__,
    COALESCE(CAST(SUM(x24___p2__ % 1073741824) AS BIGINT), 0) AS x24___d3__,
    COALESCE(CAST(SUM((x24___p3__ / 1073741824)) AS BIGINT), 0) AS x24___d4__,
    COALESCE(CAST(SUM(x24___p3__ % 1073741824) AS BIGINT), 0) AS x24___d5__,
    MAX(CASE WHEN x24__ IS NULL THEN 0 WHEN x24___p1__ IS NULL THEN 1 WHEN ((x24__ - CAST(x24___p1__ AS DOUBLE PRECISION) * float8 '0.0009765625') - CAST(x24___p2__ AS DOUBLE PRECISION) * float8 '8.470329472543003e-22') <> CAST(x24___p3__ AS DOUBLE PRECISION) * float8 '7.346839692639297e-40' THEN 1 ELSE 0 END) AS x24___left__
  FROM (SELECT *,
    CAST(((x24__ - CAST(x24___p1__ AS DOUBLE PRECISION) * float8 '0.0009765625') - CAST(x24___p2__ AS DOUBLE PRECISION) * float8 '8.470329472543003e-22') * float8 '1.361129467683754e+39' AS BIGINT) AS x24___p3__
  FROM (SELECT *,
    CAST((x24__ - CAST(x24___p1__ AS DOUBLE PRECISION) * float8 '0.0009765625') * float8 '1.1805916207174113e+21' AS BIGINT) AS x24___p2__
  FROM (SELECT *,
    CASE WHEN ABS(x24__) < float8 '1125899906842624' THEN CAST(x24__ * float8 '1024' AS BIGINT) END AS x24___p1__
  FROM staff_details_table1_rows OFFSET 0) AS parts1__ OFFSET 0) AS parts2__ OFFSET 0) AS parts3__
  GROUP BY key__) AS digits__ OFFSET 0
),
staff_details_table1_carried AS (
  SELECT key__,
    undecided__,
    n__,
    x24___left__,
    x24___t__ + (((x24___m__ + ((x24___l__ / 1152921504606846976) - CASE WHEN x24___l__ % 1152921504606846976 < 0 THEN 1 ELSE 0 END)) / 1152921504606846976) - CASE WHEN (x24___m__ + ((x24___l__ / 1152921504606846976) - CASE WHEN x24___l__ % 1152921504606846976 < 0 THEN 1 ELSE 0 END)) % 1152921504606846976 < 0 THEN 1 ELSE 0 END) AS x24___t__,
    ((x24___m__ + ((x24___l__ / 1152921504606846976) - CASE WHEN x24___l__ % 1152921504606846976 < 0 THEN 1 ELSE 0 END)) % 1152921504606846976 + CASE WHEN (x24___m__ + ((x24___l__ / 1152921504606846976) - CASE WHEN x24___l__ % 1152921504606846976 < 0 THEN 1 ELSE 0 END)) % 1152921504606846976 < 0 THEN 1152921504606846976 ELSE 0 END) AS x24___m__,
    (x24___l__ % 1152921504606846976 + CASE WHEN x24___l__ % 1152921504606846976 < 0 THEN 1152921504606846976 ELSE 0 END) AS x24___l__,
    x24___r__
  FROM staff_details_table1_sums OFFSET 0
),
staff_details_table1_signed AS (
  SELECT key__,
    undecided__,
    n__,
    x24___left__,
    CASE WHEN x24___t__ < 0 THEN 1 ELSE 0 END AS x24___n__,
    CASE WHEN x24___t__ >= 0 THEN x24___t__ WHEN x24___m__ > 0 OR x24___l__ > 0 OR x24___r__ > 0 THEN -x24___t__ - 1 ELSE -x24___t__ END AS x24___t__,
    CASE WHEN x24___t__ >= 0 THEN x24___m__ WHEN x24___l__ > 0 OR x24___r__ > 0 THEN 1152921504606846975 - x24___m__ WHEN x24___m__ > 0 THEN 1152921504606846976 - x24___m__ ELSE 0 END AS x24___m__,
    CASE WHEN x24___t__ >= 0 THEN x24___l__ WHEN x24___r__ > 0 THEN 1152921504606846975 - x24___l__ WHEN x24___l__ > 0 THEN 1152921504606846976 - x24___l__ ELSE 0 END AS x24___l__,
    CASE WHEN x24___t__ >= 0 OR x24___r__ = 0 THEN x24___r__ ELSE 1073741824 - x24___r__ END AS x24___r__
  FROM staff_details_table1_carried OFFSET 0
),
staff_details_table1_leading AS (
  SELECT key__,
    undecided__,
    n__,
    x24___left__,
    CASE WHEN x24___t__ > 0 THEN x24___t__ WHEN x24___m__ > 0 THEN x24___m__ ELSE x24___l__ END AS x24___x__,
    CASE WHEN x24___t__ > 0 THEN x24___m__ WHEN x24___m__ > 0 THEN x24___l__ ELSE x24___r__ * 1073741824 END AS x24___y__,
    CASE WHEN x24___t__ > 0 AND (x24___l__ > 0 OR x24___r__ > 0) OR x24___t__ = 0 AND x24___m__ > 0 AND x24___r__ > 0 THEN 1 ELSE 0 END AS x24___s__,
    CASE WHEN x24___n__ = 1 THEN -float8 '1' ELSE float8 '1' END * CASE WHEN x24___t__ > 0 THEN float8 '1048576' WHEN x24___m__ > 0 THEN float8 '9.094947017729282e-13' ELSE float8 '7.888609052210118e-31' END AS x24___u__
  FROM staff_details_table1_signed OFFSET 0
),
staff_details_table1_digits AS (
  SELECT key__,
    undecided__,
    n__,
    x24___left__,
    CASE WHEN x24___x__ >= 1073741824 THEN CAST((x24___x__ / 1073741824) AS DOUBLE PRECISION) * float8 '1073741824' ELSE CAST(x24___x__ AS DOUBLE PRECISION) END AS x24___a__,
    CASE WHEN x24___x__ >= 1073741824 THEN CAST(x24___x__ % 1073741824 AS DOUBLE PRECISION) ELSE CAST((x24___y__ / 1073741824) AS DOUBLE PRECISION) * float8 '9.313225746154785e-10' END AS x24___b__,
    CASE WHEN x24___x__ >= 1073741824 THEN CAST((x24___y__ / 1073741824) AS DOUBLE PRECISION) * float8 '9.313225746154785e-10' + CASE WHEN x24___y__ % 1073741824 > 0 OR x24___s__ = 1 THEN float8 '4.656612873077393e-10' ELSE float8 '0' END ELSE CAST(x24___y__ % 1073741824 AS DOUBLE PRECISION) * float8 '8.673617379884035e-19' + CASE WHEN x24___s__ = 1 THEN float8 '4.336808689942018e-19' ELSE float8 '0' END END AS x24___c__,
    x24___u__
  FROM staff_details_table1_leading OFFSET 0
),
-- the sums, rounded once
staff_details_table1 AS (
  SELECT key__,
    undecided__,
    n__,
    x24___left__,
    ((x24___a__ + x24___b__) + ((x24___b__ - ((x24___a__ + x24___b__) - x24___a__)) + x24___c__)) * x24___u__ AS x24__
  FROM staff_details_table1_digits OFFSET 0
),
staff_details_results AS (
  SELECT own__."staff_id",
    own__."branch",
    own__."role",
    own__."deposit_plan",
    own__."deposit_actual",
    own__."loan_plan",
    own__."loan_actual",
    own__."fee_plan",
    own__."fee_actual",
    own__."other_plan",
    own__."other_actual",
    own__."satisfaction",
    own__."npl_ratio",
    own__."first_pass_rate",
    own__."file_completeness",
    own__."self_review",
    own__."superior_review",
    own__."peer_review",
    own__."subordinate_review",
    own__."training_completion",
    own__."exam_score",
    own__."research_results",
    own__."tenure_years",
    own__."rorac_plan",
    own__.rejected,
    COALESCE(staff_details_table1.x24__, float8 '0') AS "sum_business_rorac",
    COALESCE(own__.undecided, staff_details_table1.undecided__, CASE WHEN staff_details_table1.x24___left__ = 1 THEN 'the SUM of rorac cannot be decided in SQL' END) AS undecided
  FROM (SELECT "staff_id",
    "branch",
    "role",
    "deposit_plan",
    "deposit_actual",
    "loan_plan",
    "loan_actual",
    "fee_plan",
    "fee_actual",
    "other_plan",
    "other_actual",
    "satisfaction",
    "npl_ratio",
    "first_pass_rate",
    "file_completeness",
    "self_review",
    "superior_review",
    "peer_review",
    "subordinate_review",
    "training_completion",
    "exam_score",
    "research_results",
    "tenure_years",
    "rorac_plan",
    rejected,
    undecided,
    "staff_id" AS on1__
  FROM staff_rows OFFSET 0) AS own__
  LEFT JOIN staff_details_table1 ON staff_details_table1.key__ = own__.on1__ OFFSET 0
),
-- internal.npl: Non-performing loans / 当年贷款不良率
-- internal.first_pass: Reports passed at first submission / 报告一次性报批合格率
-- internal.completeness: Completeness of loan files / 贷款档案资料完整性
staff_values AS (
  SELECT
    *,
    CASE
      WHEN "rorac_plan" > float8 '0' THEN float8 '100' * "sum_business_rorac" / NULLIF("rorac_plan", float8 '0')
      WHEN "rorac_plan" < float8 '0' THEN float8 '100' * (float8 '2' - "sum_business_rorac" / NULLIF("rorac_plan", float8 '0'))
      WHEN "sum_business_rorac" < float8 '0' THEN float8 '0'
      ELSE float8 '100'
    END AS "rorac_points",
    CASE
      WHEN "deposit_plan" > float8 '0' THEN float8 '100' * "deposit_actual" / NULLIF("deposit_plan", float8 '0')
      WHEN "deposit_actual" < float8 '0' THEN float8 '0'
      ELSE float8 '100'
    END AS "deposit_points",
    CASE
      WHEN "loan_plan" > float8 '0' THEN float8 '100' * "loan_actual" / NULLIF("loan_plan", float8 '0')
      WHEN "loan_actual" < float8 '0' THEN float8 '0'
      ELSE float8 '100'
    END AS "loan_points",
    CASE
      WHEN "fee_plan" > float8 '0' THEN float8 '100' * "fee_actual" / NULLIF("fee_plan", float8 '0')
      WHEN "fee_actual" < float8 '0' THEN float8 '0'
      ELSE float8 '100'
    END AS "fee_points",
    CASE
      WHEN "other_plan" > float8 '0' THEN float8 '100' * "other_actual" / NULLIF("other_plan", float8 '0')
      WHEN "other_actual" < float8 '0' THEN float8 '0'
      ELSE float8 '100'
    END AS "other_points",
    CASE
      WHEN "npl_ratio" >= float8 '0.04' THEN float8 '0'
      WHEN "npl_ratio" >= float8 '0.02' THEN float8 '80' + float8 '-80' * ("npl_ratio" - float8 '0.02') / float8 '0.02'
      WHEN "npl_ratio" > float8 '0' THEN float8 '100' + float8 '-20' * "npl_ratio" / float8 '0.02'
      ELSE float8 '100'
    END AS "internal.npl",
    float8 '100' * "first_pass_rate" AS "internal.first_pass",
    float8 '100' * "file_completeness" AS "internal.completeness",
    float8 '100' * "training_completion" AS "v124",
    float8 '80' + float8 '10' * "research_results" AS "v134",
    float8 '0.3' * "tenure_years" AS "v143"
  FROM staff_details_results OFFSET 0
),
-- internal: Internal process / 内部流程
-- learning.hours: Training hours against plan / 培训学时完成率
-- learning.research: Research results / 岗位研究成果
-- additional.tenure: Years of service / 员工工作年限
staff_values_2 AS (
  SELECT
    *,
    CASE WHEN float8 '0' > "rorac_points" THEN float8 '0' ELSE "rorac_points" END AS "v65",
    CASE WHEN float8 '0' > "deposit_points" THEN float8 '0' ELSE "deposit_points" END AS "v70",
    CASE WHEN float8 '0' > "loan_points" THEN float8 '0' ELSE "loan_points" END AS "v74",
    CASE WHEN float8 '0' > "fee_points" THEN float8 '0' ELSE "fee_points" END AS "v78",
    CASE WHEN float8 '0' > "other_points" THEN float8 '0' ELSE "other_points" END AS "v82",
    CASE WHEN "subordinate_review" IS NULL THEN float8 '0.40011797158481405'
      + float8 '0.14801755634156008'
      + float8 '0.14801755634156008'
      + float8 '0.07596172893301649'
      + float8 '0.07596172893301649'
      + float8 '0.07596172893301649'
      + CASE WHEN "subordinate_review" IS NULL THEN float8 '0' ELSE float8 '0.07596172893301649' END
      ELSE float8 '1'
    END AS "internal_weight",
    CASE WHEN float8 '150' < "v124" THEN float8 '150' ELSE "v124" END AS "learning.hours",
    CASE WHEN "v134" < float8 '100' THEN "v134" ELSE float8 '100' END AS "learning.research",
    CASE WHEN "v143" < float8 '3' THEN "v143" ELSE float8 '3' END AS "additional.tenure"
  FROM staff_values OFFSET 0
),
-- financial.rorac_attainment: Risk-adjusted profit against plan / 风险调整后利润计划完成率
-- customer.deposit: Deposits against plan / 存款计划完成率
-- customer.loan: Loans against plan / 贷款计划完成率
-- customer.fee: Fee business against plan / 中间业务计划完成率
-- customer.other: Other business against plan / 其他业务计划完成率
-- internal: Internal process / 内部流程
-- learning: Learning and growth / 学习与成长
-- additional: Additional / 附加指标
staff_values_3 AS (
  SELECT
    *,
    CASE WHEN float8 '150' < "v65" THEN float8 '150' ELSE "v65" END AS "financial.rorac_attainment",
    CASE WHEN float8 '150' < "v70" THEN float8 '150' ELSE "v70" END AS "customer.deposit",
    CASE WHEN float8 '150' < "v74" THEN float8 '150' ELSE "v74" END AS "customer.loan",
    CASE WHEN float8 '150' < "v78" THEN float8 '150' ELSE "v78" END AS "customer.fee",
    CASE WHEN float8 '150' < "v82" THEN float8 '150' ELSE "v82" END AS "customer.other",
    float8 '0.40011797158481405' / "internal_weight" * "internal.npl"
    + float8 '0.14801755634156008' / "internal_weight" * "internal.first_pass"
    + float8 '0.14801755634156008' / "internal_weight" * "internal.completeness"
    + float8 '0.07596172893301649' / "internal_weight" * "self_review"
    + float8 '0.07596172893301649' / "internal_weight" * "superior_review"
    + float8 '0.07596172893301649' / "internal_weight" * "peer_review"
    + CASE WHEN "subordinate_review" IS NULL THEN float8 '-0' ELSE float8 '0.07596172893301649' / "internal_weight" * "subordinate_review" END AS "internal",
    float8 '0.2969613312124974' * "learning.hours"
    + float8 '0.5396145502210746' * "exam_score"
    + float8 '0.16342411856642794' * "learning.research" AS "learning",
    float8 '1' * "additional.tenure" AS "additional"
  FROM staff_values_2 OFFSET 0
),
-- financial: Financial / 财务
-- customer: Customer / 客户
staff_values_4 AS (
  SELECT
    *,
    float8 '1' * "financial.rorac_attainment" AS "financial",
    float8 '0.3' * "customer.deposit"
    + float8 '0.3' * "customer.loan"
    + float8 '0.15' * "customer.fee"
    + float8 '0.1' * "customer.other"
    + float8 '0.15' * "satisfaction" AS "customer"
  FROM staff_values_3 OFFSET 0
),
staff_values_5 AS MATERIALIZED (
  SELECT
    *,
    float8 '0.48318902596302593' * "financial"
    + float8 '0.27171715717748207' * "customer"
    + float8 '0.1568759738398591' * "internal"
    + float8 '0.08821784301963291' * "learning"
    + float8 '1' * "additional" AS "total"
  FROM staff_values_4
),
-- rank branch_rank
staff_ranks_rank1_counts AS (
  SELECT g__,
    k__,
    COUNT(*) AS n__
  FROM (SELECT (COALESCE('=' || "branch", '') COLLATE "C") AS g__, COALESCE(CASE WHEN ABS("total" * float8 '100' + float8 '0.5') < float8 '9200000000' * float8 '1000000000' THEN CAST(("total" * float8 '100' + float8 '0.5') AS BIGINT) - CASE WHEN CAST(CAST(("total" * float8 '100' + float8 '0.5') AS BIGINT) AS DOUBLE PRECISION) > ("total" * float8 '100' + float8 '0.5') THEN 1 ELSE 0 END END, -9223372036854775807) AS k__ FROM staff_values_5 WHERE rejected IS NULL) AS keys__
  GROUP BY g__, k__ OFFSET 0
),
staff_ranks_rank1_places AS (
  SELECT g__,
    k__,
    n__,
    CAST(SUM(n__) OVER (PARTITION BY g__ ORDER BY k__ DESC ROWS UNBOUNDED PRECEDING) AS BIGINT) - n__ AS above__,
    CAST(SUM(n__) OVER (PARTITION BY g__) AS BIGINT) AS all__
  FROM staff_ranks_rank1_counts OFFSET 0
),
-- rank overall_rank
staff_ranks_rank2_counts AS (
  SELECT g__,
    k__,
    COUNT(*) AS n__
  FROM (SELECT '' AS g__, COALESCE(CASE WHEN ABS("total" * float8 '100' + float8 '0.5') < float8 '9200000000' * float8 '1000000000' THEN CAST(("total" * float8 '100' + float8 '0.5') AS BIGINT) - CASE WHEN CAST(CAST(("total" * float8 '100' + float8 '0.5') AS BIGINT) AS DOUBLE PRECISION) > ("total" * float8 '100' + float8 '0.5') THEN 1 ELSE 0 END END, -9223372036854775807) AS k__ FROM staff_values_5 WHERE rejected IS NULL) AS keys__
  GROUP BY g__, k__ OFFSET 0
),
staff_ranks_rank2_places AS (
  SELECT g__,
    k__,
    n__,
    CAST(SUM(n__) OVER (PARTITION BY g__ ORDER BY k__ DESC ROWS UNBOUNDED PRECEDING) AS BIGINT) - n__ AS above__,
    CAST(SUM(n__) OVER (PARTITION BY g__) AS BIGINT) AS all__
  FROM staff_ranks_rank2_counts OFFSET 0
),
staff_ranks_results AS (
  SELECT own__."staff_id",
    own__."branch",
    own__."role",
    own__."satisfaction",
    own__."self_review",
    own__."superior_review",
    own__."peer_review",
    own__."subordinate_review",
    own__."exam_score",
    own__."financial.rorac_attainment",
    own__."financial",
    own__."customer.deposit",
    own__."customer.loan",
    own__."customer.fee",
    own__."customer.other",
    own__."customer",
    own__."internal.npl",
    own__."internal.first_pass",
    own__."internal.completeness",
    own__."internal",
    own__."learning.hours",
    own__."learning.research",
    own__."learning",
    own__."additional.tenure",
    own__."additional",
    own__."total",
    own__.rejected,
    CASE WHEN own__.rank1_counts__ = 1 THEN CAST(staff_ranks_rank1_places.above__ + 1 AS DOUBLE PRECISION) END AS "branch_rank",
    CASE WHEN own__.rank2_counts__ = 1 THEN CAST(staff_ranks_rank2_places.above__ + 1 AS DOUBLE PRECISION) END AS "overall_rank",
    own__.undecided AS undecided
  FROM (SELECT "staff_id",
    "branch",
    "role",
    "satisfaction",
    "self_review",
    "superior_review",
    "peer_review",
    "subordinate_review",
    "exam_score",
    "financial.rorac_attainment",
    "financial",
    "customer.deposit",
    "customer.loan",
    "customer.fee",
    "customer.other",
    "customer",
    "internal.npl",
    "internal.first_pass",
    "internal.completeness",
    "internal",
    "learning.hours",
    "learning.research",
    "learning",
    "additional.tenure",
    "additional",
    "total",
    rejected,
    undecided,
    CASE WHEN rejected IS NULL THEN 1 ELSE 0 END AS rank1_counts__,
    CASE WHEN rejected IS NULL THEN 1 ELSE 0 END AS rank2_counts__,
    (COALESCE('=' || "branch", '') COLLATE "C") AS on1__,
    COALESCE(CASE WHEN ABS("total" * float8 '100' + float8 '0.5') < float8 '9200000000' * float8 '1000000000' THEN CAST(("total" * float8 '100' + float8 '0.5') AS BIGINT) - CASE WHEN CAST(CAST(("total" * float8 '100' + float8 '0.5') AS BIGINT) AS DOUBLE PRECISION) > ("total" * float8 '100' + float8 '0.5') THEN 1 ELSE 0 END END, -9223372036854775807) AS on2__,
    '' AS on3__
  FROM staff_values_5 OFFSET 0) AS own__
  LEFT JOIN staff_ranks_rank1_places ON staff_ranks_rank1_places.g__ = own__.on1__ AND staff_ranks_rank1_places.k__ = own__.on2__
  LEFT JOIN staff_ranks_rank2_places ON staff_ranks_rank2_places.g__ = own__.on3__ AND staff_ranks_rank2_places.k__ = own__.on2__ OFFSET 0
)
SELECT
  "staff_id" AS "staff_id",
  "branch" AS "branch",
  "role" AS "role",
  "financial.rorac_attainment" AS "financial.rorac_attainment",
  "financial" AS "financial",
  "customer.deposit" AS "customer.deposit",
  "customer.loan" AS "customer.loan",
  "customer.fee" AS "customer.fee",
  "customer.other" AS "customer.other",
  "satisfaction" AS "customer.satisfaction",
  "customer" AS "customer",
  "internal.npl" AS "internal.npl",
  "internal.first_pass" AS "internal.first_pass",
  "internal.completeness" AS "internal.completeness",
  "self_review" AS "internal.self",
  "superior_review" AS "internal.superior",
  "peer_review" AS "internal.peer",
  "subordinate_review" AS "internal.subordinate",
  "internal" AS "internal",
  "learning.hours" AS "learning.hours",
  "exam_score" AS "learning.exam",
  "learning.research" AS "learning.research",
  "learning" AS "learning",
  "additional.tenure" AS "additional.tenure",
  "additional" AS "additional",
  "total" AS "total",
  "branch_rank" AS "branch_rank",
  "overall_rank" AS "overall_rank",
  rejected,
  undecided
FROM staff_ranks_results
ORDER BY ("staff_id" COLLATE "C");
