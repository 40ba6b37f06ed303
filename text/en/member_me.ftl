# What people decide about themselves.
member-desk-title = My networks
member-desk-none = You belong to no network at present. An invitation code takes you into one.
member-installation = Verbund
member-your-name = Your name
member-your-name-hint = This is what colleagues in your network see.
member-name-missing = Please give your name, at most 100 characters.
member-language = Language
member-save = Save
member-change = Change
member-back = Back
member-away-title = Absence
member-away-label = Away up to and including
member-away-hint = Meanwhile nobody asks you to sign off. An empty field means: you are here.
member-away-back = I am back
member-away-until = Away until { $date }
member-is-away = Away
member-until = until { $date }
member-until-past = Choose a day that is still to come.
member-email-none = You have given no address. Everything works without; you then get no messages.
member-email-new = New address
member-email-hint = We send a link there. The address counts only once you have confirmed it.
member-email-send = Send link
member-email-no-server = No mail server is set up here, so no address can be confirmed.
member-email-remove = Remove address
member-email-taken = This address belongs to somebody else already.
member-confirm-title = Confirm e-mail address
member-confirm-lead = Is { $address } yours, and should it be used for you from now on?
member-confirm-go = Confirm
member-confirm-late = This link no longer works. Ask for a new one under “My details”.
member-password-none = You have no password. That is fine if you sign in another way.
member-password-current = Present password
member-password-wrong = The present password is wrong.
member-password-change = Change password
member-password-set = Set password
member-password-remove = Remove password
member-last-way = This is your last way to sign in. Set up another one first, then you can remove this one.
member-second-on = Switched on: after the password we ask for six digits from your app.
member-second-off = Switched off. With a second factor, a leaked password is of no use to anybody.
member-second-begin = Set up
member-second-lead = Read the picture with an authenticator app on your phone and type the six digits it then shows.
member-second-qr = QR code for the authenticator app
member-second-by-hand = Or type this key into the app:
member-second-go = Switch on
member-second-remove-label = Six digits or your password
member-second-remove = Switch off
member-passkeys = Passkeys
member-passkey-add = Add a passkey
member-passkey-name = Name
member-passkey-remove = Remove
member-made = set up { $date }
member-last-used = last used { $date }
member-sessions = Where you are signed in
member-session-here = here
member-session-since = since { $date }
member-session-seen = last seen { $date }
member-session-shared = shared computer
member-session-end = Sign out
member-session-end-one = Sign out: { $device }
member-sessions-end-others = Sign out everywhere else
member-device = { $browser } on { $system }
member-device-unknown = Unknown device
member-ways = { $n ->
    [0] You have no way of your own to sign in again. Set a password or set up a passkey.
    [one] You have one way to sign in. With a second one you are not locked out when the first is lost.
   *[other] You have { $n } ways to sign in.
}
member-letter-hello = Hello { $name },
member-letter-foot = You get this message because you work with “{ $consortium }”. If you want no more of them, remove your e-mail address at { $link }.
member-letter-foot-sign-in = This message comes from { $link }, because somebody gave your address for signing in there. If it was not you, do nothing: without the link nothing happens.
member-letter-link-subject = Your link to sign in
member-letter-link = { $n ->
    [one] this link signs you in. It works for one minute, once.
   *[other] this link signs you in. It works for { $n } minutes, once.
}
member-letter-email-subject = Please confirm your e-mail address
member-letter-email = { $n ->
    [one] please confirm with this link that the address is yours. It works for one hour.
   *[other] please confirm with this link that the address is yours. It works for { $n } hours.
}
member-letter-moved-subject = Your e-mail address was changed
member-letter-moved = from now on your address is { $address }. If it was not you, sign in, have a look, and tell your coordination:
member-letter-rescue-subject = A sign-in code was issued for you
member-letter-rescue = { $name } issued a code for you with which you can set a new password. If you did not ask for it, please find out why. Your details are here:
