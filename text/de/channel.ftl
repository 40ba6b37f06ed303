channel-not-there = „{ $channel }“ kann das noch nicht.
