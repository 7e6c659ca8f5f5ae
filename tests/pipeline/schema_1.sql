-- A warehouse of schema version 1 with two documents and two runs, as the first version made it; never change it.

CREATE SCHEMA IF NOT EXISTS avstam;

CREATE TABLE IF NOT EXISTS avstam.documents (
  "document_id" VARCHAR NOT NULL,
  "file_name" VARCHAR NOT NULL,
  "source_path" VARCHAR,
  "kind" VARCHAR NOT NULL,
  "entity_id" VARCHAR,
  "entity_name" VARCHAR,
  "org_number" VARCHAR,
  "title" VARCHAR,
  "fiscal_year" INTEGER,
  "period_start" DATE,
  "period_end" DATE,
  "meeting_date" DATE,
  "language" VARCHAR,
  "page_count" INTEGER NOT NULL,
  "parent_document_id" VARCHAR,
  "duplicate_of" VARCHAR,
  "signed" BOOLEAN,
  "producer" VARCHAR,
  "text_source" VARCHAR,
  "words_repaired" INTEGER,
  "extractor_version" VARCHAR NOT NULL,
  "ingested_at" TIMESTAMP,
  "content_hash" VARCHAR NOT NULL,
  PRIMARY KEY ("document_id")
);

CREATE TABLE IF NOT EXISTS avstam.pages (
  "document_id" VARCHAR NOT NULL,
  "page" INTEGER NOT NULL,
  "width" DOUBLE PRECISION,
  "height" DOUBLE PRECISION,
  "rotation" INTEGER,
  "text_source" VARCHAR,
  "quality" DOUBLE PRECISION,
  "word_count" INTEGER,
  "repaired_count" INTEGER,
  "text" VARCHAR,
  "number_count" INTEGER,
  "number_read" INTEGER,
  "number_furniture" INTEGER,
  "number_unread" INTEGER,
  "status" VARCHAR NOT NULL,
  "problem" VARCHAR,
  PRIMARY KEY ("document_id", "page")
);

CREATE TABLE IF NOT EXISTS avstam.repairs (
  "repair_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "page" INTEGER NOT NULL,
  "x0" DOUBLE PRECISION,
  "top" DOUBLE PRECISION,
  "x1" DOUBLE PRECISION,
  "bottom" DOUBLE PRECISION,
  "raw" VARCHAR,
  "repaired" VARCHAR,
  "method" VARCHAR,
  "confidence" DOUBLE PRECISION,
  PRIMARY KEY ("repair_id")
);

CREATE TABLE IF NOT EXISTS avstam.tables (
  "table_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "page" INTEGER NOT NULL,
  "x0" DOUBLE PRECISION,
  "top" DOUBLE PRECISION,
  "x1" DOUBLE PRECISION,
  "bottom" DOUBLE PRECISION,
  "title" VARCHAR,
  "row_count" INTEGER,
  "column_count" INTEGER,
  "unit" VARCHAR,
  "kind" VARCHAR,
  PRIMARY KEY ("table_id")
);

CREATE TABLE IF NOT EXISTS avstam.cells (
  "table_id" VARCHAR NOT NULL,
  "row" INTEGER NOT NULL,
  "col" INTEGER NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "page" INTEGER NOT NULL,
  "x0" DOUBLE PRECISION,
  "top" DOUBLE PRECISION,
  "x1" DOUBLE PRECISION,
  "bottom" DOUBLE PRECISION,
  "text" VARCHAR,
  "raw" VARCHAR,
  "is_header" BOOLEAN,
  "row_span" INTEGER,
  "col_span" INTEGER,
  PRIMARY KEY ("table_id", "row", "col")
);

