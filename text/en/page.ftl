# Words of the room page.
