# Words of the room demo.
