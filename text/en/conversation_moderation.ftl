# Hiding, blocking, and the log of both.
conversation-hide = Hide
conversation-hide-why = For what reason?
conversation-hide-hint = Who, when and why is recorded. You can show it again at any time.
conversation-hide-do = Hide for this reason
conversation-hide-block = Hide and block the person
conversation-hide-reason = Nothing is hidden without a reason. Choose one of the list.
conversation-restore = Show again
conversation-reason-insult = Insult or threat
conversation-reason-hate = Hatred against people or groups
conversation-reason-private = Private details about others
conversation-reason-unlawful = Unlawful content
conversation-reason-advertising = Advertising or fraud
conversation-reason-repeated = The same again and again
conversation-reason-elsewhere = Has nothing to do with us
conversation-settings-title = Times and reasons
conversation-settings-days = Answers are given within
conversation-settings-days-hint = Counted in the opening hours of the house, without public holidays. Where a house has none, Monday to Friday, 9 to 17 hold.
conversation-days =
    { $n ->
        [one] one working day
       *[other] { $n } working days
    }
conversation-settings-reasons = Reasons for which something may be hidden
conversation-settings-reasons-hint = One a line, in keeping with the house rules. Empty: the usual ones.
conversation-settings-save = Decide so
conversation-reasons-many =
    { $n ->
        [one] One reason is possible.
       *[other] At most { $n } reasons are possible.
    }
conversation-reason-long =
    { $n ->
        [one] A reason may be one character long.
       *[other] A reason may be { $n } characters long.
    }
conversation-log-title = Log of moderation
conversation-log-lead = Who hid or blocked what, when, and for what reason. For two years.
conversation-log-none = Nothing has been hidden and nobody blocked yet.
conversation-log-table = Load as a table (CSV)
conversation-log-act =
    { $act ->
        [hidden] hidden
        [shown] shown again
        [blocked] blocked
        [unblocked] unblocked
       *[list] list of blocks brought in
    }
conversation-log-head =
    { $name ->
        [at] Time
        [who] Who
        [what] What
        [number] Conversation
        [whom] Whom or what it concerned
        [where] Where it stood
       *[why] Reason
    }
conversation-blocks-title = Blocks
conversation-blocks-lead = Nothing from these people and servers reaches the inbox of your network. Each block needs a reason and stands in the log.
conversation-blocks-lead-all = Nothing from these servers reaches the inbox of any network of this installation.
conversation-blocks-now = What holds now
conversation-blocks-none = Nobody is blocked.
conversation-block-more =
    { $n ->
        [one] And one more.
       *[other] And { $n } more.
    }
conversation-block-new = Block a server
conversation-block-host = Name of the server
conversation-block-host-hint = Such as fern.example. Everything below it is blocked too. Single people are blocked in the conversation, when hiding.
conversation-block-host-wrong = This is no name of a server, such as fern.example.
conversation-block-reason = Why
conversation-block-reason-missing = Give a reason, in short.
conversation-block-do = Block the server
conversation-block-end = Lift the block
conversation-block-list = Bring a list in
conversation-block-list-text = The list
conversation-block-list-hint = As Mastodon exports it (CSV), or one server a line. Open the file and paste what is in it. First you see what would happen.
conversation-block-list-preview = See what would happen
conversation-block-list-empty = The list names no server.
conversation-block-list-new =
    { $n ->
        [0] Nothing new.
        [one] One server is new.
       *[other] { $n } servers are new.
    }
conversation-block-list-known =
    { $n ->
        [one] One is blocked already.
       *[other] { $n } are blocked already.
    }
conversation-block-list-milder =
    { $n ->
        [one] One is only to be limited there; it is not blocked.
       *[other] { $n } are only to be limited there; they are not blocked.
    }
conversation-block-list-unread =
    { $n ->
        [one] One line cannot be read.
       *[other] { $n } lines cannot be read.
    }
conversation-block-list-reason = Stands on a list that was brought in
conversation-block-list-of =
    { $n ->
        [one] List with one server, { $at }
       *[other] List with { $n } servers, { $at }
    }
conversation-block-list-end = Take the list back
conversation-block-preview = What would happen
conversation-block-preview-hosts = The new servers
conversation-block-preview-unread = What could not be read
conversation-block-import = Block these servers
conversation-block-cancel = Rather not
conversation-operate = Installation
