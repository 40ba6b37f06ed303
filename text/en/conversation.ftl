# The inbox: what people write out there, and our answers.
conversation-title = Inbox
conversation-lead = What people answer and ask anywhere. The most urgent is on top.
conversation-views = Which conversations
conversation-view-mine = With me
conversation-view-house = My house
conversation-view-all = All open
conversation-view-closed = Closed ones
conversation-empty-mine = Nobody waits for an answer from you.
conversation-empty-house = Nobody waits for an answer from your house.
conversation-empty-all = Nobody waits for an answer. What is written out there comes here by itself.
conversation-empty-closed = No conversation has been closed yet.
conversation-more = Around the inbox
conversation-form-link = See the form “Ask a question”
conversation-number = Conversation { $n }
conversation-somebody = Somebody
conversation-nobody = nobody yet
conversation-nothing-left = (no text any more)
conversation-origin-site = Question on our page
conversation-network =
    { $network ->
        [fediverse] Fediverse
        [mastodon] Mastodon
        [bluesky] Bluesky
        [facebook] Facebook
        [instagram] Instagram
        [newsletter] Newsletter
       *[other] By hand
    }
conversation-kind =
    { $kind ->
        [reply] reply
        [mention] mention
        [direct] direct message
        [report] report of a violation
       *[question] question
    }
conversation-below = to “{ $title }”
conversation-due = Answer by { $due }
conversation-due-over = The answer was meant for { $due }. Even two sentences help.
conversation-due-none = Answered, still open
conversation-closed-at = Closed { $at }

## One conversation
conversation-thread = What was said
conversation-ours = { $voice } ({ $name })
conversation-edited = Changed out there, { $at }. This is the new wording; there was another before.
conversation-cut =
    { $n ->
        [one] One character is missing at the end: the text was too long.
       *[other] { $n } characters are missing at the end: the text was too long.
    }
conversation-removed = Deleted, { $at }. The text is gone here too.
conversation-hidden = Hidden by { $name }, { $at }. Reason: { $reason }
conversation-show-hidden = Read the text all the same
conversation-unkept =
    { $n ->
        [one] One more message came too fast; it is only counted.
       *[other] { $n } more messages came too fast; they are only counted.
    }
conversation-by-itself = By itself
conversation-undone = Undone, { $at }
conversation-undo = Undo
conversation-act-note = Note by { $name }
conversation-act-taken = { $name } takes care of it
conversation-act-given = { $name } gives it to { $to }
conversation-act-freed = { $name } sets it free
conversation-act-handed = { $name } hands it over to { $house }
conversation-act-closed = { $name } closes the conversation
conversation-act-reopened = { $name } opens the conversation again
conversation-act-hidden = { $name } hides something
conversation-act-shown = { $name } shows something again
conversation-act-withdrawn = Taken back: whoever asked had everything deleted
conversation-act-moved = Goes to { $to }, because nobody else is there
conversation-act-other = { $name } changed something
conversation-sending-waiting = Goes out in a moment.
conversation-sending-sent = Arrived { $at }.
conversation-sending-retry = Not arrived yet. Next attempt by itself: { $at }
conversation-sending-unconfirmed = It is unclear whether it arrived. Please look there and say so here.
conversation-sending-refused = Not accepted.
conversation-sending-reconnect = Waits: the channel has to be connected anew first.
conversation-letter-waiting = The letter goes out in a moment.
conversation-letter-sent = Sent by e-mail.
conversation-letter-unconfirmed = It is unclear whether the e-mail arrived. It is not sent twice.
conversation-letter-refused = The e-mail could not be delivered. Answer in another way if you know one.
conversation-it-is-there = It is there
conversation-send-again = Send again

## Answering
conversation-answer = Answer
conversation-answer-this = Answer this
conversation-answer-to = Answer to { $name }
conversation-voice = Who speaks?
conversation-voice-foreign = You cannot speak in this voice. Choose your house or the network.
conversation-answer-text = Your answer
conversation-answer-hint = What you type is kept as a draft. Only you see it.
conversation-answer-do = Send and close
conversation-answer-stay = Send, leave open
conversation-answer-missing = Write your answer first.
conversation-draft-keep = Keep the draft
conversation-draft-kept = Kept.
conversation-draft-not-kept = Not kept: there is no connection. Leave this page open.
conversation-writing = { $name } is writing an answer ({ $at }).
conversation-overtaken = Meanwhile one of you has answered. Read what was said first; your text is still here.
conversation-overtaken-theirs = Meanwhile something was added. Read what was said first; your text is still here.
conversation-too-long =
    { $n ->
        [one] This is too long: one character is possible.
       *[other] This is too long: { $n } characters are possible.
    }