CREATE TABLE IF NOT EXISTS avstam.figures (
  "figure_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "entity_id" VARCHAR,
  "concept" VARCHAR,
  "subject" VARCHAR,
  "label" VARCHAR,
  "column_header" VARCHAR,
  "fiscal_year" INTEGER,
  "period_start" DATE,
  "period_end" DATE,
  "scenario" VARCHAR,
  "value" DECIMAL(18,2) NOT NULL,
  "unit" VARCHAR NOT NULL,
  "quantum" DECIMAL(18,4) NOT NULL,
  "raw" VARCHAR NOT NULL,
  "page" INTEGER NOT NULL,
  "x0" DOUBLE PRECISION,
  "top" DOUBLE PRECISION,
  "x1" DOUBLE PRECISION,
  "bottom" DOUBLE PRECISION,
  "table_id" VARCHAR,
  "row" INTEGER,
  "col" INTEGER,
  "origin" VARCHAR NOT NULL,
  "confidence" DOUBLE PRECISION,
  "repaired" BOOLEAN,
  "measure" VARCHAR,
  "value_high" DECIMAL(18,2),
  "approximate" BOOLEAN,
  "change" BOOLEAN,
  "value_unrounded" DECIMAL(28,8),
  PRIMARY KEY ("figure_id")
);

CREATE TABLE IF NOT EXISTS avstam.meetings (
  "meeting_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "entity_id" VARCHAR,
  "body" VARCHAR,
  "meeting_date" DATE,
  "start_time" TIME,
  "end_time" TIME,
  "place" VARCHAR,
  "chair" VARCHAR,
  "secretary" VARCHAR,
  "adjusters" VARCHAR,
  "paragraph_first" INTEGER,
  "paragraph_last" INTEGER,
  "next_meeting_date" DATE,
  "next_meeting_place" VARCHAR,
  "previous_minutes_date" DATE,
  PRIMARY KEY ("meeting_id")
);

CREATE TABLE IF NOT EXISTS avstam.attendance (
  "meeting_id" VARCHAR NOT NULL,
  "position" INTEGER NOT NULL,
  "name" VARCHAR,
  "organisation" VARCHAR,
  "role" VARCHAR,
  "present" BOOLEAN,
  "deciding" BOOLEAN,
  "note" VARCHAR,
  PRIMARY KEY ("meeting_id", "position")
);

CREATE TABLE IF NOT EXISTS avstam.decisions (
  "decision_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "meeting_id" VARCHAR,
  "meeting_date" DATE,
  "paragraph" VARCHAR,
  "heading" VARCHAR,
  "point_index" INTEGER,
  "text" VARCHAR,
  "background" VARCHAR,
  "kind" VARCHAR,
  "amount" DECIMAL(18,2),
  "subject" VARCHAR,
  "fiscal_year" INTEGER,
  "reference" VARCHAR,
  "page" INTEGER NOT NULL,
  "x0" DOUBLE PRECISION,
  "top" DOUBLE PRECISION,
  "x1" DOUBLE PRECISION,
  "bottom" DOUBLE PRECISION,
  PRIMARY KEY ("decision_id")
);

CREATE TABLE IF NOT EXISTS avstam.problems (
  "document_id" VARCHAR NOT NULL,
  "position" INTEGER NOT NULL,
  "code" VARCHAR NOT NULL,
  "severity" VARCHAR,
  "page" INTEGER,
  "message" VARCHAR,
  PRIMARY KEY ("document_id", "position")
);

CREATE TABLE IF NOT EXISTS avstam.figures_history (
  "figure_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "entity_id" VARCHAR,
  "concept" VARCHAR,
  "subject" VARCHAR,
  "label" VARCHAR,
  "column_header" VARCHAR,
  "fiscal_year" INTEGER,
  "period_start" DATE,
  "period_end" DATE,
  "scenario" VARCHAR,
  "value" DECIMAL(18,2) NOT NULL,
  "unit" VARCHAR NOT NULL,
  "quantum" DECIMAL(18,4) NOT NULL,
  "raw" VARCHAR NOT NULL,
  "page" INTEGER NOT NULL,
  "x0" DOUBLE PRECISION,
  "top" DOUBLE PRECISION,
  "x1" DOUBLE PRECISION,
  "bottom" DOUBLE PRECISION,
  "table_id" VARCHAR,
  "row" INTEGER,
  "col" INTEGER,
  "origin" VARCHAR NOT NULL,
  "confidence" DOUBLE PRECISION,
  "repaired" BOOLEAN,
  "measure" VARCHAR,
  "value_high" DECIMAL(18,2),
  "approximate" BOOLEAN,
  "change" BOOLEAN,
  "value_unrounded" DECIMAL(28,8),
  "replaced_in_run" VARCHAR NOT NULL,
  PRIMARY KEY ("figure_id", "replaced_in_run")
);

