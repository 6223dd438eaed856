/** Counted up with every change of the tables: another number means that the index is made anew. */
export const indexVersion = 10

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
    headline_key TEXT NOT NULL,
    -- 1 in use, 2 set aside, 3 in the trash.
    state INTEGER NOT NULL,
    credit TEXT NOT NULL,
    record TEXT NOT NULL
  );
  CREATE INDEX photos_volume ON photos (volume);
  CREATE INDEX photos_sha256 ON photos (sha256, id, state, taken);
  CREATE INDEX photos_bytes ON photos (bytes);
  CREATE INDEX photos_imported ON photos (state, imported DESC, id DESC);
  CREATE INDEX photos_taken ON photos (state, taken DESC, id DESC);
  CREATE INDEX photos_credit ON photos (credit, imported) WHERE credit <> '';
  CREATE INDEX photos_file ON photos (state, file_key, id);
  CREATE INDEX photos_headline ON photos (state, headline_key, id);

  -- What pictures look like, by their bytes; NULL for those that are plain or cannot be decoded.
  CREATE TABLE likenesses (sha256 TEXT PRIMARY KEY, likeness TEXT) WITHOUT ROWID;
  -- Photos whose bytes have no row there.
  CREATE TABLE unseen (row INTEGER PRIMARY KEY);

  -- What photos are searched by, see text/searchable.
  CREATE TABLE texts (row INTEGER PRIMARY KEY, text TEXT NOT NULL, facets TEXT NOT NULL);
  -- Which rows have a term, see rows/postings.
  CREATE TABLE postings (term TEXT NOT NULL, block INTEGER NOT NULL, rows BLOB NOT NULL, PRIMARY KEY (term, block)) WITHOUT ROWID;
  -- Values of facets, see rows/dictionary.
  CREATE TABLE facet_values (code INTEGER PRIMARY KEY, facet INTEGER NOT NULL, value TEXT NOT NULL, UNIQUE (facet, value));
  -- The columns of a block of rows as they were kept last, and the blocks that have changed since.
  CREATE TABLE kept_columns (block INTEGER PRIMARY KEY, columns BLOB NOT NULL);
  CREATE TABLE changed_blocks (block INTEGER PRIMARY KEY);
  CREATE TABLE totals (state INTEGER PRIMARY KEY, photos INTEGER NOT NULL);
  CREATE TABLE collections (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE collection_photos (photo TEXT NOT NULL, collection TEXT NOT NULL, PRIMARY KEY (photo, collection)) WITHOUT ROWID;
  CREATE INDEX collection_photos_collection ON collection_photos (collection);

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
    place INTEGER NOT NULL,
    -- The caption printed with this use; NULL where it is the photo's own.
    printed TEXT
  );
  CREATE UNIQUE INDEX uses_story ON uses (story, place);
  CREATE INDEX uses_photo ON uses (photo);

  CREATE VIRTUAL TABLE printed_text USING fts5 (
    caption, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  );

  PRAGMA user_version = ${indexVersion};
`
