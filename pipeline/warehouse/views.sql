-- Views that people want at once. A view over figures leaves out copies and older editions of a document.

CREATE OR REPLACE VIEW avstam.figures_by_row AS
SELECT f.entity_id, f.fiscal_year, f.subject, f.concept, f.label, f.measure, f.unit,
       MAX(CASE WHEN f.scenario = 'budget' THEN f.value END) AS budget,
       MAX(CASE WHEN f.scenario = 'outcome' THEN f.value END) AS outcome,
       MAX(CASE WHEN f.scenario = 'forecast' THEN f.value END) AS forecast,
       MAX(CASE WHEN f.scenario = 'variance' THEN f.value END) AS variance,
       MAX(CASE WHEN f.scenario = 'plan' THEN f.value END) AS plan,
       MAX(CASE WHEN f.scenario = 'granted' THEN f.value END) AS granted,
       MAX(CASE WHEN f.scenario = 'requested' THEN f.value END) AS requested,
       f.period_start, f.period_end, f.document_id, d.file_name, MIN(f.page) AS page, f.table_id, f."row"
FROM avstam.figures f JOIN avstam.documents d ON d.document_id = f.document_id
WHERE d.duplicate_of IS NULL AND d.superseded_by IS NULL AND f.scenario IS NOT NULL AND NOT COALESCE(f.change, FALSE)
GROUP BY f.entity_id, f.fiscal_year, f.subject, f.concept, f.label, f.measure, f.unit, f.period_start, f.period_end,
         f.document_id, d.file_name, f.table_id, f."row";

-- One row for what is known of a subject (or a line of the accounts) in a year, from all documents of its body.
-- side: a table without income and cost apart states the net. item: rows that no subject or concept tells apart go by label.
-- rank: where several places state a scenario, one in a document about that very year counts, then a table before prose (which
-- says no sign), then the most precise, then the newest document. What a body unknown states stays by itself.
CREATE OR REPLACE VIEW avstam.figures_wide AS
WITH counted AS (
  SELECT f.*, d.file_name, COALESCE(f.entity_id, f.document_id) AS owner, COALESCE(f.measure, 'net') AS side,
         COALESCE(f.period_start, MAKE_DATE(f.fiscal_year, 1, 1)) AS starts,
         COALESCE(f.period_end, MAKE_DATE(f.fiscal_year, 12, 31)) AS ends,
         CASE WHEN d.fiscal_year = f.fiscal_year THEN 0 ELSE 1 END AS about_another_year,
         COALESCE(d.period_end, d.meeting_date) AS document_date,
         COUNT(*) OVER (
           PARTITION BY f.document_id, f.table_id, f.col, f.fiscal_year, f.subject, f.concept, f.measure, f.unit, f.scenario
         ) AS alike
  FROM avstam.figures f JOIN avstam.documents d ON d.document_id = f.document_id
  WHERE d.duplicate_of IS NULL AND d.superseded_by IS NULL AND f.scenario IS NOT NULL AND f.fiscal_year IS NOT NULL
    AND NOT COALESCE(f.change, FALSE)
    AND (f.origin = 'table' OR (f.unit = 'SEK' AND COALESCE(f.subject, f.concept) IS NOT NULL))
), stated AS (
  SELECT counted.*,
         CASE WHEN COALESCE(subject, concept) IS NULL OR (origin = 'table' AND alike > 1) THEN label END AS item
  FROM counted
), best AS (
  SELECT stated.*,
         ROW_NUMBER() OVER (
           PARTITION BY owner, fiscal_year, starts, ends, subject, concept, item, side, unit, scenario
           ORDER BY about_another_year, origin DESC, quantum, document_date DESC NULLS LAST, file_name, page, top, x0, figure_id
         ) AS rank,
         COUNT(*) OVER same AS statements,
         MAX(ABS(value) - quantum / 2) OVER same > MIN(ABS(COALESCE(value_high, value)) + quantum / 2) OVER same AS disagree
  FROM stated
  WINDOW same AS (PARTITION BY owner, fiscal_year, starts, ends, subject, concept, item, side, unit, scenario)
)
SELECT entity_id, fiscal_year, subject, concept, MIN(label) AS label, side AS measure, unit,
       MAX(CASE WHEN scenario = 'budget' THEN value END) AS budget,
       MAX(CASE WHEN scenario = 'outcome' THEN value END) AS outcome,
       MAX(CASE WHEN scenario = 'forecast' THEN value END) AS forecast,
       MAX(CASE WHEN scenario = 'variance' THEN value END) AS variance,
       MAX(CASE WHEN scenario = 'plan' THEN value END) AS plan,
       MAX(CASE WHEN scenario = 'granted' THEN value END) AS granted,
       MAX(CASE WHEN scenario = 'requested' THEN value END) AS requested,
       starts AS period_start, ends AS period_end,
       CAST(SUM(statements) AS INTEGER) AS statements, MAX(CASE WHEN disagree THEN 1 ELSE 0 END) = 1 AS disagree,
       STRING_AGG(DISTINCT file_name, ', ' ORDER BY file_name) AS files,
       MAX(CASE WHEN scenario = 'budget' THEN figure_id END) AS budget_figure_id,
       MAX(CASE WHEN scenario = 'outcome' THEN figure_id END) AS outcome_figure_id,
       MAX(CASE WHEN scenario = 'forecast' THEN figure_id END) AS forecast_figure_id,
       MAX(CASE WHEN scenario = 'variance' THEN figure_id END) AS variance_figure_id,
       MAX(CASE WHEN scenario = 'plan' THEN figure_id END) AS plan_figure_id,
       MAX(CASE WHEN scenario = 'granted' THEN figure_id END) AS granted_figure_id,
       MAX(CASE WHEN scenario = 'requested' THEN figure_id END) AS requested_figure_id