CREATE TABLE IF NOT EXISTS avstam.checks (
  "check_id" VARCHAR NOT NULL,
  "rule" VARCHAR NOT NULL,
  "verdict" VARCHAR NOT NULL,
  "entity_id" VARCHAR,
  "fiscal_year" INTEGER,
  "concept" VARCHAR,
  "subject" VARCHAR,
  "document_id" VARCHAR,
  "table_id" VARCHAR,
  "stated" DECIMAL(18,2),
  "computed" DECIMAL(18,2),
  "residual" DECIMAL(18,2),
  "tolerance" DECIMAL(18,2),
  "explanation" VARCHAR,
  "finding_id" VARCHAR,
  PRIMARY KEY ("check_id")
);

CREATE TABLE IF NOT EXISTS avstam.findings (
  "finding_id" VARCHAR NOT NULL,
  "rule" VARCHAR NOT NULL,
  "severity" VARCHAR NOT NULL,
  "status" VARCHAR NOT NULL,
  "entity_id" VARCHAR,
  "fiscal_year" INTEGER,
  "concept" VARCHAR,
  "subject" VARCHAR,
  "message_sv" VARCHAR NOT NULL,
  "message_en" VARCHAR NOT NULL,
  "expected" DECIMAL(18,2),
  "actual" DECIMAL(18,2),
  "difference" DECIMAL(18,2),
  "tolerance" DECIMAL(18,2),
  "first_seen_run" VARCHAR NOT NULL,
  "last_seen_run" VARCHAR NOT NULL,
  PRIMARY KEY ("finding_id")
);

CREATE TABLE IF NOT EXISTS avstam.finding_evidence (
  "finding_id" VARCHAR NOT NULL,
  "position" INTEGER NOT NULL,
  "role" VARCHAR,
  "document_id" VARCHAR NOT NULL,
  "page" INTEGER NOT NULL,
  "x0" DOUBLE PRECISION,
  "top" DOUBLE PRECISION,
  "x1" DOUBLE PRECISION,
  "bottom" DOUBLE PRECISION,
  "figure_id" VARCHAR,
  "decision_id" VARCHAR,
  "raw" VARCHAR,
  "value" DECIMAL(18,2),
  PRIMARY KEY ("finding_id", "position")
);

CREATE TABLE IF NOT EXISTS avstam.reviews (
  "review_id" VARCHAR NOT NULL,
  "finding_id" VARCHAR,
  "figure_id" VARCHAR,
  "verdict" VARCHAR NOT NULL,
  "corrected_value" DECIMAL(18,2),
  "note" VARCHAR,
  "author" VARCHAR,
  "reviewed_at" TIMESTAMP,
  PRIMARY KEY ("review_id")
);

CREATE TABLE IF NOT EXISTS avstam.subjects (
  "name" VARCHAR NOT NULL,
  "subject" VARCHAR NOT NULL,
  "score" DOUBLE PRECISION,
  "reason" VARCHAR,
  PRIMARY KEY ("name", "subject")
);

CREATE TABLE IF NOT EXISTS avstam.coverage (
  "coverage_id" VARCHAR NOT NULL,
  "entity_id" VARCHAR,
  "kind" VARCHAR,
  "fiscal_year" INTEGER,
  "meeting_date" DATE,
  "paragraph_first" INTEGER,
  "paragraph_last" INTEGER,
  "state" VARCHAR NOT NULL,
  "document_id" VARCHAR,
  "reason" VARCHAR,
  PRIMARY KEY ("coverage_id")
);

CREATE TABLE IF NOT EXISTS avstam.quarantine (
  "content_id" VARCHAR NOT NULL,
  "file_name" VARCHAR NOT NULL,
  "source_path" VARCHAR,
  "reason" VARCHAR NOT NULL,
  "detail" VARCHAR,
  "seen_at" TIMESTAMP,
  PRIMARY KEY ("content_id")
);

