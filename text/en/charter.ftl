# The network itself: what it is, what it settles, what is still missing.
charter-title = Our network
charter-save = Save
charter-edit = Edit
charter-check-colour = Look at the colour
charter-colour-readable = This colour can be read well on light and on dark ground.
charter-please-choose = Please choose

## Overview
charter-before-public = Until the page is public
charter-still-missing = Nobody outside sees this page yet. Writing, proposing and signing off work already. Before you publish, this is still missing:
charter-nothing-missing = Everything is there. As soon as you publish, anybody can read the page.
charter-publish = Publish
charter-publish-missing = Something is still missing. The page of the network says what.
charter-unpublish = No longer public
charter-unpublish-hint = Then nothing can be seen from outside. Inside everything stays as it is.
charter-missing-name = The name of the network
charter-missing-claim = One sentence that says who you are
charter-missing-about = A text “About us”
charter-missing-privacy = The privacy statement
charter-missing-houses = At least two houses that take part
charter-missing-signer = Somebody who can sign off what others write: invite people
charter-houses = The houses
charter-no-houses = No house takes part yet. Add the first one.
charter-add-house = Add a house
charter-house-active = with us since { $date }
charter-house-paused = pausing since { $date }
charter-house-left = left on { $date }
charter-facts = At a glance
charter-fact-name = Name
charter-fact-state = Page
charter-fact-public = public since { $date }
charter-fact-not-public = not public yet
charter-fact-address = Address
charter-fact-mode = Sign-off
charter-fact-languages = Languages
charter-fact-zone = Time zone
charter-fact-ends = Last day
charter-fact-end-reason = Reason
charter-languages-de = German
charter-languages-de-en = German, also English
charter-languages-en-de = English, also German
charter-languages-en = English
charter-people = People
charter-link-people = Who takes part
charter-link-channels = Channels: where posts go
charter-link-invite = Invite somebody
charter-link-audit = What was changed when
charter-settings = Settings
charter-rules = Rules

## Settings
charter-names-title = Name and about us
charter-names-lead = This is how the network introduces itself on every page.
charter-look-title = Colour, languages, time
charter-look-lead = The colour is that of links and buttons. Where it would be too pale or too dark we make it darker or lighter.
charter-address-title = Address
charter-address-lead = A new name often needs a new address. The old one leads to the new one for ever, and those who follow a feed notice nothing.
charter-legal-title = Legal texts
charter-legal-lead = These texts can be reached from every page.
charter-field-name = Name of the network
charter-field-claim = One sentence about it
charter-field-claim-hint = Who you are and for whom, for people who do not know you yet. At most 160 characters.
charter-field-about = About us
charter-field-about-simple = About us in easy language
charter-field-about-simple-hint = Short sentences, one thought a sentence, no foreign words.
charter-field-accent = Colour
charter-field-languages = Languages
charter-field-languages-hint = In which language do you mostly write?
charter-field-zone = Time zone
charter-field-zone-hint = All times are those of this zone.
charter-field-slug = Address
charter-field-slug-hint = The piece after the last slash: small letters, digits and hyphens. Earlier addresses still lead here.
charter-field-domain = Own domain
charter-field-domain-hint = If you have one, for example www.bibliothekshelden.de. It has to point to this server; your IT or your provider sets that up.
charter-field-imprint = Legal notice: what else belongs there
charter-field-imprint-hint = Such as a register or VAT number. Provider, address and who is responsible have a form of their own: “Legal notice”.
charter-field-privacy = Privacy statement
charter-field-privacy-hint = What holds for each house (GDPR or church law) we write below it ourselves.
charter-field-barrier = Accessibility in your own words
charter-field-barrier-hint = Stands in the middle of the accessibility statement. How accessible the page is you enter there, not here.
charter-field-netiquette = House rules for comments
charter-field-netiquette-hint = How people treat each other here.