FROM best
WHERE rank = 1
GROUP BY owner, entity_id, fiscal_year, starts, ends, subject, concept, item, side, unit;

CREATE OR REPLACE VIEW avstam.budget_outcome AS
SELECT entity_id, fiscal_year, subject, concept, label, measure, budget, outcome, forecast,
       outcome - budget AS difference,
       CAST(outcome - budget AS DOUBLE PRECISION) / CAST(NULLIF(ABS(budget), 0) AS DOUBLE PRECISION) AS share,
       disagree, files, budget_figure_id, outcome_figure_id
FROM avstam.figures_wide
WHERE budget IS NOT NULL AND outcome IS NOT NULL AND unit = 'SEK';

CREATE OR REPLACE VIEW avstam.decisions_with_amounts AS
SELECT c.decision_id, d.entity_id, d.entity_name, c.meeting_date, c.paragraph, c.heading, c.kind, c.subject, c.amount,
       c.fiscal_year, c.text, d.file_name, c.page, c.document_id
FROM avstam.decisions c JOIN avstam.documents d ON d.document_id = c.document_id
WHERE c.amount IS NOT NULL AND d.duplicate_of IS NULL;

CREATE OR REPLACE VIEW avstam.open_findings AS
SELECT f.finding_id, f.rule, f.severity, f.entity_id, f.fiscal_year, f.subject, f.message_sv, f.message_en,
       f.expected, f.actual, f.difference, d.file_name, e.page, f.first_seen_run, f.last_seen_run
FROM avstam.findings f
LEFT JOIN avstam.finding_evidence e ON e.finding_id = f.finding_id AND e.position = 0
LEFT JOIN avstam.documents d ON d.document_id = e.document_id
WHERE f.status = 'open';

CREATE OR REPLACE VIEW avstam.coverage_gaps AS
SELECT coverage_id, entity_id, kind, fiscal_year, meeting_date, paragraph_first, paragraph_last, state, reason
FROM avstam.coverage
WHERE state IN ('missing', 'unreadable');

