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
    [person] The person shown
    [guardian] Guardians
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
consent-only-houses = Who is on which picture is seen only by the houses themselves.
consent-agreed-in-future = The day of the agreement lies in the future. Please check the date.
consent-end-past = The end lies in the past. Please check the date.
consent-holds-no-more = The consent of { $name } no longer holds. Please ask again.
consent-stays = { $name } does not want to be shown any more; this stays noted at the picture.
consent-list = Consents
consent-list-lead = Whoever can be recognised on a picture has agreed: for what, where and until when. It can be taken back at any time, with effect at once.
consent-list-empty = No consent recorded yet. You need one only when somebody can be recognised on a picture.
consent-new = Record a consent
consent-of = Consent of { $name }
consent-pictures = { $n ->
    [0] no picture yet
    [one] one picture
   *[other] { $n } pictures
}
consent-no-end = without end
consent-until = until { $date }
consent-standing-holds = holds
consent-standing-ended = ended
consent-standing-withdrawn = taken back
consent-ask-age = How old is the person on the picture?
consent-ask-age-why = It decides who has to agree. We need no date of birth.
consent-other-age = A different age after all
consent-subject = Who can be seen?
consent-subject-hint = A person or a group of one age, so that you will find them again: “Mats of the reading group”.
consent-name = Name
consent-agreed-on = Agreed on
consent-hint-person = The person has said yes, in writing if possible.
consent-hint-guardian = Parents or other guardians have said yes. If there are two, name both.
consent-purpose = For what may the picture be shown?
consent-purpose-hint = For example: report on the reading day in November.
consent-channels = Where may it be shown?
consent-channels-hint = Only what was expressly allowed. Without the own site the picture cannot appear here.
consent-ends = Until when? (last day)
consent-ends-hint = Empty means: until it is taken back. After the last day the pictures disappear by themselves.
consent-paper = The signed sheet stays in your house. Here is only what was agreed in it.
consent-record = Record
consent-fact-age = Age
consent-fact-end = Holds until
consent-fact-recorded = Recorded
consent-fact-withdrawn = Taken back
consent-said-yes = { $name }, on { $date }
consent-covers = Pictures
consent-covers-none = Not assigned to any picture yet.
consent-cover-more = Assign more pictures
consent-cover = Assign
consent-uses = Shown in
consent-what-used-it = These posts used the pictures
consent-what-used-it-why = The pictures have already disappeared from the site, the posts stand without them. Please see whether the texts still fit, and whether the pictures were shown elsewhere.
consent-used-nowhere = No post used them.
consent-withdraw-title = Take the consent back
consent-withdraw-why = All pictures of this consent disappear from the site at once. It cannot be undone; for new pictures ask again.
consent-withdraw = Take it back now
consent-fact-purpose = For what
consent-fact-channels = Where to be seen
