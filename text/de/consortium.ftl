# Words of the room consortium.
