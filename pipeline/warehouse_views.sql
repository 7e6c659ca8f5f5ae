CREATE OR REPLACE VIEW avstam.figures_wide AS
SELECT entity_id, fiscal_year, subject, concept, unit, document_id,
       MAX(CASE WHEN scenario = 'budget' THEN value END) AS budget,
       MAX(CASE WHEN scenario = 'outcome' THEN value END) AS outcome,
       MAX(CASE WHEN scenario = 'forecast' THEN value END) AS forecast,
       MAX(CASE WHEN scenario = 'variance' THEN value END) AS variance
FROM avstam.figures
GROUP BY entity_id, fiscal_year, subject, concept, unit, document_id;
CREATE OR REPLACE VIEW avstam.budget_outcome AS
SELECT entity_id, fiscal_year, subject, concept, document_id, budget, outcome, outcome - budget AS difference
FROM avstam.figures_wide
WHERE budget IS NOT NULL AND outcome IS NOT NULL AND unit = 'SEK';
CREATE OR REPLACE VIEW avstam.decisions_with_amounts AS
SELECT c.decision_id, d.entity_id, d.entity_name, c.meeting_date, c.paragraph, c.heading, c.kind, c.subject, c.amount,
       c.fiscal_year, c.text, d.file_name, c.page, c.document_id
FROM avstam.decisions c JOIN avstam.documents d ON d.document_id = c.document_id
WHERE c.amount IS NOT NULL;
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
