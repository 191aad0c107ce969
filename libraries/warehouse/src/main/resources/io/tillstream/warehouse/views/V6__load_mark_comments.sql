COMMENT ON TABLE load_mark IS 'How far what is delivered has been loaded, by source. The warehouse job begins its looks behind it.';
COMMENT ON COLUMN load_mark.source IS 'The prefix under which the objects lie.';
COMMENT ON COLUMN load_mark.reached IS 'The hour of the newest object that was loaded, unless that is in the future.';
COMMENT ON COLUMN load_mark.swept_at IS 'When everything under the prefix was last looked at.';
