channel-not-there = “{ $channel }” cannot do that yet.

# The networks, as they are called and honestly described.
channel-network-fediverse = Fediverse (our own accounts)
channel-network-mastodon = Mastodon account
channel-network-bluesky = Bluesky account
channel-network-facebook = Facebook Page
channel-network-instagram = Instagram account
channel-network-newsletter = Newsletter by e-mail
channel-network-by_hand = By hand
channel-what-fediverse = Whoever has an account with Mastodon, Friendica or another open network can follow the network and each house as if they were there.
channel-needs-fediverse = Nothing: this site is itself part of the network.
channel-costs-fediverse = Replies arrive in the inbox and need somebody. No advertising, no company in between; who follows can be seen by all.
channel-what-mastodon = You already have an account on a server in the Fediverse and want to go on with it.
channel-needs-mastodon = The account, and your consent once on its server.
channel-costs-mastodon = Little work; replies arrive in the inbox. The data also lies on the server that you have chosen.
channel-what-bluesky = A network for short texts with pictures, much like the former Twitter.
channel-needs-bluesky = An account there, and your consent once.
channel-costs-bluesky = Little work. Run by a company in the USA; everything there is public, also who follows whom.
channel-what-facebook = The page where many people over 40 follow what happens in their town.
channel-needs-facebook = A Facebook Page, an app registered with Meta, and somebody who manages the page.
channel-costs-facebook = Much work to set up; comments need looking after. Meta evaluates what visitors do, and you share the responsibility (joint controllers under Article 26 GDPR).
channel-what-instagram = Pictures with a short text; many people under 40 are there.
channel-needs-instagram = A professional account that is linked to a Facebook Page, and a picture with every post.
channel-costs-instagram = Much work to set up; nobody can tap links in a text there. Meta evaluates what visitors do, and you share the responsibility.
channel-what-newsletter = Posts as e-mail, for everybody who is in no network.
channel-needs-newsletter = A mail server that this installation may use.
channel-costs-newsletter = Little work. Addresses are personal data: only with double confirmation, unsubscribing in one step, no tracking pixels.
channel-what-by_hand = Where no program reaches: display case, municipal gazette, notice board, parish letter.
channel-needs-by_hand = Somebody who carries the finished text and the pictures there.
channel-costs-by_hand = A few minutes for each post. No data goes anywhere.
channel-offer-what = What it is
channel-offer-needs = What it needs
channel-offer-costs = What it costs

# The list.
channel-title = Channels
channel-lead = Every post stands on your own site first. Channels bring it to where people already are, and lead back.
channel-none = There is no channel yet.
channel-none-why = That is no shortcoming: on your own site, in its feeds and in the calendar everything can be read by everybody, without signing in and without a company in between. That is why it comes first. A channel is worth it when somebody says what it is for, and somebody looks after it.
channel-add = Add a channel
channel-state-ended = removed
channel-state-unreasoned = no usage concept
channel-state-unconnected = not connected
channel-state-broken = interrupted
channel-state-off = off
channel-state-overdue = to be reviewed
channel-state-on = on
channel-sentence-ended = The channel has been removed.
channel-sentence-unreasoned = Before anything goes there, the channel needs a short usage concept.
channel-sentence-unconnected = The usage concept is written. What is missing now is the connection.
channel-sentence-broken = The access does not hold any more: { $why } What is waiting goes out as soon as the channel is connected anew.
channel-sentence-off = Everything is ready. Posts go there as soon as the channel is switched on.
channel-sentence-overdue = Posts go there. The usage concept should have been reviewed by { $date }.
channel-sentence-on = Posts go there, since { $date }.
channel-step-concept = Write the usage concept
channel-step-review = Review the usage concept
channel-step-connect = Connect
channel-step-reconnect = Connect anew

# A new channel.
channel-new-title = Add one channel
channel-new-lead = Choose where posts are to go. Then write down shortly what for; only then it is connected and switched on.
channel-new-network = Where to?
channel-new-name-hint = This is how you call the channel, such as “Display case at the town hall”. Leave it empty to call it like the network.
channel-new-save = On to the usage concept
channel-network-missing = Choose where posts are to go.
channel-network-once = This channel is already there; it can be there only once.
channel-name-missing = Give the channel a name.
channel-name-long = The name is too long. Allowed are { $max } characters.
channel-name-taken = Another channel already has this name.