## Ending
charter-ending-title = End the network
charter-ending-lead = After the last day everything can still be read, with the reason on every page. Nothing is written or changed any more. Until then you can change your mind.
charter-ending-set = Set the end
charter-ending-cancel = Go on after all
charter-ending-past = This day has passed already.
charter-ending-reason = Please write in one sentence why. Everybody who comes to the page later will read it.
charter-field-last-day = Last day
charter-field-end-reason = Reason
charter-field-end-reason-hint = Is shown publicly on the page.

## Hold everything
charter-halt-title = Hold everything
charter-halt-lead = For an emergency: until you lift it, nothing new appears. What is public stays. Writing and signing off go on.
charter-halt-since = Everything has been on hold since { $when }. That was { $name }, for this reason:
charter-halt-begin = Hold everything
charter-halt-end = Lift it
charter-halt-who-ends = Coordination or the head of a house can lift it.
charter-halt-reason-missing = Please write briefly why. The other houses will read it.
charter-halt-nothing-at-once = Nothing will appear at once when it is lifted: no post is overdue.
charter-halt-at-once =
    { $n ->
        [one] One post will appear at once when it is lifted
       *[other] { $n } posts will appear at once when it is lifted
    }
charter-halt-later =
    { $n ->
        [one] One post is planned for later
       *[other] { $n } posts are planned for later
    }
charter-field-halt-reason = Why?
charter-field-halt-reason-hint = One sentence is enough. Everybody in the network reads it, nobody outside.

## Sign-off
charter-mode-title = How posts are signed off
charter-mode-lead = A change holds only when another house agrees. What is already proposed stays with the old rule.
charter-mode-now = Now
charter-mode-waiting = Proposed
charter-mode-change = Propose something else
charter-mode-propose = Propose
charter-mode-agree = Agree
charter-mode-reject = Reject
charter-mode-withdraw = Take back
charter-mode-choose = Please choose what shall hold.
charter-mode-past = Decided before
charter-mode-proposed = { $name } proposed this: { $when }. Now somebody from another house has to agree. ({ $mode })
charter-mode-agreed = { $when }: { $name } agreed. { $mode }
charter-mode-dropped = { $when }: the proposal of { $name } was not accepted. { $mode }
charter-field-mode = What shall hold?

## What has just happened
charter-done-saved = Saved.
charter-done-published = The page is public now.
charter-done-unpublished = The page is no longer public.
charter-done-ending = The last day is set.
charter-done-ending-cancelled = The network goes on.
charter-done-halted = Everything is on hold.
charter-done-halt-lifted = Lifted. New posts appear again.
charter-done-mode-proposed = Proposed. Now it is another house's turn.
charter-done-mode-agreed = Agreed. It holds from now on.
charter-done-mode-rejected = Rejected. It stays as it was.
charter-done-mode-withdrawn = Taken back. It stays as it was.
charter-done-house-added = The house is with you. When is it open?
charter-done-house-paused = The house is pausing.
charter-done-house-resumed = The house takes part again.
charter-done-house-left = The house has left. Its posts stay.
charter-done-house-returned = The house is back.
charter-mode-letter = { $name } proposes to change how posts are signed off
charter-mode-letter-agreed = From now on posts are signed off differently
charter-mode-letter-agreed-body = { $name } has agreed to the change. For everything proposed from now on the new rule holds. What was already proposed is still checked by the old one.
charter-mode-letter-body = { $name } proposes to change the rule for signing off posts in the network. It takes somebody from another house to agree. Please have a look.
charter-letter-ending-subject = { $consortium } ends on { $day }
charter-letter-ending = { $by } has set the last day of { $consortium }: { $day }. The reason: “{ $reason }”

    Until then everything goes on as before. After that everything stays to be read and nothing more is written; what still waits for a sign-off then will not appear.
charter-letter-going-on-subject = { $consortium } goes on
charter-letter-going-on = { $by } has called off the announced end of { $consortium }. Everything goes on as before.
