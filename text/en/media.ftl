# Words of the room media.
media-empty = The file is empty. Please choose the picture again.
media-too-heavy = The file is { $n } MB, at most 25 MB can be taken. Please make the picture smaller, or send it to yourself once in “medium size”.
media-too-many-pixels = The picture has { $n } megapixels ({ $width } × { $height } pixels), at most 50 can be taken. Please make it smaller; a width of 4000 pixels is always enough.
media-needs-too-much-memory = Opening this picture takes too much memory. Please save it as a JPEG and try again.
media-cut-off = The picture did not arrive complete. Please upload it again.
media-damaged = The picture cannot be opened, the file is damaged. Please save it again as a JPEG.
media-unusual = This way of saving a picture is unknown to us. Please save it as an ordinary JPEG.
media-is-heic = The picture is in HEIC format, which many browsers do not show. On an iPhone, change it under Settings › Camera › Formats › Most Compatible. Or mail the picture to yourself first: that turns it into a JPEG.
media-is-avif = The picture is in AVIF format, which we do not open. Please save it as JPEG or PNG.
media-is-pdf = This is a PDF. Please upload a photo as a JPEG, or take a screenshot of the page.
media-is-svg = This is an SVG drawing. Please export it as PNG.
media-is-html = This is a web page, not a picture. Please upload a photo as a JPEG.
media-is-video = This is a film. Please upload a photo as a JPEG, a still from it for example.
media-is-office = This is a document or an archive (Word, ZIP). Please take the picture out and upload it as a JPEG.
media-is-raw = We do not open this format (TIFF, BMP, Photoshop, raw camera data). Please upload a photo as a JPEG.
media-is-unknown = This is not a picture that we can open. Please upload a photo as JPEG, PNG, WebP or GIF.

media-alt-missing = Please describe the picture in one sentence, or say that it is only decorative.
media-alt-too-long = The image description has { $n } characters. Please shorten it to what must be seen; details belong in the text.
media-alt-is-file-name = “{ $alt }” is a file name. Please describe what the picture shows.
media-licence-missing = Please choose the licence under which the picture may be shown. Did you make it yourself? Then “own work”.
media-credit-missing = Please name who made the picture.
media-source-missing = Please name where the picture comes from.
media-consent-missing = People can be recognised in the picture. Please record their consent.

media-licence-own = own work
media-licence-permission = permission given
media-licence-cover = publisher’s permission (cover)
media-licence-cc-by-4 = CC BY 4.0
media-licence-cc-by-sa-4 = CC BY-SA 4.0
media-licence-cc-by-nd-4 = CC BY-ND 4.0
media-licence-cc-by-nc-4 = CC BY-NC 4.0
media-licence-cc-by-nc-sa-4 = CC BY-NC-SA 4.0
media-licence-cc-by-nc-nd-4 = CC BY-NC-ND 4.0
media-licence-cc-by-3-de = CC BY 3.0 DE
media-licence-cc-by-sa-3-de = CC BY-SA 3.0 DE
media-licence-cc0 = CC0 (no rights reserved)
media-licence-pdm = public domain (Public Domain Mark)
media-licence-inc = in copyright
media-licence-inc-ow-eu = in copyright, EU orphan work
media-licence-inc-edu = in copyright, educational use permitted
media-licence-inc-nc = in copyright, non-commercial use permitted
media-licence-inc-ruu = in copyright, rights-holder cannot be found
media-licence-noc-cr = no copyright, contractual restrictions
media-licence-noc-nc = no copyright, non-commercial use only
media-licence-noc-oklr = no copyright, other legal restrictions
media-licence-noc-us = no copyright in the United States
media-licence-cne = copyright not evaluated
media-licence-und = copyright undetermined
media-licence-nkc = no known copyright

