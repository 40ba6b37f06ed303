# The newsletter: asking, confirming, changing, ending, sending.
newsletter-title = Newsletter
newsletter-description = News from the houses of “{ $name }” by e-mail.
newsletter-address = Your e-mail address
newsletter-address-hint = Nothing else is needed, not even a name.
newsletter-address-missing = Enter your e-mail address.
newsletter-address-wrong = No letter can go to this address. It looks like name@house.example, with plain letters before the @.
newsletter-trap = Please leave this field empty
newsletter-rhythm = How often?
newsletter-rhythm-digest = Collected, { $slot }. If there is nothing new, nothing comes.
newsletter-rhythm-each = Each post by itself, as soon as it appears
newsletter-rhythm-missing = Choose how often we write.
newsletter-scope = About what?
newsletter-scope-all = Everything from all houses
newsletter-scope-some = Only these houses and topics
newsletter-houses = Houses
newsletter-topics = Topics
newsletter-choice-missing = Tick houses or topics, or choose everything.
newsletter-consent = With the button you agree that “{ $name }” sends you newsletters at this address. You can end this at any time with one click; each letter says how.
newsletter-ask = Order the newsletter
newsletter-next = What happens next
newsletter-next-letter = We send you a letter with a link.
newsletter-next-confirm = { $n ->
    [one] There you confirm that you want the newsletter. If you do not, we delete the address after a day.
   *[other] There you confirm that you want the newsletter. If you do not, we delete the address after { $n } days.
}
newsletter-next-end = Each newsletter says how to change or end it.
newsletter-told = Almost done
newsletter-told-letter = We have written to your address. Open the link in that letter.
newsletter-told-none = Nothing arrives? Look in your spam folder, and check that the address is right.
newsletter-told-again = Enter the address again
newsletter-letter-confirm-subject = Please confirm: newsletter “{ $name }”
newsletter-letter-confirm =
    Hello,

    the newsletter of “{ $name }” was ordered for this address. Do you want it? Then open this link and confirm there. It holds for { $n } days.
newsletter-letter-known-subject = Your newsletter “{ $name }”
newsletter-letter-known =
    Hello,

    the newsletter of “{ $name }” was ordered once more for this address. You get it already. Here you change or end it:
