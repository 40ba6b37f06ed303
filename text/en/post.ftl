# Words of the room post.