CREATE TABLE IF NOT EXISTS avstam.runs (
  "run_id" VARCHAR NOT NULL,
  "started_at" TIMESTAMP,
  "finished_at" TIMESTAMP,
  "command" VARCHAR,
  "version" VARCHAR,
  "files_seen" INTEGER,
  "files_new" INTEGER,
  "files_quarantined" INTEGER,
  "pages" INTEGER,
  "figures" INTEGER,
  "decisions" INTEGER,
  "findings_new" INTEGER,
  "findings_resolved" INTEGER,
  "state" VARCHAR,
  PRIMARY KEY ("run_id")
);

CREATE TABLE IF NOT EXISTS avstam.schema_version (
  "version" INTEGER NOT NULL,
  PRIMARY KEY ("version")
);

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

INSERT INTO avstam.documents VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'aaaa.pdf', 'mapp/a.pdf', 'minutes', '222000-2063', 'Exempelförbundet', '222000-2063', 'Protokoll', 2025, NULL, NULL, '2025-09-22', 'sv', 3, NULL, NULL, FALSE, 'Skrivaren', 'mixed', 1, '2', '2026-02-03 04:05:06', '9f29a681a1d5afbd6b27dd19');

INSERT INTO avstam.documents VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'bbbb.pdf', 'mapp/a.pdf', 'minutes', '222000-2063', 'Exempelförbundet', '222000-2063', 'Protokoll', 2025, NULL, NULL, '2025-09-22', 'sv', 3, NULL, NULL, FALSE, 'Skrivaren', 'mixed', 1, '1', '2026-01-02 03:04:05', '7dadda1421af105730a0a8ed');

INSERT INTO avstam.pages VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, 595.0, 842.0, 0, 'native', 0.98, 2, 1, 'Protokoll
SamCoach', 5, 2, 2, 1, 'read', NULL);

INSERT INTO avstam.pages VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 2, 595.0, 842.0, 0, 'ocr', 0.8, 1, 0, 'Bilaga', 0, 0, 0, 0, 'read', NULL);

INSERT INTO avstam.pages VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 3, 595.0, 842.0, 0, 'empty', 1.0, 0, 0, '', 0, 0, 0, 0, 'failed', 'The page is damaged.');

INSERT INTO avstam.pages VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 1, 595.0, 842.0, 0, 'native', 0.98, 2, 1, 'Protokoll
SamCoach', 5, 2, 2, 1, 'read', NULL);

INSERT INTO avstam.pages VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 2, 595.0, 842.0, 0, 'ocr', 0.8, 1, 0, 'Bilaga', 0, 0, 0, 0, 'read', NULL);

INSERT INTO avstam.pages VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 3, 595.0, 842.0, 0, 'empty', 1.0, 0, 0, '', 0, 0, 0, 0, 'failed', 'The page is damaged.');

INSERT INTO avstam.repairs VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-r', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, 400.0, 300.0, 440.0, 310.0, 'Bilaqa', 'Bilaga', 'lexicon', 0.9);

INSERT INTO avstam.repairs VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-r', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 1, 400.0, 300.0, 440.0, 310.0, 'Bilaqa', 'Bilaga', 'lexicon', 0.9);

INSERT INTO avstam.tables VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-t', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, 50.0, 180.0, 440.0, 250.0, 'Budget', 2, 2, 'tkr', 'budget');

INSERT INTO avstam.tables VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-t', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 1, 50.0, 180.0, 440.0, 250.0, 'Budget', 2, 2, 'tkr', 'budget');

INSERT INTO avstam.cells VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-t', 0, 1, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, 400.0, 180.0, 440.0, 190.0, 'Budget 2025', 'Budget 2025', TRUE, 1, 1);

INSERT INTO avstam.cells VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-t', 1, 0, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, 50.0, 220.0, 120.0, 230.0, 'SamCoach', 'SamCoach', FALSE, 1, 1);

INSERT INTO avstam.cells VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-t', 1, 1, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, 400.0, 220.0, 440.0, 230.0, '-827', '-827', FALSE, 1, 1);

