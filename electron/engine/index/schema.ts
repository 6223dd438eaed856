/** Counted up with every change of the tables: another number means that the index is made anew. */
export const indexVersion = 6

export const tables = `
  CREATE TABLE units (unit TEXT PRIMARY KEY, stamp INTEGER NOT NULL) WITHOUT ROWID;

  CREATE TABLE photos (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    volume TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    imported TEXT NOT NULL,
    taken TEXT,
    file_key TEXT NOT NULL,
    lacks_caption INTEGER NOT NULL,
    lacks_credit INTEGER NOT NULL,
    set_aside INTEGER NOT NULL,
    credit TEXT NOT NULL,
    recompressed INTEGER NOT NULL,
    record TEXT NOT NULL
  );
  CREATE INDEX photos_volume ON photos (volume);
  CREATE INDEX photos_sha256 ON photos (sha256, id, set_aside, taken);
  CREATE INDEX photos_bytes ON photos (bytes);
  CREATE INDEX photos_imported ON photos (set_aside, imported DESC, id DESC);
  CREATE INDEX photos_taken ON photos (set_aside, taken DESC, id DESC);
  CREATE INDEX photos_credit ON photos (credit, imported) WHERE lacks_credit = 0;
  CREATE INDEX photos_recompressed ON photos (set_aside, imported DESC, id DESC) WHERE recompressed;
  CREATE INDEX photos_file ON photos (set_aside, file_key, id);

  -- What pictures look like, by their bytes; NULL for those that are plain or cannot be decoded.
  CREATE TABLE likenesses (sha256 TEXT PRIMARY KEY, likeness TEXT) WITHOUT ROWID;

  CREATE VIRTUAL TABLE photo_text USING fts5 (
    caption, headline, credit, creators, keywords, people, place, file,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  );

  CREATE TABLE fact_uses (
    fact TEXT NOT NULL,
    wording TEXT NOT NULL,
    photo INTEGER NOT NULL,
    PRIMARY KEY (fact, wording, photo)
  ) WITHOUT ROWID;
  CREATE INDEX fact_uses_photo ON fact_uses (photo);

  CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    created TEXT NOT NULL,
    headline TEXT NOT NULL,
    slug TEXT NOT NULL,
    photo_count INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE uses (
    row INTEGER PRIMARY KEY,
    story TEXT NOT NULL,
    photo TEXT NOT NULL,
    place INTEGER NOT NULL
  );
  CREATE UNIQUE INDEX uses_story ON uses (story, place);
  CREATE INDEX uses_photo ON uses (photo);

  CREATE VIRTUAL TABLE printed_text USING fts5 (
    caption, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  );

  PRAGMA user_version = ${indexVersion};
`
