# Words of the room consent.
consent-channel = { $channel ->
    [website] our own page
    [fediverse] Fediverse
    [mastodon] Mastodon
    [bluesky] Bluesky
    [facebook] Facebook
    [instagram] Instagram
    [newsletter] newsletter
    [print] print and press
   *[other] { $channel }
}
consent-age = { $age ->
    [adult] of age: the person agrees
    [youth] 14 to 17: the guardians and the young person agree
    [child] under 14: the guardians agree
   *[other] { $age }
}
consent-party = { $party ->
    [person] the person shown
    [guardian] a guardian
   *[other] { $party }
}
consent-withdrawn = { $name } no longer wishes to be shown. Please choose another picture.
consent-ended = The consent of { $name } has ended. Please ask again or choose another picture.
consent-person-missing = { $name } has not agreed yet. Please ask and record the answer.
consent-youth-missing = { $name } is 14 or over and has to agree as well. Please ask.
consent-guardian-missing = The guardians have to agree for { $name }. Please obtain their consent.
consent-not-for-channel = { $name } has not agreed to { $channel ->
    [website] our own page
    [fediverse] the Fediverse
    [mastodon] Mastodon
    [bluesky] Bluesky
    [facebook] Facebook
    [instagram] Instagram
    [newsletter] the newsletter
    [print] print and press
   *[other] this channel
}. The post can go there with another picture or a new consent.
consent-needs-subject = Please name the person or the group.
consent-needs-purpose = Please write what the picture may be shown for.
consent-needs-channel = Please choose at least one channel.
consent-needs-name = Please name who agreed.
consent-ends-before-it-begins = The end lies before the agreement. Please check the date.