INSERT INTO avstam.cells VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-t', 0, 1, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 1, 400.0, 180.0, 440.0, 190.0, 'Budget 2025', 'Budget 2025', TRUE, 1, 1);

INSERT INTO avstam.cells VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-t', 1, 0, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 1, 50.0, 220.0, 120.0, 230.0, 'SamCoach', 'SamCoach', FALSE, 1, 1);

INSERT INTO avstam.cells VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-t', 1, 1, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 1, 400.0, 220.0, 440.0, 230.0, '-827', '-827', FALSE, 1, 1);

INSERT INTO avstam.figures VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-f1', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '222000-2063', 'activity.individual', 'SamCoach', 'SamCoach', 'Budget 2025', 2025, '2025-01-01', '2025-12-31', 'budget', -828000.00, 'SEK', 1000.0000, '-828000', 1, 400.0, 220.0, 440.0, 230.0, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-t', 1, 1, 'table', 1.0, FALSE, NULL, NULL, FALSE, FALSE, NULL);

INSERT INTO avstam.figures VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-f3', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '222000-2063', 'activity.individual', 'SamCoach', 'SamCoach', 'Budget 2025', 2025, '2025-01-01', '2025-12-31', 'budget', 5.00, 'SEK', 1000.0000, '5', 1, 400.0, 260.0, 440.0, 270.0, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-t', 3, 1, 'table', 1.0, FALSE, NULL, NULL, FALSE, FALSE, NULL);

INSERT INTO avstam.figures VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-f1', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '222000-2063', 'activity.individual', 'SamCoach', 'SamCoach', 'Budget 2025', 2025, '2025-01-01', '2025-12-31', 'budget', -827000.00, 'SEK', 1000.0000, '-827000', 1, 400.0, 220.0, 440.0, 230.0, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-t', 1, 1, 'table', 1.0, FALSE, NULL, NULL, FALSE, FALSE, NULL);

INSERT INTO avstam.figures VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-f2', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '222000-2063', 'activity.individual', 'SamCoach', 'SamCoach', 'Budget 2025', 2025, '2025-01-01', '2025-12-31', 'budget', 16.90, 'percent', 0.1000, '16.9', 1, 400.0, 240.0, 440.0, 250.0, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-t', 2, 1, 'table', 1.0, FALSE, NULL, NULL, FALSE, FALSE, NULL);

INSERT INTO avstam.meetings VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-m', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '222000-2063', 'Styrelsen', '2025-09-22', '09:30:00', NULL, 'Rådhuset', 'Anna Ek', NULL, 'Bo Al, Cia Asp', 50, 61, NULL, NULL, NULL);

INSERT INTO avstam.meetings VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-m', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '222000-2063', 'Styrelsen', '2025-09-22', '09:30:00', NULL, 'Rådhuset', 'Anna Ek', NULL, 'Bo Al, Cia Asp', 50, 61, NULL, NULL, NULL);

INSERT INTO avstam.attendance VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-m', 0, 'Anna Ek', NULL, 'ordförande', TRUE, TRUE, NULL);

INSERT INTO avstam.attendance VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-m', 1, 'Bo Al', NULL, NULL, NULL, NULL, NULL);

INSERT INTO avstam.attendance VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-m', 0, 'Anna Ek', NULL, 'ordförande', TRUE, TRUE, NULL);

INSERT INTO avstam.attendance VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-m', 1, 'Bo Al', NULL, NULL, NULL, NULL, NULL);

INSERT INTO avstam.decisions VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-d', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-m', '2025-09-22', '51', 'Ansökan', 0, 'Styrelsen beviljar 90 000 kr.', '', 'grant', 90000.00, NULL, NULL, NULL, 1, 400.0, 300.0, 440.0, 310.0);

INSERT INTO avstam.decisions VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-d', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-m', '2025-09-22', '51', 'Ansökan', 0, 'Styrelsen beviljar 90 000 kr.', '', 'grant', 90000.00, NULL, NULL, NULL, 1, 400.0, 300.0, 440.0, 310.0);

