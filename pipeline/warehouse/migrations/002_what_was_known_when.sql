-- Rows say since which run they are known. A row of before is known since the run that wrote its document (or, where it
-- replaced another, since that run); what was replaced was known from the first run on, for all that is known.

UPDATE avstam.documents SET known_from_run = COALESCE(
  (SELECT MAX(r.run_id) FROM avstam.runs r WHERE r.started_at <= documents.ingested_at), '000001');
UPDATE avstam.tables SET known_from_run =
  (SELECT d.known_from_run FROM avstam.documents d WHERE d.document_id = tables.document_id);
UPDATE avstam.meetings SET known_from_run =
  (SELECT d.known_from_run FROM avstam.documents d WHERE d.document_id = meetings.document_id);
UPDATE avstam.decisions SET known_from_run =
  (SELECT d.known_from_run FROM avstam.documents d WHERE d.document_id = decisions.document_id);
UPDATE avstam.figures SET known_from_run = COALESCE(
  (SELECT MAX(h.replaced_in_run) FROM avstam.figures_history h WHERE h.figure_id = figures.figure_id),
  (SELECT d.known_from_run FROM avstam.documents d WHERE d.document_id = figures.document_id));
UPDATE avstam.findings SET known_from_run = first_seen_run;
UPDATE avstam.figures_history SET known_from_run = COALESCE(
  (SELECT MAX(h.replaced_in_run) FROM avstam.figures_history h
   WHERE h.figure_id = figures_history.figure_id AND h.replaced_in_run < figures_history.replaced_in_run), '000001');
