-- One portable schema for SQLite and PostgreSQL. Only three types: TEXT, BIGINT, DOUBLE PRECISION.
-- Instants are milliseconds since 1970 UTC; a nullable instant stands where others keep a flag.

CREATE TABLE consortium (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  domain TEXT UNIQUE,
  name TEXT NOT NULL,
  claim TEXT NOT NULL DEFAULT '',
  about TEXT NOT NULL DEFAULT '',
  about_simple TEXT NOT NULL DEFAULT '',
  about_at BIGINT,
  about_simple_at BIGINT,
  netiquette TEXT NOT NULL DEFAULT '',
  imprint TEXT NOT NULL DEFAULT '',
  privacy TEXT NOT NULL DEFAULT '',
  barrier TEXT NOT NULL DEFAULT '',
  accent TEXT NOT NULL,
  zone TEXT NOT NULL,
  languages TEXT NOT NULL,
  mode TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  public_at BIGINT,
  ends_at BIGINT,
  end_reason TEXT NOT NULL DEFAULT '',
  last_number BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 1
);

-- Every slug a Verbund ever had; the old ones lead to it forever.
CREATE TABLE consortium_slug (
  slug TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  since_at BIGINT NOT NULL
);

-- "Hold everything" in a crisis: from when until when nothing new became public.
CREATE TABLE halt (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  from_at BIGINT NOT NULL,
  begun_by TEXT,
  reason TEXT NOT NULL DEFAULT '',
  until_at BIGINT,
  ended_by TEXT
);
CREATE INDEX halt_consortium ON halt (consortium_id, from_at);

-- Who answers together for the joint page (Art. 26 GDPR): a new version whenever that changes.
CREATE TABLE arrangement (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  version BIGINT NOT NULL,
  at BIGINT NOT NULL,
  members TEXT NOT NULL,
  UNIQUE (consortium_id, version)
);

-- Who offers the page, asked for singly (§ 5 DDG, § 18 Abs. 2 MStV); anything else is `consortium.imprint`.
CREATE TABLE imprint (
  consortium_id TEXT PRIMARY KEY REFERENCES consortium (id),
  provider TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  represented_by TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  responsible TEXT NOT NULL DEFAULT ''
);

CREATE TABLE mode_change (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  to_mode TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_houses TEXT NOT NULL DEFAULT '[]',
  proposed_at BIGINT NOT NULL,
  agreed_by TEXT,
  agreed_at BIGINT,
  ended_at BIGINT
);
CREATE INDEX mode_change_consortium ON mode_change (consortium_id, proposed_at);

CREATE TABLE institution (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  slug TEXT NOT NULL,
  kind TEXT NOT NULL,
  official_name TEXT NOT NULL,
  display_name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  isil TEXT NOT NULL DEFAULT '',
  dbs TEXT NOT NULL DEFAULT '',
  gnd TEXT NOT NULL DEFAULT '',
  qid TEXT NOT NULL DEFAULT '',
  carrier_kind TEXT NOT NULL DEFAULT '',
  carrier_name TEXT NOT NULL DEFAULT '',
  regime TEXT NOT NULL DEFAULT '',
  mark TEXT NOT NULL,
  colour TEXT NOT NULL,
  street TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  lat DOUBLE PRECISION,
  lon DOUBLE PRECISION,
  accessibility TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  website TEXT NOT NULL DEFAULT '',
  opening TEXT NOT NULL DEFAULT '',
  opening_note TEXT NOT NULL DEFAULT '',
  about TEXT NOT NULL DEFAULT '',
  capacity_minutes BIGINT NOT NULL DEFAULT 0,
  joined_at BIGINT NOT NULL,
  paused_at BIGINT,
  left_at BIGINT,
  UNIQUE (consortium_id, slug)
);

-- Every slug a house ever had; the old ones lead to it forever.
CREATE TABLE institution_slug (
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  slug TEXT NOT NULL,
  institution_id TEXT NOT NULL REFERENCES institution (id),
  PRIMARY KEY (consortium_id, slug)
);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sign_in_name TEXT UNIQUE,
  email TEXT UNIQUE,
  email_confirmed_at BIGINT,
  language TEXT NOT NULL DEFAULT 'de',
  password_hash TEXT,
  totp_secret TEXT,
  totp_last_step BIGINT,
  away_until BIGINT,
  operator_since BIGINT,
  created_at BIGINT NOT NULL,
  ended_at BIGINT
);

CREATE TABLE membership (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  institution_id TEXT REFERENCES institution (id),
  role TEXT NOT NULL,
  since_at BIGINT NOT NULL,
  until_at BIGINT,
  ended_at BIGINT
);
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_consortium ON membership (consortium_id);

