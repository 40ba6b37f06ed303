# The trail of topics.
audit-made-topic = { $who } made the topic “{ $subject }”.
audit-worded-topic = { $who } changed the title or introduction of the topic “{ $subject }”.
audit-ended-topic = { $who } closed the topic “{ $subject }”.
audit-reopened-topic = { $who } opened the topic “{ $subject }” again.
