# Where a post stands: one sentence for each channel, and what comes next.
delivery-where = Where it stands
delivery-own-site = Own site
delivery-own-since = There to read since { $at }.
delivery-own-gone = Not there to read at present.
delivery-see = See it
delivery-never = Does not go there.
delivery-publish = { $state ->
    [waiting] Goes out in a moment.
    [in-hand] Is going out now.
    [sent] { $network ->
        [newsletter] Goes to everybody who asked for it, since { $at }.
       *[other] There since { $at }.
    }
    [retry] Not there yet. Next try { $at }.
    [looking] It is not certain that it arrived. We look again { $at }.
    [unconfirmed] It is not certain that it arrived. Please look there.
    [refused] Not there: the service does not take it.
    [reconnect] Waits until the channel is connected anew.
    [withdrawn] Is not there.
    [lapsed] Did not go out. Should it still go out now?
   *[by_hand] Waits for somebody to take it there.
}
delivery-correct = { $state ->
    [waiting] It is there, and the correction goes out in a moment.
    [in-hand] It is there, and the correction is going out now.
    [sent] It is there, last corrected { $at }.
    [retry] It is there in its old wording. Next try { $at }.
    [looking] It is there. It is not certain that the correction arrived.
    [unconfirmed] It is there. It is not certain that the correction arrived. Please look there.
    [refused] { $network ->
        [newsletter] Sent, partly in its old wording.
       *[other] It is still there in its old wording. Please change it there by hand.
    }
    [reconnect] It is there in its old wording. The correction waits until the channel is connected anew.
    [withdrawn] It is no longer there.
    [lapsed] It is there, in its old wording.
   *[by_hand] It is there in its old wording, so please change it there by hand.
}
delivery-withdraw = { $state ->
    [waiting] Is taken back in a moment.
    [in-hand] Is being taken back now.
    [sent] Taken back { $at }.
    [retry] Still there. Next try to take it back { $at }.
    [looking] It is not certain whether it is still there.
    [unconfirmed] It is not certain whether it is still there. Please look.
    [refused] { $network ->
        [newsletter] Sent. It cannot be called back.
       *[other] Still there. Please delete it there by hand.
    }
    [reconnect] Still there. It is taken back as soon as the channel is connected anew.
    [withdrawn] Taken back.
    [lapsed] Still there. The channel no longer exists here: please delete it there by hand.
   *[by_hand] Still there. Please take it away there.
}
delivery-without = { $n ->
    [one] One picture stayed behind, because the consent does not cover this channel.
   *[other] { $n } pictures stayed behind, because the consent does not cover this channel.
}
delivery-picture = { $state ->
    [over] A picture was taken away there, because it may not be shown any more.
    [ahead] A picture may not be shown there any more. It is about to be taken away.
   *[asks] { $network ->
        [newsletter] A picture may not be shown any more, but the letter has been delivered. Tell the person who is shown.
        [by_hand] A picture may not be shown any more. Please take it down there.
       *[other] A picture may not be shown there any more, and the program cannot take it out of the post. Take the post back, or delete the picture there by hand.
    }
}
delivery-again-risk = If it did arrive and is sent again, it will be there twice.
delivery-channel-ended = The channel no longer exists here. What is there is changed and deleted there.
delivery-network = { $network ->
    [fediverse] Fediverse
    [mastodon] Mastodon
    [bluesky] Bluesky
    [facebook] Facebook
    [instagram] Instagram
    [newsletter] Newsletter
   *[by_hand] by hand
}
delivery-decide = { $decision ->
    [done] { $state ->
        [unconfirmed] { $act ->
            [publish] It is there
            [correct] It is changed
           *[withdraw] It is gone
        }
       *[other] Done
    }
    [again] { $state ->
        [unconfirmed] Send again
        [lapsed] Send it now
       *[other] Try again
    }
   *[leave] { $state ->
        [unconfirmed] It is not there, leave it so
       *[other] Leave it
    }
}
delivery-choose = { $choice ->
    [in] Send it there
   *[out] { $network ->
        [newsletter] Send no more of it
       *[other] Take it back from there
    }
}
delivery-connect = Connect anew
delivery-carry = Get text and pictures
delivery-in-hand = This is going out just now. Please load the page again in a minute.
delivery-why-ours = Something went wrong on our side.
delivery-why-pictures = Its pictures are still being cut to size.
delivery-why-reconnect = The channel has to be connected anew first.
delivery-why-late = The installation was not running at that time, and that was too long ago.
delivery-why-given-up = Tried for two and a half days without success. The last time: { $why }
delivery-why-deadly = The program broke off several times while sending it.
delivery-why-stopped = It was withdrawn while it was going out.
delivery-why-never-out = It was withdrawn before it went out.
delivery-why-left = So decided.
delivery-why-channel-gone = The channel was taken away.
delivery-why-consortium-ended = The Verbund has ended.
delivery-list = Where it stands and what waits
delivery-list-sift = Choose
delivery-list-channel = Channel
delivery-list-any-channel = all channels
delivery-list-state = State
delivery-list-show = Show
delivery-list-nothing = There is nothing to do here.
delivery-list-open = { $n ->
    [0] Everything is where it belongs.
    [one] One sending waits for somebody.
   *[other] { $n } sendings wait for somebody.
}
delivery-list-found = { $n ->
    [0] No sending.
    [one] One sending.
   *[other] { $n } sendings.
}
delivery-state = { $state ->
    [open] what waits for somebody
    [waiting] goes out in a moment
    [sent] done
    [retry] is tried again
    [unconfirmed] not certain
    [refused] not taken
    [reconnect] waits for a new connection
    [withdrawn] is not there
    [lapsed] did not go out
    [by_hand] to be taken there by hand
   *[any] all
}
delivery-card-broken = Connect { $channel } anew
delivery-card-broken-words = { $n ->
    [0] { $why } Until then nothing goes there.
    [one] { $why } One post waits, and is not lost.
   *[other] { $why } { $n } posts wait, and none is lost.
}
delivery-card-look = Look and decide
delivery-farewell = { $name } ends. { $reason } Nothing new appears here any more. What there was stays to be read.
