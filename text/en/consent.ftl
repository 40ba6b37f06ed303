# Words of the room consent.