conversation-only-given = Answering is for those who may sign off, or to whom the conversation was given. Your text is kept as a draft.
conversation-cannot = It is not possible to answer there from here.
conversation-cannot-gone = There is nothing left here that could be answered.
conversation-cannot-mail = The person left no e-mail address. Close the conversation if there is nothing to do.
conversation-cannot-channel = The channel by which this came does not exist any more.

## In charge
conversation-facts = What it is about
conversation-fact-begun = Arrived
conversation-fact-routed = Assigned
conversation-fact-channel = Through
conversation-fact-post = To the post
conversation-fact-liked = Applause
conversation-fact-mail = Answer to
conversation-routed =
    { $by ->
        [chosen] the house that was asked
        [byline] the house that speaks
        [named] named in the text
        [hand] by hand
       *[coordination] no house recognised: coordination
    }
conversation-likes =
    { $n ->
        [one] Liked once.
       *[other] Liked { $n } times.
    }
conversation-shares =
    { $n ->
        [one] Shared once.
       *[other] Shared { $n } times.
    }
conversation-mail-none = left no address
conversation-mail-hidden = Only those who can answer see the address.
conversation-person = In charge
conversation-take = I take care of it
conversation-give = Give it to somebody
conversation-give-do = Give
conversation-give-away = This person is away at the moment. Choose somebody else.
conversation-away = { $name } (away)
conversation-hand = Hand over
conversation-hand-to = To which house
conversation-hand-why = A word why
conversation-hand-why-missing = Tell the other house in a word why.
conversation-hand-do = Hand the conversation over
conversation-hand-pausing = This house does not take part at the moment.
conversation-close = Finish
conversation-close-hint = Without an answer, for instance if it was only a thank-you.
conversation-close-do = Close the conversation
conversation-reopen-do = Open again
conversation-note = Note
conversation-note-text = Note for the team
conversation-note-hint = Visible inside only.
conversation-note-do = Note it
conversation-note-missing = Write the note first.
conversation-today-answer = Go to the answer

## Saved replies
conversation-saved-title = Saved replies
conversation-saved-lead = What you answer again and again, written well once, for the whole network.
conversation-saved-none = There are none yet. Good first ones: opening hours, library card, donated books.
conversation-saved-new = New saved reply
conversation-saved-change = Change the saved reply
conversation-saved-name = What it is called
conversation-saved-text = What it says
conversation-saved-hint = {"{house}"} becomes the name of the house that speaks, {"{verbund}"} the name of the network.
conversation-saved-save = Save the reply
conversation-saved-end = Offer it no longer
conversation-saved-missing = A saved reply needs this.
conversation-saved-insert = Insert a saved reply

## Letters
conversation-letter-subject-due =
    { $n ->
        [one] { $consortium }: an answer is due
       *[other] { $consortium }: { $n } conversations, some of them due
    }
conversation-letter-subject-half =
    { $n ->
        [one] { $consortium }: half of the time for an answer is over
       *[other] { $consortium }: { $n } conversations wait for you
    }
conversation-letter-subject-arrived =
    { $n ->
        [one] { $consortium }: somebody has written
       *[other] { $consortium }: { $n } people have written
    }
conversation-letter-body =
    Something waits for you in the inbox of { $consortium }.

    { $text }

    If you cannot get round to it: pass it on there with one click.
conversation-letter-due =
    { $n ->
        [one] The time is over; a short answer helps too:
       *[other] The time is over for these; short answers help too:
    }
conversation-letter-half =
    { $n ->
        [one] Half of the time is over:
       *[other] Half of the time is over for these:
    }
conversation-letter-arrived =
    { $n ->
        [one] New with you:
       *[other] New with you, { $n } conversations:
    }
conversation-letter-line = – Conversation { $number }, { $who }: “{ $said }” – answer by { $due }
conversation-letter-subject = Answer to your question no. { $number } to { $consortium }
conversation-letter-foot =
    This answer comes from { $house } ({ $consortium }).
    Nobody can reply to this e-mail. Another question? { $link }