media-pictures = Pictures
media-picture = Picture
media-upload-title = Upload pictures
media-files = Choose photos
media-files-hint = JPEG, PNG, WebP or GIF, at most 25 MB each; you can choose several. Place and device, which your phone writes into the picture, are removed.
media-upload = Upload
media-upload-cut = The transfer broke off, or it was too much at once. Please try again, with fewer pictures if need be.
media-none-chosen = No picture arrived. Please choose a photo first.
media-too-many-files = At most { $n } pictures at once. Please upload the others afterwards.
media-refused-title = Not everything worked
media-refused-count = { $n ->
    [one] One picture could not be taken
   *[other] { $n } pictures could not be taken
}
media-taken-count = { $n ->
    [one] One picture has arrived
   *[other] { $n } pictures have arrived
}
media-try-again = Try again
media-go-on = On to the pictures
media-back-to-post = Back to the post
media-filter = Choose pictures
media-filter-all = All
media-filter-undescribed = Without description
media-filter-persons = With people
media-filter-withdrawn = Withdrawn
media-to-consents = Consents
media-empty-list = No pictures yet. Upload the first one: a photo from your phone will do.
media-empty-filter = Nothing here. All is well.
media-pages = More pictures
media-newer = Newer pictures
media-older = Older pictures
media-note-withdrawn = withdrawn
media-note-undescribed = no description
media-note-decorative = decorative
media-nameless = Picture without a name
media-not-here = One of the pictures does not exist in this network. Please choose it again.
media-taken-down = This picture was withdrawn. Please take it out of the post or put it back.
media-is-withdrawn = This picture is withdrawn and no longer shown anywhere.
media-lacking = Still missing before the picture can be shown
media-in-the-making = The sizes for the page are being made, this takes a few seconds.
media-description = About the picture
media-alt = Image description
media-alt-hint = For everybody who cannot see it: what is on the picture, in one sentence?
media-decorative = The picture only adorns and says nothing that is not in the text
media-alt-and-decorative = Either a description or “only adorns”: please remove one of them.
media-alt-help = How to write an image description
media-alt-advice = { $n ->
    [1] Say first what can be seen: who or what, doing what, where.
    [2] One or two sentences are enough. You need no “picture of”.
    [3] Describe what matters for the post, not every detail.
    [4] If there is important text in the picture, write it out.
   *[other] Do not repeat what the caption says.
}
media-alt-example = For example:
media-alt-example-text = Four children kneel on the carpet and build a bridge out of picture books, and a toy mouse walks across it.
media-caption = Caption
media-caption-hint = Stands visibly below the picture. May stay empty.
media-licence = Licence
media-licences-own = For every day
media-licences-cc = Creative Commons
media-licences-free = Free of rights
media-licences-statement = From archives and collections (rightsstatements.org)
media-licence-help = Which licence is the right one?
media-licence-advice = { $n ->
    [1] Own work: somebody of your house made the picture.
    [2] Permission given: somebody else made it and allowed you to show it here. Keep their message.
    [3] Publisher’s permission: the publisher allows its covers to be shown. Name the publisher as author.
    [4] Creative Commons: the picture was published on the web under this licence. Name and source belong to it; “NC” means not for advertising or sale, “ND” means not to be changed, so not cropped either.
    [5] Free of rights: the author died more than 70 years ago, or gave up all rights.
   *[other] From archives and collections: the statement that comes with the item. When in doubt, ask the archive.
}
media-credit = Who made the picture?
media-credit-hint = Stands below the picture. A name, or only the house if the person prefers that.
media-source = Where does it come from?
media-source-hint = Only for pictures from elsewhere: the address of the page, or the shelf mark.
media-persons = People can be recognised on the picture
media-persons-hint = Then you need the consent of each of them. Seen from behind or tiny in the background does not count.
media-focus = What matters in the picture?
media-focus-hint = In lists the picture is cropped. This point always stays visible.
media-focus-click = Click on the point in the picture above, or change the numbers.
media-focus-x = From the left, in per cent
media-focus-y = From the top, in per cent
media-focus-wrong = Please enter a number from 0 to 100.
media-focus-preview = This is how it looks in lists
media-save = Save
media-used-in = Shown in
media-used-nowhere = In no post yet.
media-untitled-post = Post without a title
media-use-public = public
media-use-planned = planned
media-use-draft = in progress
media-consents = Consents
media-consents-none = None yet.
media-consent-new = Record a consent
media-consent-choose = Already recorded?
media-consent-attach = Assign
media-consent-remove = Does not belong to this picture
media-facts = About the file
media-fact-house = House
media-fact-when = Uploaded
media-fact-size = Pixels
media-fact-file = Was called
media-withdraw-title = Withdraw
media-withdraw-why = The picture disappears from the page at once. Posts that show it stay, without the picture.
media-withdraw = Withdraw the picture
media-restore-title = Show again
media-restore-why = The posts in which it stood will show it again.
media-restore = Show the picture again
media-credit-line = Picture: { $name }
media-source-line = source
media-done-saved = Saved.
media-done-uploaded = It has arrived. Now a sentence on what can be seen.
media-done-withdrawn = The picture is withdrawn.
media-done-restored = The picture is shown again.
media-done-recorded = The consent is recorded.
media-done-assigned = Assigned.
media-done-unassigned = The consent no longer belongs to this picture.
media-done-unassigned-down = The consent no longer belongs to this picture. As nobody agrees to it any more, the picture is withdrawn.
media-done-taken-back = The consent is taken back, the pictures are no longer shown.
