-- Who gets the newsletter of a Verbund and by which proof, and what went out to them.

-- One row for an address in a Verbund. When it ends, the address goes at once; what stays is what
-- proves that it was asked for, confirmed and ended.
CREATE TABLE subscriber (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  address TEXT NOT NULL DEFAULT '',
  -- A mark of the address that needs the key of the installation: it answers "did I ever ask for
  -- this?" without keeping the address.
  address_mark TEXT NOT NULL,
  language TEXT NOT NULL,
  rhythm TEXT NOT NULL,
  -- What opens their own page; the link stands in each letter.
  secret_hash TEXT NOT NULL UNIQUE,
  -- What confirms the address, and until when it does.
  confirm_hash TEXT UNIQUE,
  confirm_until BIGINT,
  -- Which text they agreed to.
  text_mark TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  confirmed_at BIGINT,
  ended_at BIGINT,
  ended_why TEXT NOT NULL DEFAULT ''
);
-- An address is there once in a Verbund while it has not ended.
CREATE UNIQUE INDEX subscriber_address ON subscriber (consortium_id, address_mark) WHERE ended_at IS NULL;
CREATE INDEX subscriber_ended ON subscriber (ended_at);

-- Houses and topics that somebody wants; none means everything.
CREATE TABLE subscriber_choice (
  subscriber_id TEXT NOT NULL REFERENCES subscriber (id),
  kind TEXT NOT NULL,
  target_id TEXT NOT NULL,
  PRIMARY KEY (subscriber_id, target_id)
);

-- The texts that people agreed to, word for word, by a mark of the words.
CREATE TABLE subscriber_text (
  mark TEXT PRIMARY KEY,
  language TEXT NOT NULL,
  words TEXT NOT NULL,
  since_at BIGINT NOT NULL
);

-- One sending: a post at once, or what was collected. `occasion` says what it is the sending of, so
-- that nothing is sent a second time.
CREATE TABLE newsletter_issue (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  channel_id TEXT NOT NULL REFERENCES channel (id),
  rhythm TEXT NOT NULL,
  occasion TEXT NOT NULL UNIQUE,
  -- The last words of a Verbund that ends, instead of posts (JSON).
  farewell TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL,
  -- When a post that went out at once was collected for those who want it later.
  collected_at BIGINT,
  withdrawn_at BIGINT
);
CREATE INDEX newsletter_issue_channel ON newsletter_issue (channel_id, created_at);

CREATE TABLE newsletter_item (
  issue_id TEXT NOT NULL REFERENCES newsletter_issue (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  -- The text by which houses and topic were found when the letters were written.
  revision_id TEXT NOT NULL REFERENCES revision (id),
  -- What the letters say instead of the post's text, where people have worded it.
  wording TEXT,
  PRIMARY KEY (issue_id, post_id)
);

-- One letter to one person: waiting, begun, and what became of it.
CREATE TABLE newsletter_letter (
  issue_id TEXT NOT NULL REFERENCES newsletter_issue (id),
  subscriber_id TEXT NOT NULL REFERENCES subscriber (id),
  consortium_id TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  tries BIGINT NOT NULL DEFAULT 0,
  begun_at BIGINT,
  done_at BIGINT,
  -- sent, refused, unconfirmed, dropped
  outcome TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT '',
  bounced_at BIGINT,
  PRIMARY KEY (issue_id, subscriber_id)
);
CREATE INDEX newsletter_letter_due ON newsletter_letter (done_at, due_at);
CREATE INDEX newsletter_letter_begun ON newsletter_letter (begun_at);
CREATE INDEX newsletter_letter_subscriber ON newsletter_letter (subscriber_id, begun_at);

-- When a channel's posts are collected, and until when they were.
CREATE TABLE newsletter_rhythm (
  channel_id TEXT PRIMARY KEY REFERENCES channel (id),
  -- A slot of `calendar/` (JSON): local time that survives clock changes.
  slot TEXT NOT NULL,
  collected_until BIGINT NOT NULL
);
