# Words that no room owns.
base-and = and