CREATE TABLE invitation (
  id TEXT PRIMARY KEY,
  code_hash TEXT NOT NULL UNIQUE,
  consortium_id TEXT REFERENCES consortium (id),
  institution_id TEXT REFERENCES institution (id),
  role TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  places BIGINT NOT NULL DEFAULT 1,
  taken BIGINT NOT NULL DEFAULT 0,
  member_until_at BIGINT,
  created_by TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT
);

-- One-time codes: an e-mail link, or a code that the coordinator hands over when all else is lost.
CREATE TABLE sign_in_code (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  code_hash TEXT NOT NULL UNIQUE,
  created_by TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);

CREATE TABLE passkey (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  name TEXT NOT NULL,
  credential TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT
);
CREATE INDEX passkey_person ON passkey (person_id);

-- What a sign-in or a registration has begun and not yet finished; any process can finish it.
CREATE TABLE ceremony (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  person_id TEXT,
  state TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  agent TEXT NOT NULL DEFAULT '',
  shared_at BIGINT,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX session_person ON session (person_id);

-- How often something was tried, so that guessing stays slow whichever process is asked.
CREATE TABLE attempt (
  subject TEXT NOT NULL,
  window_at BIGINT NOT NULL,
  count BIGINT NOT NULL,
  PRIMARY KEY (subject, window_at)
);

CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  consortium_id TEXT,
  at BIGINT NOT NULL,
  person_id TEXT,
  act TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_consortium ON audit (consortium_id, at);

CREATE TABLE topic (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  intro TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL,
  ended_at BIGINT,
  UNIQUE (consortium_id, slug)
);

CREATE TABLE series (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  title TEXT NOT NULL,
  slot TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL,
  ended_at BIGINT
);

-- `original` is the file's ending; `sizes` is JSON: which files have been made, and in which folder.
CREATE TABLE picture (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  uploaded_by TEXT,
  institution_id TEXT,
  created_at BIGINT NOT NULL,
  file_name TEXT NOT NULL DEFAULT '',
  original TEXT NOT NULL DEFAULT 'png',
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  colour TEXT NOT NULL DEFAULT '',
  sizes TEXT NOT NULL DEFAULT '',
  alt TEXT NOT NULL DEFAULT '',
  decorative_at BIGINT,
  caption TEXT NOT NULL DEFAULT '',
  licence TEXT NOT NULL DEFAULT '',
  credit TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  focus_x DOUBLE PRECISION NOT NULL DEFAULT 0.5,
  focus_y DOUBLE PRECISION NOT NULL DEFAULT 0.5,
  persons_at BIGINT,
  ready_at BIGINT,
  withdrawn_at BIGINT
);
CREATE INDEX picture_consortium ON picture (consortium_id, created_at);

-- `agreements` is JSON: who said yes in which role, and when. `channels` are codes with commas.
CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  subject TEXT NOT NULL,
  age_class TEXT NOT NULL,
  agreements TEXT NOT NULL DEFAULT '[]',
  purpose TEXT NOT NULL DEFAULT '',
  channels TEXT NOT NULL DEFAULT '',
  ends_at BIGINT,
  recorded_by TEXT,
  recorded_at BIGINT NOT NULL,
  withdrawn_at BIGINT
);
CREATE INDEX consent_consortium ON consent (consortium_id, recorded_at);

CREATE TABLE consent_picture (
  consent_id TEXT NOT NULL REFERENCES consent (id),
  picture_id TEXT NOT NULL REFERENCES picture (id),
  PRIMARY KEY (consent_id, picture_id)
);
CREATE INDEX consent_picture_picture ON consent_picture (picture_id);

-- What the history of a post comes to, written together with each step of it so that lists and
-- public pages need not read histories. `state` holds until `turns_at`, then it is `turns_to`.
CREATE TABLE post (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  number BIGINT NOT NULL,
  created_by TEXT,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  head_revision_id TEXT,
  title TEXT NOT NULL DEFAULT '',
  -- Title and text of the newest version in small letters, as a search compares them.
  sought TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'draft',
  turns_at BIGINT,
  turns_to TEXT,
  due_at BIGINT,
  live_revision_id TEXT,
  next_revision_id TEXT,
  opens_at BIGINT,
  first_public_at BIGINT,
  hidden_at BIGINT,
  archived_at BIGINT,
  UNIQUE (consortium_id, number)
);
CREATE INDEX post_due ON post (consortium_id, due_at);
CREATE INDEX post_public ON post (consortium_id, first_public_at);
CREATE INDEX post_opens ON post (consortium_id, opens_at);
CREATE INDEX post_changed ON post (consortium_id, changed_at);
-- In the order in which the public reads.
CREATE INDEX post_since ON post (consortium_id, COALESCE(first_public_at, opens_at));

