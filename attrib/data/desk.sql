-- The database that `attrib index` writes, version 3 (PRAGMA user_version). What a column holds is
-- said beside it; the README has the same in short. Columns may be added under the same version;
-- one that changes its meaning raises it.

-- An article and what it says of itself, as a record's `document` has it.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,   -- by which it is known again: URL, id, path or digest
  document TEXT NOT NULL,     -- id of the document in its records
  path TEXT,
  url TEXT,
  title TEXT,
  subtitle TEXT,
  publisher TEXT,
  published TEXT,             -- ISO 8601 date
  author TEXT,
  dateline TEXT,
  credits TEXT NOT NULL,      -- JSON array of outlets
  story_code TEXT,
  length INTEGER NOT NULL,    -- code points
  text TEXT,                  -- null where only its records were given
  notes TEXT NOT NULL,        -- JSON array, as in `--format json`
  quotations TEXT NOT NULL,   -- the same: the ledger, without what stands in text
  hash TEXT NOT NULL,         -- SHA-256 of the text (of the records, where that is null)
  made_by TEXT NOT NULL,      -- digest of attrib's version, its options and what was given
  indexed TEXT NOT NULL,      -- UTC, ISO 8601
  more TEXT,                  -- JSON of the document's fields that have no column
  facts TEXT NOT NULL         -- what a search is narrowed by, as words (attrib/desk/facts.py)
);
CREATE INDEX articles_publisher ON articles (publisher, published);
CREATE INDEX articles_published ON articles (published, id, publisher);
-- Narrow: found by its number and of few columns, so that a search that looks at many articles reads
-- no row of theirs. The same for records below.
CREATE INDEX articles_narrow ON articles (id, publisher, published);

-- The hash of each text that an article had before.
CREATE TABLE versions (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  title TEXT,
  indexed TEXT NOT NULL,
  replaced TEXT NOT NULL
);
CREATE INDEX versions_article ON versions (article_id);

-- A speaker, joined over all articles by the rules of `attrib speakers`.
CREATE TABLE speakers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,         -- the fullest
  kind TEXT NOT NULL,
  title TEXT,                 -- the commonest
  affiliation TEXT,
  records INTEGER NOT NULL
);
CREATE INDEX speakers_heard ON speakers (records DESC);

-- Every name that a speaker goes by in some article.
CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  speaker_id INTEGER REFERENCES speakers (id),
  records INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0, -- 1 from when it is heard anew until speakers are joined
  UNIQUE (name, kind)
);
CREATE INDEX names_speaker ON names (speaker_id);
CREATE INDEX names_changed ON names (id) WHERE changed;

-- Names that share a key may be one speaker's.
CREATE TABLE name_keys (
  key TEXT NOT NULL,
  name_id INTEGER NOT NULL REFERENCES names (id),
  PRIMARY KEY (key, name_id)
);
CREATE INDEX name_keys_name ON name_keys (name_id);

-- One attribution.
CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  record TEXT NOT NULL,       -- its id in the JSON record
  article_id INTEGER NOT NULL REFERENCES articles (id),
  name_id INTEGER REFERENCES names (id),
  kind TEXT NOT NULL,
  content TEXT NOT NULL,      -- its pieces joined with ` … `
  content_start INTEGER NOT NULL,
  content_end INTEGER NOT NULL,
  cue TEXT,
  cue_class TEXT,
  polarity TEXT,
  source TEXT,
  title TEXT,                 -- the speaker's, in this article
  affiliation TEXT,
  addressee TEXT,
  medium TEXT,
  date TEXT,                  -- when it was said
  place TEXT,
  venue TEXT,
  nested_in TEXT,             -- `record` of the outer one
  confidence REAL NOT NULL,
  pattern TEXT NOT NULL,
  json TEXT NOT NULL,         -- the JSON record without `document`, and without what stands in text
  facts TEXT NOT NULL         -- as those of articles
);
CREATE INDEX records_article ON records (article_id, id, name_id, kind, cue_class);
CREATE INDEX records_name ON records (name_id, id, article_id, kind, cue_class);
CREATE INDEX records_class ON records (cue_class, kind);
CREATE INDEX records_narrow ON records (id, article_id, name_id, kind, cue_class);

-- The chain of a record, one row a link. No table is WITHOUT ROWID: DuckDB counts by the ROWID.
CREATE TABLE links (
  record_id INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,  -- 0 is the first, the publisher where one is known
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);
CREATE INDEX links_outlet ON links (name, record_id, role) WHERE role = 'outlet';

-- Facts stand beside the words, so that FTS5 intersects their lists; short beginnings have lists of
-- their own.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, text, facts, content="articles", content_rowid='id', tokenize='porter unicode61',
  prefix='1 2 3'
);
CREATE VIRTUAL TABLE records_fts USING fts5 (
  content, facts, content="records", content_rowid='id', tokenize='porter unicode61',
  prefix='1 2 3'
);
CREATE VIRTUAL TABLE names_fts USING fts5 (
  name, content="names", content_rowid='id', tokenize='unicode61'
);
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text, facts)
  VALUES (new.id, new.title, new.text, new.facts);
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text, facts)
  VALUES ('delete', old.id, old.title, old.text, old.facts);
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF title, text, facts ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text, facts)
  VALUES ('delete', old.id, old.title, old.text, old.facts);
  INSERT INTO articles_fts (rowid, title, text, facts)
  VALUES (new.id, new.title, new.text, new.facts);
END;
CREATE TRIGGER records_added AFTER INSERT ON records BEGIN
  INSERT INTO records_fts (rowid, content, facts) VALUES (new.id, new.content, new.facts);
END;
CREATE TRIGGER records_removed AFTER DELETE ON records BEGIN
  INSERT INTO records_fts (records_fts, rowid, content, facts)
  VALUES ('delete', old.id, old.content, old.facts);
END;
CREATE TRIGGER names_added AFTER INSERT ON names BEGIN
  INSERT INTO names_fts (rowid, name) VALUES (new.id, new.name);
END;

-- Who said what, with speaker and article: a row a record.
CREATE VIEW quotations AS
SELECT records.id, speakers.name AS speaker, names.name AS named, names.kind AS speaker_kind,
  records.title, records.affiliation, records.kind, records.content, records.cue,
  records.cue_class, records.source, records.confidence, articles.title AS article,
  articles.publisher, articles.published, articles.url,
  (SELECT group_concat(name, ' → ') FROM
    (SELECT name FROM links WHERE record_id = records.id ORDER BY position)) AS chain,
  records.article_id, speakers.id AS speaker_id, records.record
FROM records
JOIN articles ON articles.id = records.article_id
LEFT JOIN names ON names.id = records.name_id
LEFT JOIN speakers ON speakers.id = names.speaker_id;

-- Whom each publisher relies on, and for how many records.
CREATE VIEW carriers AS
SELECT articles.publisher, links.name AS outlet, count(records.id) AS records
FROM links
JOIN records ON records.id = links.record_id
JOIN articles ON articles.id = records.article_id
WHERE links.role = 'outlet'
GROUP BY articles.publisher, links.name;

-- Every speaker under every outlet that carries them.
CREATE VIEW heard AS
SELECT speakers.id AS speaker_id, speakers.name AS speaker, articles.publisher,
  count(records.id) AS records, count(DISTINCT articles.id) AS articles,
  min(articles.published) AS first, max(articles.published) AS last
FROM records
JOIN articles ON articles.id = records.article_id
JOIN names ON names.id = records.name_id
JOIN speakers ON speakers.id = names.speaker_id
GROUP BY speakers.id, articles.publisher;
