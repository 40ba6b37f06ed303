-- Where posts go, what became of each sending, and the steps of a sending that have been taken.

CREATE TABLE channel (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  network TEXT NOT NULL,
  -- How the members call it: "Mastodon", "Schaukasten am Markt".
  name TEXT NOT NULL,
  -- Under which name visitors find it there, and where.
  account TEXT NOT NULL DEFAULT '',
  account_url TEXT NOT NULL DEFAULT '',
  server TEXT NOT NULL DEFAULT '',
  -- What members decide about this channel, as its network understands it (JSON).
  settings TEXT NOT NULL DEFAULT '{}',
  -- Tokens and keys, sealed for `channel:<id>` (JSON inside).
  secret TEXT NOT NULL DEFAULT '',
  -- What the server said it takes, and when (JSON).
  limits TEXT NOT NULL DEFAULT '{}',
  limits_at BIGINT,
  -- The usage concept that stands before every outside channel.
  purpose TEXT NOT NULL DEFAULT '',
  responsible TEXT NOT NULL DEFAULT '',
  alternative TEXT NOT NULL DEFAULT '',
  review_at BIGINT,
  created_by TEXT,
  created_at BIGINT NOT NULL,
  -- Since when posts go there; what became public before does not follow.
  on_at BIGINT,
  ended_at BIGINT,
  -- Until when the access holds, and of which end people were told last.
  expires_at BIGINT,
  warned_for BIGINT,
  -- Since when the access is known not to hold, and why (a sentence as JSON).
  broken_at BIGINT,
  broken_why TEXT NOT NULL DEFAULT '',
  checked_at BIGINT,
  -- How far the way back was read, as the network counts it.
  heard TEXT NOT NULL DEFAULT '',
  heard_at BIGINT
);
CREATE INDEX channel_consortium ON channel (consortium_id);

-- What is to be done with one post on one channel: shown, corrected, taken back. The rows of one
-- post on one channel are a history, in the order of `turn`; the last ones tell how it stands.
CREATE TABLE delivery (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  channel_id TEXT NOT NULL REFERENCES channel (id),
  turn BIGINT NOT NULL,
  revision_id TEXT NOT NULL REFERENCES revision (id),
  act TEXT NOT NULL,
  state TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  -- When it is tried, or looked for, next; none where nothing happens by itself.
  next_at BIGINT,
  tries BIGINT NOT NULL DEFAULT 0,
  looks BIGINT NOT NULL DEFAULT 0,
  -- How often in a row a process died over it.
  lost BIGINT NOT NULL DEFAULT 0,
  -- Who has it in hand, and until when.
  leased_by TEXT,
  lease_until BIGINT,
  -- Where it stands there: what the network calls it (JSON), and an address for people.
  remote TEXT NOT NULL DEFAULT '',
  remote_url TEXT NOT NULL DEFAULT '',
  -- Why it stands as it stands (a sentence as JSON).
  why TEXT NOT NULL DEFAULT '',
  -- Which pictures went along (ids in JSON), and how many had to stay behind.
  pictures TEXT NOT NULL DEFAULT '[]',
  without BIGINT NOT NULL DEFAULT 0,
  decided_by TEXT,
  -- Of a correction: since when something on a picture that stands there may not be shown any more.
  picture_gone_at BIGINT,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  sent_at BIGINT,
  UNIQUE (post_id, channel_id, turn)
);
CREATE INDEX delivery_channel ON delivery (channel_id, state);
CREATE INDEX delivery_next ON delivery (next_at);
CREATE INDEX delivery_desk ON delivery (consortium_id, state);

-- What a person decided about one post on one channel, whatever the text says: there, or not there.
CREATE TABLE delivery_choice (
  post_id TEXT NOT NULL REFERENCES post (id),
  channel_id TEXT NOT NULL REFERENCES channel (id),
  -- 'in' or 'out'
  choice TEXT NOT NULL,
  person_id TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (post_id, channel_id)
);

-- The steps of one sending (of a delivery, or of an answer): written before a request goes out and
-- after its answer came, so that a process that dies in between does not send twice.
CREATE TABLE sending_step (
  sending_id TEXT NOT NULL,
  step TEXT NOT NULL,
  begun_at BIGINT NOT NULL,
  ended_at BIGINT,
  -- What the network answered, as far as later steps need it (JSON).
  answer TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (sending_id, step)
);
