# Words of the room site.
