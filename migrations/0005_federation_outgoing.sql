-- What goes out into the Fediverse: each activity once, whom it is for, and one row for each inbox.

CREATE TABLE outgoing_activity (
  -- Sorts by age: what one actor says is delivered in this order.
  id TEXT PRIMARY KEY,
  -- What the network calls it; said again with the same id, it is the same.
  activity_id TEXT NOT NULL UNIQUE,
  -- The actor that signs.
  signer TEXT NOT NULL,
  -- The object it is about in the end, so that one can tell how far a post has come.
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  -- What became of rows that were thinned out.
  hosts_reached BIGINT NOT NULL DEFAULT 0,
  hosts_given_up BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX outgoing_activity_subject ON outgoing_activity (subject);
CREATE INDEX outgoing_activity_age ON outgoing_activity (created_at);

-- Whom an activity is for: the followers of an actor, or one inbox.
CREATE TABLE outgoing_audience (
  activity TEXT NOT NULL REFERENCES outgoing_activity (id),
  followers_of TEXT NOT NULL DEFAULT '',
  inbox TEXT NOT NULL DEFAULT '',
  host TEXT NOT NULL DEFAULT '',
  -- The last follower that was turned into a row.
  cursor TEXT NOT NULL DEFAULT '',
  spread_at BIGINT,
  PRIMARY KEY (activity, followers_of, inbox)
);
CREATE INDEX outgoing_audience_open ON outgoing_audience (activity) WHERE spread_at IS NULL;

-- One activity on its way into one inbox, shared by all followers behind it.
CREATE TABLE outgoing_delivery (
  activity TEXT NOT NULL REFERENCES outgoing_activity (id),
  inbox TEXT NOT NULL,
  host TEXT NOT NULL,
  signer TEXT NOT NULL,
  tries BIGINT NOT NULL DEFAULT 0,
  next_at BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  ended_at BIGINT,
  -- sent, refused, gone, given_up
  outcome TEXT NOT NULL DEFAULT '',
  -- What the other server said last, for those who run the installation.
  why TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (activity, inbox)
);
CREATE INDEX outgoing_delivery_queue ON outgoing_delivery (host, signer, activity) WHERE ended_at IS NULL;

-- What is known of another server.
CREATE TABLE outgoing_host (
  host TEXT PRIMARY KEY,
  -- When something for it is due; none when nothing waits.
  next_at BIGINT,
  -- Who speaks to it now, one process at a time.
  leased_by TEXT,
  lease_until BIGINT,
  -- The server asked to be left alone until then, or we leave it alone.
  not_before BIGINT,
  -- Failures in a row, since when, and how long it is left alone since the breaker opened.
  failures BIGINT NOT NULL DEFAULT 0,
  failing_since BIGINT,
  opened_at BIGINT,
  pause_seconds BIGINT NOT NULL DEFAULT 0,
  -- Since when its name leads nowhere.
  nameless_since BIGINT,
  -- The signature scheme it took last, and when.
  scheme TEXT NOT NULL DEFAULT '',
  scheme_at BIGINT
);
CREATE INDEX outgoing_host_due ON outgoing_host (next_at) WHERE next_at IS NOT NULL;
