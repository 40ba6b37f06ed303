# The frame around every page, and the answers to every failure.
page-skip = Skip to content
page-demo = Demo: contents and people are invented
page-all-consortia = All networks
page-houses = The houses
page-nav = Pages
page-sign-out = Sign out
page-write = Write
page-more = More
page-me = My details
page-joint = To the joint page
page-elsewhere = To another network
page-own-name = Go on in English
page-demo-people = Sign in as somebody else
page-demo-mail = See the demo's letters
page-desk-nav = Editors
page-one-page-of = A page shared by
page-privacy = Privacy
page-barrier = Report a barrier
page-netiquette = House rules
page-go-home = To the start page
page-faults = { $n ->
    [one] Please check one entry
   *[other] Please check { $n } entries
}
page-gone = This is gone
page-gone-why = What was here has been withdrawn. The page of the network shows what is new.
page-not-found = Nothing here
page-not-found-why = This page does not exist, or it is not for you. Perhaps the address is incomplete.
page-sign-in = Please sign in
page-sign-in-why = You have to be signed in for this. What you wrote stays in your browser.
page-not-allowed = You may not do this here
page-refused = Not possible just now
page-stale = Someone was quicker
page-stale-why = Someone else has changed something meanwhile. Nothing is lost: reload the page and have a look.
page-busy = One moment, please
page-busy-why = Too many attempts in a short time. Please wait a few minutes.
page-invalid = Please check your entries
page-invalid-why = Something is missing or not right. Go back, your entries are still there.
page-broken = We broke something
page-broken-why = This is our fault, not yours. It has been noted. Please try again.
page-broken-number = Number for queries: { $number }
page-address-unread = This address is not written correctly. Please go there through our pages.
page-form-kind = This form arrived in a shape that we cannot read. Please reload the page.
page-form-too-long = That was too much at once. Please shorten the text or choose a smaller picture.
page-foreign-site = This request came from another site. To protect you nothing was changed. Please use our own page.
page-ask = Ask us something