# The usage concept.
channel-concept-title = Usage concept
channel-concept-lead = Four short answers, looked at once a year. Public bodies have to give reasons for using a network of others, and to offer something to those who do not use it.
channel-concept-save = Save the usage concept
channel-concept-missing = This belongs to the usage concept.
channel-concept-long = This is too long. Allowed are { $max } characters.
channel-review-wrong = Choose a day after today and within the next 13 months.
channel-field-name = Name of the channel
channel-field-purpose = What for
channel-field-purpose-hint = Whom do you reach there that you would not reach otherwise?
channel-field-responsible = Who is responsible
channel-field-responsible-hint = Who writes, who answers, who stands in? Names or roles.
channel-field-alternative = What there is without this channel
channel-field-alternative-hint = Where do people find the same who do not use this network?
channel-field-review-on = Next review
channel-field-review-on-hint = In a year at the latest. Two weeks before, we remind the coordination.
channel-example-purpose-fediverse = Reach people who use open networks and do not want advertising.
channel-example-purpose-mastodon = Go on reaching those who already follow our account there.
channel-example-purpose-bluesky = Reach people who read short news from their region there.
channel-example-purpose-facebook = Reach people in town who read local news there.
channel-example-purpose-instagram = Reach younger people and families with pictures.
channel-example-purpose-newsletter = Reach people who are in no social network.
channel-example-purpose-by_hand = Reach people who pass by and do not search the net.
channel-example-alternative = Everything stands first on { $address }: without signing in, with feeds to subscribe to.

# One channel.
channel-about = Usage concept and connection
channel-about-empty = Nothing has been written down yet.
channel-fact-account = Account
channel-fact-review = To be reviewed by
channel-fact-on = Switched on since
channel-fact-checked = Access checked
channel-fact-expires = Access holds until
channel-open = Open { $account }
channel-profile = For the profile there
channel-profile-hint = Every profile needs a link to the site and to the Impressum.
channel-profile-site = Your site
channel-profile-imprint = Legal notice (Impressum)
channel-change = Change this channel
channel-connection = Connection
channel-switch-on = Switch on
channel-switch-off = Switch off
channel-switch-off-hint = What is there stays. Nothing new goes there until you switch it on again.
channel-cannot-ended = This channel has been removed.
channel-cannot-unreasoned = Write the usage concept first. Without it a channel cannot be switched on.
channel-cannot-unconnected = Connect the channel first.
channel-end = Remove the channel
channel-end-title = Remove “{ $name }”?
channel-end-unused = Nothing has gone there yet. The channel disappears from the list.
channel-end-used = What is already there stays; withdraw it before if it is to disappear. What is still waiting no longer goes out. The access is deleted here. Whoever wants the channel again later adds it anew.

# What a text loses on the way, and what stands against sending it.
channel-loss-cut = { $n ->
    [one] The text is one character too long and is shortened before the link.
   *[other] The text is { $n } characters too long and is shortened before the link.
}
channel-loss-pictures = { $n ->
    [one] One picture has no place there any more.
   *[other] { $n } pictures have no place there any more.
}
channel-fault-picture-needed = Nothing goes there without a picture. Add one or leave this channel out.
channel-fault-address-long = An address in the text is longer than there is room.

# Letters to the coordination.
channel-letter-broken-subject = “{ $name }” is interrupted
channel-letter-broken = The access to “{ $name }” does not hold any more: { $why } Everybody who coordinates can connect the channel anew. What is waiting is not lost and goes out afterwards.
channel-letter-ends-subject = { $n ->
    [one] “{ $name }”: the access ends in one day
   *[other] “{ $name }”: the access ends in { $n } days
}
channel-letter-ends = The access to “{ $name }” holds only until { $date }. Connect the channel anew before; then nobody notices anything. Everybody who coordinates can do it.
channel-letter-review-subject = “{ $name }”: please look at the usage concept
channel-letter-review = On { $date } the usage concept of “{ $name }” is to be reviewed: do you still reach somebody there, is somebody still responsible? A few minutes are enough.

# What each channel will show.
channel-left = { $n ->
    [one] one character left
   *[other] { $n } characters left
}
channel-preview-out = The post does not go to “{ $name }”.
channel-settings = Further settings