-- A version of a post's text; it never changes. Every save while typing makes one; those between
-- two pauses of one writer are thinned out a day later.
CREATE TABLE revision (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES post (id),
  seq BIGINT NOT NULL,
  parent_id TEXT,
  client TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  topic_id TEXT,
  written_by TEXT,
  created_at BIGINT NOT NULL,
  UNIQUE (post_id, seq)
);
CREATE INDEX revision_topic ON revision (topic_id);

CREATE TABLE revision_house (
  revision_id TEXT NOT NULL REFERENCES revision (id),
  institution_id TEXT NOT NULL REFERENCES institution (id),
  PRIMARY KEY (revision_id, institution_id)
);
CREATE INDEX revision_house_institution ON revision_house (institution_id);

CREATE TABLE revision_picture (
  revision_id TEXT NOT NULL REFERENCES revision (id),
  picture_id TEXT NOT NULL REFERENCES picture (id),
  PRIMARY KEY (revision_id, picture_id)
);
CREATE INDEX revision_picture_picture ON revision_picture (picture_id);

-- What somebody typed while another one had saved: kept until it is merged.
CREATE TABLE side_copy (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES post (id),
  person_id TEXT NOT NULL,
  client TEXT NOT NULL DEFAULT '',
  base_revision_id TEXT,
  content TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  merged_at BIGINT
);
CREATE INDEX side_copy_post ON side_copy (post_id);

-- The history of a post: dated facts with a name. Everything else about its state follows from them.
CREATE TABLE step (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES post (id),
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  person_id TEXT,
  institution_id TEXT,
  act TEXT NOT NULL,
  UNIQUE (post_id, seq)
);

-- Who was asked to sign off, as the first screen and the fair order ask for them.
CREATE TABLE ask (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL,
  post_id TEXT NOT NULL REFERENCES post (id),
  institution_id TEXT,
  person_id TEXT,
  asked_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX ask_post ON ask (post_id);
CREATE INDEX ask_institution ON ask (institution_id, asked_at);

CREATE TABLE message (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES post (id),
  person_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  body TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX message_post ON message (post_id, at);

CREATE TABLE mention (
  message_id TEXT NOT NULL REFERENCES message (id),
  person_id TEXT NOT NULL,
  seen_at BIGINT,
  PRIMARY KEY (message_id, person_id)
);
CREATE INDEX mention_person ON mention (person_id, seen_at);

-- A barrier that somebody met, and the case that follows. `language` is the reporter's; `reminders`
-- counts how often those responsible were reminded; `forgotten_at` is when the address was deleted.
CREATE TABLE barrier_report (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  number BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  language TEXT NOT NULL DEFAULT 'de',
  page TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL,
  reply_to TEXT NOT NULL DEFAULT '',
  institution_id TEXT REFERENCES institution (id),
  person_id TEXT REFERENCES person (id),
  begun_at BIGINT,
  interim_at BIGINT,
  answered_at BIGINT,
  answered_by TEXT,
  answer TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  reminders BIGINT NOT NULL DEFAULT 0,
  forgotten_at BIGINT,
  UNIQUE (consortium_id, number)
);

-- What a Verbund says about its own accessibility (§ 10b BGG NRW). `gaps` is JSON: what is not
-- accessible, why, and what there is instead.
CREATE TABLE barrier_statement (
  consortium_id TEXT PRIMARY KEY REFERENCES consortium (id),
  conformity TEXT NOT NULL,
  assessed TEXT NOT NULL,
  gaps TEXT NOT NULL DEFAULT '[]',
  office TEXT NOT NULL DEFAULT '',
  made_at BIGINT NOT NULL,
  reviewed_at BIGINT NOT NULL
);

CREATE TABLE mail (
  id TEXT PRIMARY KEY,
  consortium_id TEXT,
  person_id TEXT,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  sent_at BIGINT,
  failed_at BIGINT,
  attempts BIGINT NOT NULL DEFAULT 0,
  last_error TEXT NOT NULL DEFAULT ''
);

-- What happens later, by itself. A job is written in the transaction that makes it necessary.
CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  unique_key TEXT UNIQUE,
  payload TEXT NOT NULL,
  run_at BIGINT NOT NULL,
  lease_until BIGINT,
  leased_by TEXT,
  attempts BIGINT NOT NULL DEFAULT 0,
  -- How often it was begun in a row without an end.
  lost BIGINT NOT NULL DEFAULT 0,
  done_at BIGINT,
  failed_at BIGINT,
  last_error TEXT NOT NULL DEFAULT ''
);
CREATE INDEX job_due ON job (done_at, failed_at, run_at);

-- One row: what was sealed with the key of the first start.
CREATE TABLE installation (
  id BIGINT PRIMARY KEY,
  key_probe TEXT NOT NULL
);

-- One row where the contents are the demo's: invented, and open to everybody with one click.
CREATE TABLE demo (
  filled_at BIGINT PRIMARY KEY
);
