//! Signed requests between servers: RFC 9421 and the older draft-cavage, in both directions. Knows
//! keys and messages, and neither actors nor networks.
