# What people do with a post: questions, answers, letters.
post-ask-back = Back to the post
post-ask-cancel = Cancel
post-ask-lacks = Still missing
post-ask-mend = Add it in the post
post-ask-when = When should it appear?
post-ask-date = Day
post-ask-time = Time
post-ask-near = “{ $title }” is already close to that: { $time }.
post-ask-house = Who should read it?
post-ask-house-any = Anybody: the house that has not been asked for the longest time
post-ask-proposal = Propose the post
post-ask-proposal-lead = Somebody will then be asked to read the post and sign it off. Only then does it appear.
post-ask-proposal-at = At this time:
post-ask-proposal-soon = As soon as it is signed off
post-ask-late-approval = Sign off late
post-ask-late-approval-lead = The time passed without a sign-off. Decide when the post appears.
post-ask-late-approval-now = Right now
post-ask-late-approval-at = At a new time:
post-ask-return = Return the post
post-ask-return-lead = Whoever wrote it will read your reason and can revise the text.
post-ask-return-reason = What is missing, what is wrong?
post-ask-move = Move the post
post-ask-move-lead = A sign-off stays valid: it is for the text, not for the time.
post-ask-hold = Put the post on hold
post-ask-hold-lead = Until somebody lets it continue, the public sees nothing of it.
post-ask-hold-reason = Why? (if you like)
post-ask-release = Let the post continue
post-ask-release-lead = What was public before will be public again. What became due meanwhile appears when you say so.
post-ask-release-now = Right now
post-ask-release-at = At a new time:
post-ask-withdrawal = Withdraw the post
post-ask-withdrawal-lead = It disappears from the public page at once, and from the channels where that is possible; where it is not, the post says so afterwards. If you take it up again, it needs a new sign-off.
post-ask-withdrawal-reason = Why?

post-reason-missing = Say why, in one sentence.
post-reason-long = { $n ->
    [one] The reason is one character too long.
   *[other] The reason is { $n } characters too long.
}
post-refused-unread = Please open and read the post before you sign it off.
post-refused-proposed-changed = The text has been changed meanwhile. Please look at it again before you propose it.
post-refused-nothing-changed = Nothing was changed.
post-refused-to-post = To the post “{ $title }”

post-done-proposed = Proposed. Somebody is now asked to read the post.
post-done-approved = Signed off.
post-done-returned = Returned. Whoever wrote it knows.
post-done-retracted = The proposal is taken back.
post-done-moved = Moved.
post-done-held = On hold. The public sees nothing of it any more.
post-done-released = The post continues.
post-done-withdrawn = Withdrawn. The public sees nothing of it any more.
post-done-resumed = Taken up again, as a draft.
post-done-archived = Archived.
post-done-reopened = Taken out of the archive.
post-done-already = You had done that already. It stays as it is.

# Letters. Arguments: $by who, $house their house or "none", $due and $until times, $reason a reason or "none".
post-letter-somebody = Somebody
post-letter-who = { $house ->
    [none] { $by }
   *[other] { $by } ({ $house })
}
post-letter-asked-subject = Please read: “{ $title }”
post-letter-asked = { post-letter-who } proposes “{ $title }”. The post is to appear { $due }. Please read it, and sign it off or return it. There is time until { $until }; otherwise another house is asked.
post-letter-asked-soon = { post-letter-who } proposes “{ $title }”. The post is to appear as soon as it is signed off. Please read it, and sign it off or return it. There is time until { $until }; otherwise another house is asked.
post-letter-nobody-subject = Nobody is left to ask: “{ $title }”
post-letter-nobody = Nobody is left to ask for “{ $title }”: all houses that may sign it off have not answered or are away. The post waits. Talk to somebody; whoever may sign off still can.
post-letter-missed-subject = Time passed: “{ $title }”
post-letter-missed = “{ $title }” was to appear { $due }, but had not been signed off by then. The post has not appeared. Choose a new time if it still should.
post-letter-approved-subject = Signed off: “{ $title }”
post-letter-approved = { post-letter-who } signed off “{ $title }”. The post appears { $due }.
post-letter-public = { post-letter-who } signed off “{ $title }”. The post is public now.
post-letter-returned-subject = Returned: “{ $title }”
post-letter-returned = { post-letter-who } returns “{ $title }”: “{ $reason }” Revise the text and propose it again.
post-letter-held-subject = On hold: “{ $title }”
post-letter-held = { $reason ->
    [none] { post-letter-who } put “{ $title }” on hold. Until somebody lets the post continue, the public sees nothing of it.
   *[other] { post-letter-who } put “{ $title }” on hold: “{ $reason }” Until somebody lets the post continue, the public sees nothing of it.
}
post-letter-withdrawn-subject = Withdrawn: “{ $title }”
post-letter-withdrawn = { post-letter-who } withdrew “{ $title }”: “{ $reason }” The public sees nothing of it any more.
post-letter-moved-subject = Moved: “{ $title }”
post-letter-moved = { post-letter-who } moved “{ $title }”. The new time is { $due }.
post-overtaken = { $what } ({ $at })
post-picture-lacks =
    { $name ->
        [none] Picture { $n }: { $why }
       *[other] Picture { $n } (“{ $name }”): { $why }
    }