INSERT INTO avstam.problems VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 0, 'page.failed', 'warning', 3, 'Page 3 could not be read.');

INSERT INTO avstam.problems VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 0, 'page.failed', 'warning', 3, 'Page 3 could not be read.');

INSERT INTO avstam.figures_history VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-f1', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '222000-2063', 'activity.individual', 'SamCoach', 'SamCoach', 'Budget 2025', 2025, '2025-01-01', '2025-12-31', 'budget', -827000.00, 'SEK', 1000.0000, '-827000', 1, 400.0, 220.0, 440.0, 230.0, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-t', 1, 1, 'table', 1.0, FALSE, NULL, NULL, FALSE, FALSE, NULL, '000002');

INSERT INTO avstam.figures_history VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-f2', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '222000-2063', 'activity.individual', 'SamCoach', 'SamCoach', 'Budget 2025', 2025, '2025-01-01', '2025-12-31', 'budget', 16.90, 'percent', 0.1000, '16.9', 1, 400.0, 240.0, 440.0, 250.0, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-t', 2, 1, 'table', 1.0, FALSE, NULL, NULL, FALSE, FALSE, NULL, '000002');

INSERT INTO avstam.checks VALUES ('check-one', 'table.total', 'exact', NULL, NULL, NULL, NULL, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', NULL, 100.00, 100.00, NULL, NULL, NULL, NULL);

INSERT INTO avstam.checks VALUES ('check-two', 'table.total', 'inconsistent', NULL, NULL, NULL, NULL, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', NULL, 100.00, 100.00, NULL, NULL, NULL, NULL);

INSERT INTO avstam.findings VALUES ('finding-one', 'table.total', 'error', 'open', '222000-2063', 2025, NULL, NULL, 'Summan är -1 855 tkr, men raderna ger -1 858 tkr.', 'The total is -1 855 tkr, but the rows give -1 858 tkr.', -1858000.00, -1855000.00, 3000.00, 1000.00, '000001', '000001');

INSERT INTO avstam.findings VALUES ('finding-two', 'table.total', 'error', 'open', '222000-2063', 2025, NULL, NULL, 'Summan är -1 855 tkr, men raderna ger -1 858 tkr.', 'The total is -1 855 tkr, but the rows give -1 858 tkr.', -1858000.00, -1855000.00, 3000.00, 1000.00, '000001', '000001');

INSERT INTO avstam.finding_evidence VALUES ('finding-one', 0, 'total', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, 400.0, 300.0, 440.0, 310.0, NULL, NULL, '-1 855', -1855000.00);

INSERT INTO avstam.finding_evidence VALUES ('finding-one', 1, 'item', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, 400.0, 280.0, 440.0, 290.0, NULL, NULL, '-827', -827000.00);

INSERT INTO avstam.finding_evidence VALUES ('finding-two', 0, 'total', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 1, 400.0, 300.0, 440.0, 310.0, NULL, NULL, '-1 855', -1855000.00);

INSERT INTO avstam.finding_evidence VALUES ('finding-two', 1, 'item', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 1, 400.0, 280.0, 440.0, 290.0, NULL, NULL, '-827', -827000.00);

INSERT INTO avstam.subjects VALUES ('Samcoach', 'SamCoach', 0.95, 'spelling');

INSERT INTO avstam.coverage VALUES ('c', NULL, 'annual_report', 2024, NULL, NULL, NULL, 'missing', NULL, NULL);

INSERT INTO avstam.quarantine VALUES ('q', 'q.pdf', 'q.pdf', 'read.encrypted', 'Locked.', '2026-01-02 03:04:05');

INSERT INTO avstam.runs VALUES ('000001', '2026-01-02 03:04:05', '2026-01-02 03:04:05', 'run', '1', 3, 2, 1, 6, 4, 2, 2, 0, '');

INSERT INTO avstam.runs VALUES ('000002', '2026-02-03 04:05:06', '2026-02-03 04:05:06', 'run', '2', 3, 1, 1, 6, 4, 2, 0, 0, '');

INSERT INTO avstam.schema_version VALUES (1);
