-- Views that people want at once. A view over figures leaves out documents that repeat another one.

CREATE OR REPLACE VIEW avstam.figures_wide AS
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
WHERE d.duplicate_of IS NULL AND f.scenario IS NOT NULL AND NOT COALESCE(f.change, FALSE)
GROUP BY f.entity_id, f.fiscal_year, f.subject, f.concept, f.label, f.measure, f.unit, f.period_start, f.period_end,
         f.document_id, d.file_name, f.table_id, f."row";

CREATE OR REPLACE VIEW avstam.budget_outcome AS
SELECT entity_id, fiscal_year, subject, concept, label, measure, budget, outcome, forecast,
       outcome - budget AS difference,
       CAST(outcome - budget AS DOUBLE PRECISION) / CAST(NULLIF(ABS(budget), 0) AS DOUBLE PRECISION) AS share,
       file_name, page, document_id
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
