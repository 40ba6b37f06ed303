# What has just been done, said once.
done-saved = Saved.
done-signed-out = You are signed out.
done-link-sent = If we know this address, a link is on its way. It works for 15 minutes, once. Please look into your spam folder, too.
done-email-asked = We have sent a link to this address. The address counts as soon as you open and confirm it.
done-email-confirmed = Your e-mail address is confirmed.
done-password-set = Your new password is in force. You are signed out on all other devices.
done-passkey-added = The passkey is set up. From now on you can sign in with it.
done-second-set = The second factor is set up. From your next sign-in on we ask for the six digits.
done-rescued = You are back. Old passkeys, the old password and the second factor are void, and you are signed out on all other devices. Please check your details, the e-mail address too.
done-session-ended = You are signed out on this device.
done-sessions-ended = You are signed out on all other devices.
done-invitation-ended = The invitation no longer works.
done-membership-ended = This membership has ended. A new invitation takes it up again at any time.
done-person-ended = Access has ended.
done-person-returned = The person has access again.
done-operating-ended = Runs the installation no longer.
