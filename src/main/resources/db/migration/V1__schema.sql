-- Everything of ours lives in the schema "yiban"; the engine keeps its own tables in "public".
comment on schema yiban is '医办: cases, people, calendars, decisions';
