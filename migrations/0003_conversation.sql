-- What people answer anywhere, and what became of it.

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  number BIGINT NOT NULL,
  channel_id TEXT,
  network TEXT NOT NULL,
  post_id TEXT,
  -- The house it concerns, and who is to answer by when.
  institution_id TEXT,
  person_id TEXT,
  due_at BIGINT,
  begun_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  closed_at BIGINT,
  closed_by TEXT,
  UNIQUE (consortium_id, number)
);
CREATE INDEX conversation_open ON conversation (consortium_id, closed_at, due_at);

-- What was said in a conversation, by visitors and by us, in the order in which it was said.
CREATE TABLE utterance (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  consortium_id TEXT NOT NULL,
  network TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- What its network calls it; empty for an answer of ours that has not gone out.
  remote_id TEXT NOT NULL DEFAULT '',
  remote_url TEXT NOT NULL DEFAULT '',
  in_reply_to TEXT NOT NULL DEFAULT '',
  handle TEXT NOT NULL DEFAULT '',
  author_id TEXT NOT NULL DEFAULT '',
  author_name TEXT NOT NULL DEFAULT '',
  author_handle TEXT NOT NULL DEFAULT '',
  author_url TEXT NOT NULL DEFAULT '',
  -- Of ours: who wrote it, and how its sending stands.
  person_id TEXT,
  institution_id TEXT,
  state TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  language TEXT NOT NULL DEFAULT '',
  at BIGINT NOT NULL,
  edited_at BIGINT,
  removed_at BIGINT
);
CREATE INDEX utterance_conversation ON utterance (conversation_id, at);
CREATE INDEX utterance_remote ON utterance (consortium_id, network, remote_id);
