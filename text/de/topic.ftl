# Words of the room topic.