-- What a run changed. Facts are compared by what they say and where they belong (the file, the row and column headers; of a
-- sentence its words without the numbers), not by their ids: a corrected PDF in place of an old one shows the amounts that differ.
-- A row that was written again and says the same is no change. A finding that is resolved is gone.
CREATE OR REPLACE VIEW avstam.changes AS
WITH known AS (
  SELECT document_id, MIN(file_name) AS file_name, MIN(source_path) AS source_path
  FROM avstam.documents_versions GROUP BY document_id
), said AS (
  SELECT 'document' AS thing, document_id AS thing_id, document_id, '' AS fact, kind AS label, document_id AS what,
         CAST(NULL AS INTEGER) AS page, CAST(NULL AS DOUBLE PRECISION) AS top, known_from_run, replaced_in_run
  FROM avstam.documents_versions
  UNION ALL
  SELECT 'figure', figure_id, document_id,
         CONCAT(REGEXP_REPLACE(label, '[0-9]', '', 'g'), '|', column_header, '|', CAST(fiscal_year AS VARCHAR), '|',
                CAST(period_end AS VARCHAR), '|', scenario, '|', measure, '|', unit, '|', origin),
         CONCAT(COALESCE(subject, label), ', ', COALESCE(scenario, '?'), ' ', COALESCE(CAST(fiscal_year AS VARCHAR), '?')),
         CONCAT(CAST(value AS VARCHAR), ' ', unit), page, top, known_from_run, replaced_in_run
  FROM avstam.figures_versions
  UNION ALL
  SELECT 'meeting', meeting_id, document_id, CONCAT(body, '|', CAST(meeting_date AS VARCHAR)), body,
         CONCAT_WS(', ', CAST(meeting_date AS VARCHAR), CAST(start_time AS VARCHAR), CAST(end_time AS VARCHAR), place, chair,
                   secretary, adjusters),
         CAST(NULL AS INTEGER), CAST(NULL AS DOUBLE PRECISION), known_from_run, replaced_in_run
  FROM avstam.meetings_versions
  UNION ALL
  SELECT 'decision', decision_id, document_id, CONCAT(CAST(meeting_date AS VARCHAR), '|', paragraph, '|', CAST(point_index AS VARCHAR)),
         CONCAT('§ ', paragraph, ' ', heading), text, page, top, known_from_run, replaced_in_run
  FROM avstam.decisions_versions
  UNION ALL
  SELECT 'finding', finding_id, NULL, finding_id, rule, message_sv,
         CAST(NULL AS INTEGER), CAST(NULL AS DOUBLE PRECISION), known_from_run, replaced_in_run
  FROM avstam.findings_versions WHERE status <> 'resolved'
), placed AS (
  SELECT said.*, COALESCE(known.source_path, said.document_id, '') AS path, known.file_name
  FROM said LEFT JOIN known ON known.document_id = said.document_id
), came AS (
  SELECT placed.*, known_from_run AS run_id,
         ROW_NUMBER() OVER (PARTITION BY known_from_run, thing, path, fact ORDER BY page, top, thing_id) AS turn
  FROM placed WHERE known_from_run IS NOT NULL
), went AS (
  SELECT placed.*, replaced_in_run AS run_id,
         ROW_NUMBER() OVER (PARTITION BY replaced_in_run, thing, path, fact ORDER BY page, top, thing_id) AS turn
  FROM placed WHERE replaced_in_run IS NOT NULL
)
SELECT COALESCE(came.run_id, went.run_id) AS run_id, COALESCE(came.thing, went.thing) AS thing,
       CASE WHEN went.thing_id IS NULL THEN 'new' WHEN came.thing_id IS NULL THEN 'gone' ELSE 'changed' END AS change,
       COALESCE(came.thing_id, went.thing_id) AS thing_id, COALESCE(came.document_id, went.document_id) AS document_id,
       COALESCE(came.file_name, went.file_name) AS file_name, COALESCE(came.page, went.page) AS page,
       COALESCE(came.label, went.label) AS label, went.what AS before, came.what AS after
FROM came FULL OUTER JOIN went
  ON came.run_id = went.run_id AND came.thing = went.thing AND came.path = went.path AND came.fact = went.fact AND came.turn = went.turn
WHERE came.what IS DISTINCT FROM went.what;
