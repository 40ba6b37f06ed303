# Words of the room member.
