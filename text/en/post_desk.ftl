# The pages of a post inside: list, reading, writing, history, versions.
post-list = Posts
post-new = New post
post-list-empty = All posts of the network will stand here. Begin with a new one: a title, two sentences, a picture. It becomes public only when another house has read it.
post-list-sift = Search and narrow down
post-list-words = Words in title or text
post-list-state = State
post-list-house = House
post-list-topic = Topic
post-list-any = all
post-list-find = Search
post-list-all = Show all
post-list-nothing = No post fits. Search with fewer words, or show all.
post-list-for = for { $due }
post-list-changed = changed { $time }
post-list-found = { $n ->
    [one] One post matches.
   *[other] { $n } posts match.
}
post-list-pages = Pages of the list
post-list-newer = Newer posts
post-list-older = Older posts
post-untitled = Without a title yet
post-nothing-yet = Nobody has written anything here yet.
post-write-now = Write now
post-write-on = Go on writing
post-still-missing = Still missing before it can be proposed
post-correction-heading = What this correction changes
post-history = History
post-history-none = Nothing has happened yet.
post-copies = { $n ->
    [one] Somebody was writing at the same time. One version of yours is not merged yet.
   *[other] Somebody was writing at the same time. { $n } versions of yours are not merged yet.
}

post-by = Text: { $names } (seen only inside)
post-of-topic = Topic: { $name }
post-of-series = Series: { $name }
post-in-language = Language: { $name }

# The form.
post-editor-begin = A title, two sentences, a picture if you like: it takes no more. It is saved by itself.
post-editor-title = Write { $title }
post-title = Title
post-text = Text
post-byline = From which house
post-due = When is it to appear?
post-due-date = Day
post-due-time = Time
post-due-soon = As soon as it is signed off
post-due-hint = The next free time is suggested. It can still be changed later.
post-due-later = If the time is changed, the text stays as it is.
post-due-change = Change the time
post-more = Links, topic, series, language, names
post-links = Links below the text
post-link-label = Where it leads
post-link-url = Address
post-links-hint = More rows are there as soon as these are saved.
post-topic = Topic
post-topic-none = No topic
post-series = Series
post-series-none = No series
post-language = Language of the text
post-authors = Names below the text
post-authors-hint = Only seen inside the network. To the public it is always the house that speaks.
post-read = View
post-save = Save
post-saved-at = Saved { $time }
post-done-kept = Saved. Nothing of it is public yet.
post-done-version-restored = The earlier version is the newest now. All others are still there.
post-done-merged = Both changes are in one text now.
post-done-discarded = Your version is discarded. The text that was saved before stands.

post-editor-lapses = A change of the text needs a new sign-off.

post-lacks = Still needed:
post-lacks-description = image description
post-lacks-rights = image rights
post-lacks-consent = consent
post-picture = Picture
post-pictures = Pictures
post-picture-add = Add a picture
post-picture-alt = Description for those who do not see the picture
post-picture-sending = Sending the picture …
post-picture-failed = The picture did not arrive. Please choose it again.
post-picture-change = Rights and more about the picture
post-picture-keep = Show this picture
post-picture-up = Move up
post-picture-down = Move down
post-picture-says = Description: { $alt }

post-tongue-de = German
post-tongue-de-x-leicht = German, easy to read
post-tongue-nds = Low German
post-tongue-en = English
post-tongue-nl = Dutch
post-tongue-fr = French
post-tongue-pl = Polish
post-tongue-ru = Russian
post-tongue-tr = Turkish
post-tongue-uk = Ukrainian
post-tongue-ar = Arabic

# What follows a proposal.
post-outlook = { $house } is asked and has until { $until }. Appears { $due }.
post-outlook-soon = { $house } is asked. Appears as soon as it is signed off.
post-outlook-nobody = Nobody can sign this text off at present. Proposed, it waits; the coordination is told.
post-outlook-direct = Appears { $due }, with nobody reading it first.
post-outlook-direct-soon = Appears at once, with nobody reading it first.

# The history. $name is a person, mostly with their institution: “Anna Albers (Borken)”.
post-step-written = { $name } began the text.
post-step-changed = { $name } changed the text.
post-step-proposed = { $name } proposed the post, for { $due }.
post-step-proposed-soon = { $name } proposed the post; it is to appear as soon as it is signed off.
post-step-retracted = { $name } took the proposal back.
post-step-asked = { $house } was asked, with time until { $until }.
post-step-asked-person = { $person } ({ $house }) was asked, with time until { $until }.
post-step-nobody-left = All were asked. Coordination and writers have been told.
post-step-approved = { $name } signed the post off, for { $due }.
post-step-returned = { $name } returned the post: “{ $reason }”
post-step-held = { $name } put the post on hold.
post-step-held-why = { $name } put the post on hold: “{ $reason }”
post-step-released = { $name } lets the post go on.
post-step-missed = The time { $due } passed without a sign-off.
post-step-moved = { $name } changed the time: { $due }.
post-step-withdrawn = { $name } withdrew the post: “{ $reason }”
post-step-restored = { $name } took the post up again.
post-step-archived = { $name } archived the post.
post-step-reopened = { $name } took the post out of the archive.

# Versions.
post-versions = Versions
post-versions-count = { $n ->
    [one] One version
   *[other] { $n } versions
}
post-versions-hint = What somebody wrote without a longer pause is one version. Each can be viewed and brought back.
post-versions-none = There is no version yet.
post-version = A version
post-version-newest = the newest
post-version-signed = signed off
post-version-public = public
post-version-with = Compared with
post-version-compare = Compare
post-version-whole = The whole version
post-version-restore = Bring this version back
post-version-restore-hint = It is saved as the newest one. No other is lost.
post-step-ended = The network has ended, and with it the proposal.
post-next-ended = The network has ended. This post stays as it is and will no longer appear.
post-next-beyond-end = The network ends on { $date }. For the post to appear it needs a time before that.
post-done-delivery = Noted.
