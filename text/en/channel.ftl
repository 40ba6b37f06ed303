channel-not-there = “{ $channel }” cannot do that yet.
