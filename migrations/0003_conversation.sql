-- What people answer anywhere, and what became of it.

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  number BIGINT NOT NULL,
  -- A network's code, or `site` for the form of the Verbund's own pages.
  network TEXT NOT NULL,
  channel_id TEXT,
  -- As what it began: reply, mention, direct, report, question.
  kind TEXT NOT NULL,
  post_id TEXT,
  -- Below what it stands there, and who began it: the same two are the same conversation.
  root TEXT NOT NULL DEFAULT '',
  author_id TEXT NOT NULL DEFAULT '',
  -- The house it concerns, and how that was found; none is the Verbund itself.
  institution_id TEXT,
  routed_by TEXT NOT NULL DEFAULT '',
  -- Who is to answer, and by when.
  person_id TEXT,
  due_at BIGINT,
  half_at BIGINT,
  -- For which due time the two reminders were written, and which arrivals have been told.
  half_told_for BIGINT,
  due_told_for BIGINT,
  told_at BIGINT,
  begun_at BIGINT NOT NULL,
  heard_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  -- How much more came than is kept, because it came as a flood.
  unkept BIGINT NOT NULL DEFAULT 0,
  closed_at BIGINT,
  closed_by TEXT,
  -- The conversation it turned out to be a part of.
  joined_to TEXT,
  forgotten_at BIGINT,
  UNIQUE (consortium_id, number)
);
CREATE INDEX conversation_open ON conversation (consortium_id, closed_at, due_at);
CREATE INDEX conversation_root ON conversation (consortium_id, network, root);
CREATE INDEX conversation_post ON conversation (post_id);

-- What was said in a conversation, by visitors and by us, in the order in which it was said.
CREATE TABLE utterance (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  consortium_id TEXT NOT NULL,
  network TEXT NOT NULL,
  -- reply, mention, direct, report, question; `answer` is ours.
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
  author_host TEXT NOT NULL DEFAULT '',
  -- Of ours: who wrote it, in whose voice (none: the Verbund's), what it answers, how its sending
  -- stands and why (a sentence as JSON), and when it is tried again.
  person_id TEXT,
  institution_id TEXT,
  answers_id TEXT,
  letter_id TEXT,
  state TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT '',
  next_at BIGINT,
  sent_at BIGINT,
  text TEXT NOT NULL,
  -- How many characters at its end are not kept.
  cut BIGINT NOT NULL DEFAULT 0,
  language TEXT NOT NULL DEFAULT '',
  at BIGINT NOT NULL,
  taken_at BIGINT NOT NULL,
  edited_at BIGINT,
  removed_at BIGINT,
  hidden_at BIGINT,
  hidden_by TEXT,
  hidden_why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX utterance_conversation ON utterance (conversation_id, at);
CREATE UNIQUE INDEX utterance_remote ON utterance (consortium_id, network, remote_id) WHERE remote_id <> '';
CREATE INDEX utterance_parent ON utterance (consortium_id, network, in_reply_to);
CREATE INDEX utterance_author ON utterance (consortium_id, author_id, taken_at);
CREATE INDEX utterance_host ON utterance (consortium_id, author_host, taken_at);

-- What is remembered only by a mark (a hash of what its network calls it): likes and shares, counted
-- for their post; what was gone before it came; what a flood brought. No names.
CREATE TABLE trace (
  consortium_id TEXT NOT NULL,
  network TEXT NOT NULL,
  mark TEXT NOT NULL,
  kind TEXT NOT NULL,
  post_id TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (consortium_id, network, mark)
);
CREATE INDEX trace_post ON trace (post_id, kind);
CREATE INDEX trace_at ON trace (kind, at);

-- What the people inside did with a conversation: assigned, handed over, noted, closed, reopened.
CREATE TABLE conversation_act (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  consortium_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  person_id TEXT,
  act TEXT NOT NULL,
  -- Who or which house it went to (none: the Verbund), and what was said about it.
  to_person TEXT,
  to_house TEXT,
  word TEXT NOT NULL DEFAULT '',
  -- How the conversation stood before, so that it can be undone (JSON), and that it was.
  before TEXT NOT NULL DEFAULT '',
  undone_at BIGINT
);
CREATE INDEX conversation_act_of ON conversation_act (conversation_id, at);

-- What somebody has typed and not sent.
CREATE TABLE answer_draft (
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  person_id TEXT NOT NULL,
  text TEXT NOT NULL,
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, person_id)
);

-- Answers that are needed again and again.
CREATE TABLE saved_reply (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  created_by TEXT,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX saved_reply_of ON saved_reply (consortium_id);

-- For what reasons something may be hidden; a Verbund without any has the usual ones.
CREATE TABLE hiding_reason (
  id TEXT PRIMARY KEY,
  consortium_id TEXT NOT NULL REFERENCES consortium (id),
  name TEXT NOT NULL,
  place BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX hiding_reason_of ON hiding_reason (consortium_id);

-- Who hid, showed, blocked or let in again what, when, and why. It outlives the texts.
CREATE TABLE moderation (
  id TEXT PRIMARY KEY,
  -- None is the whole installation.
  consortium_id TEXT,
  at BIGINT NOT NULL,
  person_id TEXT,
  act TEXT NOT NULL,
  conversation_id TEXT,
  utterance_id TEXT,
  -- Whom it concerned: what people there call them, or a host; and where it stood.
  subject TEXT NOT NULL DEFAULT '',
  remote_url TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL
);
CREATE INDEX moderation_of ON moderation (consortium_id, at);

-- Authors and hosts of whom nothing is taken in.
CREATE TABLE block (
  id TEXT PRIMARY KEY,
  -- None is the whole installation.
  consortium_id TEXT,
  -- An author of one network, or a whole host in all of them.
  network TEXT NOT NULL DEFAULT '',
  author_id TEXT NOT NULL DEFAULT '',
  author_handle TEXT NOT NULL DEFAULT '',
  host TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL,
  -- The list it came with, so that a whole list can be taken back.
  list_id TEXT,
  created_by TEXT,
  created_at BIGINT NOT NULL,
  ended_at BIGINT,
  ended_by TEXT
);
CREATE INDEX block_author ON block (network, author_id);
CREATE INDEX block_host ON block (host);
CREATE INDEX block_list ON block (list_id);

-- What belongs to a question asked on the Verbund's own pages: how to answer it, and what was agreed
-- to. It goes with the texts.
CREATE TABLE question (
  conversation_id TEXT PRIMARY KEY REFERENCES conversation (id),
  consortium_id TEXT NOT NULL,
  email TEXT NOT NULL DEFAULT '',
  -- With it the asker takes the question back (a hash).
  secret_hash TEXT NOT NULL,
  consent_version TEXT NOT NULL,
  consent_text TEXT NOT NULL,
  consented_at BIGINT NOT NULL,
  withdrawn_at BIGINT
);
CREATE UNIQUE INDEX question_secret ON question (secret_hash);

-- What a Verbund has decided about answering: within how many working days.
CREATE TABLE answering (
  consortium_id TEXT PRIMARY KEY REFERENCES consortium (id),
  days BIGINT NOT NULL
);
