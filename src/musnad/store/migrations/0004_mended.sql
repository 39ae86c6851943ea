-- what was put right in a document's text before it was read; unknown for those read before
ALTER TABLE document ADD COLUMN mended VARCHAR;
