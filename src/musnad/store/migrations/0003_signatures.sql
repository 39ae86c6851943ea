-- what a group was made of, so that one that stays as it is need not be written again; unknown in a store of before
ALTER TABLE event ADD COLUMN signature BIGINT;
ALTER TABLE matter ADD COLUMN signature BIGINT;
ALTER TABLE figure_group ADD COLUMN signature BIGINT;
ALTER TABLE story ADD COLUMN signature BIGINT;
