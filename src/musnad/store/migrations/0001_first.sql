CREATE TABLE document (
    id VARCHAR PRIMARY KEY, uri VARCHAR, outlet VARCHAR, title VARCHAR, published VARCHAR, published_basis VARCHAR,
    language VARCHAR, characters INTEGER, version VARCHAR, added TIMESTAMP, pending BOOLEAN NOT NULL
);
CREATE TABLE annotation (document VARCHAR PRIMARY KEY, body BLOB NOT NULL);

-- what was read, one row a record
CREATE TABLE mention (document VARCHAR, id VARCHAR, start_at INTEGER, end_at INTEGER, text VARCHAR, kind VARCHAR, entity VARCHAR);
CREATE TABLE event_report (
    ref VARCHAR, document VARCHAR, record VARCHAR, event VARCHAR, block VARCHAR, type VARCHAR, mode VARCHAR,
    sources VARCHAR[], targets VARCHAR[], time VARCHAR, factuality VARCHAR, confidence DOUBLE, trigger_text VARCHAR,
    start_at INTEGER, end_at INTEGER, outlet VARCHAR, published VARCHAR, node BLOB
);
CREATE TABLE claim (
    ref VARCHAR, document VARCHAR, record VARCHAR, matter VARCHAR, component VARCHAR, speaker VARCHAR, stance VARCHAR,
    position VARCHAR, content VARCHAR, start_at INTEGER, end_at INTEGER, outlet VARCHAR, published VARCHAR, day INTEGER, node BLOB
);
CREATE TABLE quantity (
    ref VARCHAR, document VARCHAR, record VARCHAR, figures VARCHAR, component VARCHAR, value DOUBLE, unit VARCHAR,
    comparator VARCHAR, text VARCHAR, start_at INTEGER, end_at INTEGER, outlet VARCHAR, published VARCHAR, day INTEGER, node BLOB
);
CREATE TABLE link (
    ref VARCHAR, document VARCHAR, record VARCHAR, kind VARCHAR, polarity VARCHAR, cue VARCHAR, from_text VARCHAR, to_text VARCHAR, body BLOB
);
CREATE TABLE entity_use (document VARCHAR, entity VARCHAR, kind VARCHAR, name VARCHAR, name_ar VARCHAR, code VARCHAR, mentions INTEGER, keys VARCHAR[], body BLOB);
CREATE TABLE document_node (document VARCHAR, component VARCHAR, day INTEGER, node BLOB);
-- what candidates for one group share; kind is claim, quantity or document
CREATE TABLE node_key (kind VARCHAR, key VARCHAR, ref VARCHAR, day INTEGER, document VARCHAR);
CREATE TABLE fingerprint (document VARCHAR, value BIGINT, word INTEGER, start_at INTEGER, end_at INTEGER);

-- the story
CREATE TABLE event (
    id VARCHAR, block VARCHAR, type VARCHAR, mode VARCHAR, date VARCHAR, date_end VARCHAR, precision VARCHAR, status VARCHAR,
    sources VARCHAR[], targets VARCHAR[], parties VARCHAR[], location VARCHAR, first_published VARCHAR, last_published VARCHAR,
    outlets VARCHAR[], reports INTEGER, documents INTEGER, independent_sources INTEGER, confidence DOUBLE, body BLOB
);
CREATE TABLE matter (
    id VARCHAR, component VARCHAR, label VARCHAR, topic VARCHAR, status VARCHAR, asserted_by VARCHAR[], denied_by VARCHAR[],
    since VARCHAR, last VARCHAR, statements INTEGER, documents INTEGER, independent_sources INTEGER, body BLOB
);
CREATE TABLE figure_group (
    id VARCHAR, component VARCHAR, unit VARCHAR, label VARCHAR, alignment VARCHAR, low DOUBLE, high DOUBLE,
    figures INTEGER, documents INTEGER, independent_sources INTEGER, body BLOB
);
CREATE TABLE entity (id VARCHAR, kind VARCHAR, name VARCHAR, name_ar VARCHAR, code VARCHAR, mentions INTEGER, documents INTEGER, body BLOB);
CREATE TABLE entity_member (entity VARCHAR, story_entity VARCHAR, reason BLOB);
CREATE TABLE passage (
    id VARCHAR, original VARCHAR, copy VARCHAR, copy_start INTEGER, copy_end INTEGER, similarity DOUBLE, whole BOOLEAN, body BLOB
);
CREATE TABLE story (id VARCHAR, component VARCHAR, label VARCHAR, first VARCHAR, last VARCHAR, documents INTEGER, body BLOB);

-- what people decided
CREATE TABLE judgement (
    id VARCHAR PRIMARY KEY, target VARCHAR, verdict VARCHAR, author VARCHAR, made VARCHAR, note VARCHAR, undone VARCHAR, body BLOB
);
