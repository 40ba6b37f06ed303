//! Our own actors in the Fediverse: the Verbund is a group, each house an actor of its own.
