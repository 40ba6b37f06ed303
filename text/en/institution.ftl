# Words of the room institution.
