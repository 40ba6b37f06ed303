# Carrying by hand.
delivery-carry-title = For “{ $channel }”
delivery-carry-lead = This is how the post goes there. Copy the text, save the pictures, carry them there; then say at the post that it is done.
delivery-carry-text = Text for “{ $channel }”
delivery-carry-copy = Copy the text
delivery-carry-copied = Copied.
delivery-carry-pictures = Pictures in full size
delivery-carry-save = Save the picture
delivery-carry-done = Back to the post to tick it off
