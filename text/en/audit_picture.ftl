# The trail of pictures and consents.
audit-picture-uploaded = { $who } uploaded a picture: { $detail }
audit-picture-described = { $who } changed what is said of a picture.
audit-picture-withdrawn = { $who } withdrew a picture.
audit-picture-restored = { $who } shows a withdrawn picture again.
audit-picture-consented = { $who } assigned a consent to a picture.
audit-picture-consent-removed = { $who } took a consent off a picture.
audit-recorded-consent = { $who } recorded a consent.
audit-withdrew-consent = { $who } took a consent back; pictures gone: { $detail }
audit-ended-consent = A consent has ended; pictures gone: { $detail }
