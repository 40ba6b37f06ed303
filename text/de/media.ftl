# Words of the room media.