newsletter-letter-not-me = Was it not you? Then there is nothing to do.
newsletter-confirm-title = Confirm the newsletter
newsletter-confirm-lead = Do you want the newsletter of “{ $name }”?
newsletter-confirm = Yes, I want it
newsletter-confirm-not = If not: close this page. We then delete the address by ourselves.
newsletter-fact-address = Address
newsletter-fact-what = About
newsletter-fact-asked = Ordered
newsletter-fact-confirmed = Confirmed
newsletter-fact-ended = Ended
newsletter-manage-title = Your newsletter
newsletter-manage-lead = This is what you get from “{ $name }”.
newsletter-rests = At present this network sends no newsletter.
newsletter-slot-none = once a week
newsletter-change-title = Change
newsletter-language = Language of the letters
newsletter-save = Save changes
newsletter-end-title = End the newsletter
newsletter-end-hint = Your address is deleted at once.
newsletter-end = End it and delete the address
newsletter-end-lead = Do you no longer want the newsletter of “{ $name }”?
newsletter-end-rather-change = Rather less often or less of it: change
newsletter-ended-title = Newsletter ended
newsletter-ended-lead = You get no more newsletters from “{ $name }”. Your address is deleted.
newsletter-late = This link no longer holds
newsletter-late-text = A link to confirm holds for seven days. Order the newsletter anew on the page of the network. If you have ended it, there is nothing more to do.
newsletter-data-title = Your data
newsletter-data-hint = Everything we keep about you, as a file: address, choice, the words you agreed to, and when which letter went out.
newsletter-data = Download the data
newsletter-farewell = Farewell: “{ $name }”
newsletter-lead-farewell = This is our last letter.
newsletter-lead-each = A new post:
newsletter-lead-digest = { $n ->
    [one] One post is new:
   *[other] { $n } posts are new:
}
newsletter-subject-digest = { $n ->
    [one] { $title } and one more post
   *[other] { $title } and { $n } more posts
}
newsletter-pictures = { $n ->
    [one] With a picture:
   *[other] With pictures:
}
newsletter-to-post = See it on the page
newsletter-read-on = Read on
newsletter-why = You get this newsletter at { $address } because you ordered it from “{ $name }” on { $date } and confirmed it.
newsletter-change-or-end = Change or end the newsletter
newsletter-imprint = Imprint
newsletter-privacy = Privacy statement
newsletter-loses-pictures = { $n ->
    [one] The picture is not in the letter, only its description: whoever loads a picture tells that they read.
   *[other] The { $n } pictures are not in the letter, only their descriptions: whoever loads pictures tells that they read.
}
newsletter-not-corrected = { $n ->
    [one] One letter is out already and cannot be changed. What still waits goes out in the new version; the link in the letter shows it too.
   *[other] { $n } letters are out already and cannot be changed. What still waits goes out in the new version; the link in the letters shows it too.
}
newsletter-not-withdrawn = { $n ->
    [one] One letter is out already and cannot be called back. All others are stopped; the link in the letter no longer leads to the post.
   *[other] { $n } letters are out already and cannot be called back. All others are stopped; the link in the letters no longer leads to the post.
}
newsletter-no-server = No mail server is set up. Whoever runs the installation does that.
newsletter-server-refuses = The mail server does not let us in: { $why }. Whoever runs the installation can mend that.
newsletter-day-missing = Choose a day of the week.
newsletter-desk-off = At present no newsletter goes out. Switch it on among the channels.
newsletter-desk-lead = Who gets it, what went out and what goes out next.
newsletter-desk-public = How it is ordered
newsletter-desk-counts = How many get it
newsletter-desk-each = Each post by itself
newsletter-desk-digest = Collected
newsletter-desk-unconfirmed = Not confirmed yet
newsletter-desk-ended = Cancelled
newsletter-desk-bounced = { $n ->
    [one] one of them because nothing arrived any more
   *[other] { $n } of them because nothing arrived any more
}
newsletter-desk-next = The next collection
newsletter-desk-next-when = It goes out: { $when }.
newsletter-desk-next-show = { $n ->
    [one] See the letter with one post
   *[other] See the letter with { $n } posts
}
newsletter-desk-next-none = Nothing has appeared since the last collection. Then no letter goes out either.
newsletter-desk-rhythm = It is collected { $slot }, at the same time of day in summer and in winter.
newsletter-desk-day = Weekday
newsletter-desk-time = Time of day
newsletter-desk-rhythm-save = Change the time
newsletter-desk-sendings = What went out
newsletter-desk-sendings-none = No newsletter has gone out yet.
newsletter-sending-each = One post
newsletter-sending-digest = Collection
newsletter-count-sent = { $n ->
    [one] 1 letter sent
   *[other] { $n } letters sent
}
newsletter-count-waiting = { $n ->
    [one] 1 waits
   *[other] { $n } wait
}
newsletter-count-refused = { $n ->
    [one] 1 refused
   *[other] { $n } refused
}
newsletter-count-unconfirmed = { $n ->
    [one] 1 of which nobody knows whether it arrived
   *[other] { $n } of which nobody knows whether they arrived
}
newsletter-count-withdrawn = withdrawn
newsletter-count-none = nobody wanted it
newsletter-desk-search = Information about an address
newsletter-desk-search-why = If somebody asks about their own data, look here. That you have looked stands in the trail, the address does not. Nobody is shown a list of all addresses.
newsletter-desk-search-go = Look it up
newsletter-desk-search-none = Nothing is kept here about this address.
newsletter-desk-end = End it for this person
newsletter-desk-data-hint = Give the file only to the person themselves, at exactly this address.
newsletter-privacy-title = About the newsletter
newsletter-privacy-what = Whoever orders the newsletter gives us an e-mail address and says about what and how often. We use it for nothing else, on the ground of your consent (Art. 6(1)(a) GDPR, § 6(1)(b) KDG, § 6 no. 2 DSG-EKD).
newsletter-privacy-proof = { $n ->
    [one] As proof of the consent we keep when the address was entered and when it was confirmed and to which words it agreed, but no IP address. What is not confirmed we delete after a day.
   *[other] As proof of the consent we keep when the address was entered and when it was confirmed and to which words it agreed, but no IP address. What is not confirmed we delete after { $n } days.
}
newsletter-privacy-no-watch = We do not measure whether or when somebody reads a letter: it loads no pictures, and its links lead straight to this page.
newsletter-privacy-end = You end it at any time with one click; each letter says how. Then we delete the address at once; the data of the consent and a checksum of the address, from which it cannot be gained without our key, stay for four years as proof. On the same page you download everything we know about you.
newsletter-privacy-letters = { $n ->
    [one] Which letter went to whom and whether it came back we know for a day.
   *[other] Which letter went to whom and whether it came back we know for { $n } days.
}
newsletter-search-address = E-mail address of the person
