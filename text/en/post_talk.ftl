# The conversation in a post.
post-talk = Conversation
post-talk-none = Nobody has said anything yet.
post-talk-message = Your message
post-talk-hint = Read only within the network. With “@First Last” you speak to somebody.
post-talk-to = Speak to
post-talk-to-all = everybody
post-talk-send = Send
post-talk-remove = Take back
post-talk-removed = This message was taken back.
post-talk-empty = Write a message.
post-talk-long = { $n ->
    [one] The message is one character too long. { $max } are allowed.
   *[other] The message is { $n } characters too long. { $max } are allowed.
}
post-talk-letter-subject = { $name } spoke to you: { $title }
post-talk-letter =
    { $name } writes in the conversation about “{ $title }”:

    { $body }
