-- events by component; keys as numbers; what is made of a document kept until the story has it
DROP TABLE event_report;
DROP TABLE event;
DROP TABLE entity_use;
DROP TABLE document_node;
DROP TABLE node_key;
CREATE TABLE event_report (
    ref VARCHAR, document VARCHAR, record VARCHAR, event VARCHAR, component VARCHAR, block VARCHAR, type VARCHAR, mode VARCHAR,
    sources VARCHAR[], targets VARCHAR[], time VARCHAR, factuality VARCHAR, confidence DOUBLE, trigger_text VARCHAR,
    start_at INTEGER, end_at INTEGER, outlet VARCHAR, published VARCHAR, node BLOB
);
CREATE TABLE event (
    id VARCHAR, component VARCHAR, type VARCHAR, mode VARCHAR, date VARCHAR, date_end VARCHAR, precision VARCHAR, status VARCHAR,
    sources VARCHAR[], targets VARCHAR[], parties VARCHAR[], location VARCHAR, first_published VARCHAR, last_published VARCHAR,
    outlets VARCHAR[], reports INTEGER, documents INTEGER, independent_sources INTEGER, confidence DOUBLE, body BLOB
);
CREATE TABLE entity_use (
    document VARCHAR, entity VARCHAR, kind VARCHAR, name VARCHAR, name_ar VARCHAR, code VARCHAR, wikidata VARCHAR, published VARCHAR
);
CREATE TABLE entity_key (document VARCHAR, entity VARCHAR, key BIGINT);
CREATE TABLE document_node (document VARCHAR, component VARCHAR, day INTEGER, marks INTEGER, node BLOB);
-- what candidates for one group share; kind is event_report, claim, quantity or document_node
CREATE TABLE node_key (kind VARCHAR, key BIGINT, ref VARCHAR, day INTEGER, document VARCHAR);
-- the entities of documents whose nodes stand ready to be joined
CREATE TABLE kept_use (document VARCHAR, body BLOB);
-- a store of before is resolved again
DELETE FROM claim;
DELETE FROM quantity;
DELETE FROM link;
DELETE FROM fingerprint;
DELETE FROM matter;
DELETE FROM figure_group;
DELETE FROM entity;
DELETE FROM entity_member;
DELETE FROM passage;
DELETE FROM story;
UPDATE document SET pending = true;
