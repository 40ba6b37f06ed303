-- Our own actors in the Fediverse, who follows them, and what other servers send.

-- An actor never changes its id nor its handle; a new handle is a new actor.
CREATE TABLE actor (
  id TEXT PRIMARY KEY,
  -- consortium, house, or installation.
  kind TEXT NOT NULL,
  consortium_id TEXT REFERENCES consortium (id),
  institution_id TEXT REFERENCES institution (id),
  handle TEXT NOT NULL,
  -- Addresses of accounts elsewhere that are the same (JSON), so that their followers may move in.
  also_known_as TEXT NOT NULL DEFAULT '[]',
  -- Where its followers were sent, and which actor of ours came after it, where one did.
  moved_to TEXT NOT NULL DEFAULT '',
  moved_at BIGINT,
  successor_id TEXT,
  -- What its followers were last told about it (a fingerprint of its document).
  told TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL
);
CREATE INDEX actor_consortium ON actor (consortium_id, kind);
CREATE INDEX actor_institution ON actor (institution_id);

-- Every handle that was ever given out; none is given out twice.
CREATE TABLE handle (
  name TEXT PRIMARY KEY,
  actor_id TEXT NOT NULL REFERENCES actor (id),
  taken_at BIGINT NOT NULL
);

CREATE TABLE actor_key (
  id TEXT PRIMARY KEY,
  actor_id TEXT NOT NULL REFERENCES actor (id),
  -- PKCS#8 PEM, sealed for `actor-key:<id>`.
  secret TEXT NOT NULL,
  public_pem TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  retired_at BIGINT
);
CREATE INDEX actor_key_actor ON actor_key (actor_id, created_at);

-- Actors of other servers, as they were last read.
CREATE TABLE remote_actor (
  id TEXT PRIMARY KEY,
  host TEXT NOT NULL,
  handle TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  inbox TEXT NOT NULL,
  shared_inbox TEXT NOT NULL DEFAULT '',
  key_id TEXT NOT NULL DEFAULT '',
  public_pem TEXT NOT NULL DEFAULT '',
  moved_to TEXT NOT NULL DEFAULT '',
  read_at BIGINT NOT NULL,
  gone_at BIGINT
);
CREATE INDEX remote_actor_key ON remote_actor (key_id);

-- Who follows which of our actors; the people behind it are shown to nobody.
CREATE TABLE follower (
  actor_id TEXT NOT NULL REFERENCES actor (id),
  remote_id TEXT NOT NULL REFERENCES remote_actor (id),
  -- The id of their Follow.
  follow_id TEXT NOT NULL,
  since_at BIGINT NOT NULL,
  PRIMARY KEY (actor_id, remote_id)
);
CREATE INDEX follower_remote ON follower (remote_id);

-- In whose name a post was first said; it stays so, whatever voice is chosen later.
CREATE TABLE spoken (
  post_id TEXT PRIMARY KEY REFERENCES post (id),
  speaker_id TEXT NOT NULL REFERENCES actor (id),
  sharer_id TEXT REFERENCES actor (id),
  since_at BIGINT NOT NULL
);

-- What other servers sent, as it came; emptied when it was read, and forgotten after some days.
CREATE TABLE received (
  id TEXT PRIMARY KEY,
  -- Of the whole message: the same twice is kept once.
  fingerprint TEXT NOT NULL UNIQUE,
  activity_id TEXT NOT NULL,
  actor TEXT NOT NULL,
  host TEXT NOT NULL,
  path TEXT NOT NULL,
  headers TEXT NOT NULL,
  body TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  tries BIGINT NOT NULL DEFAULT 0,
  next_at BIGINT,
  done_at BIGINT,
  -- What became of it, in a word.
  outcome TEXT NOT NULL DEFAULT ''
);
CREATE INDEX received_next ON received (next_at, received_at);
CREATE INDEX received_activity ON received (activity_id, actor);
CREATE INDEX received_host ON received (host, next_at);

-- Whose the things are that came back to us: only they take them back.
CREATE TABLE remote_object (
  id TEXT NOT NULL,
  consortium_id TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- The post of ours it is about, where it is about one.
  post_id TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (id, consortium_id)
);
CREATE INDEX remote_object_actor ON remote_object (actor);
CREATE INDEX remote_object_post ON remote_object (post_id, kind);
