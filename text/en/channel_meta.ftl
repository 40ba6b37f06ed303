# Facebook and Instagram.
channel-meta-unreached = Facebook could not be reached. We will try again.
channel-meta-unknown = The connection to Facebook broke after the post had gone out. Please look on the page whether it is there.
channel-meta-token = Facebook no longer accepts this access. Please connect the channel anew.
channel-meta-permission = Facebook does not allow this with the present access (“{ $said }”). Please connect the channel anew and agree to all questions.
channel-meta-missing = The access lacks permissions: { $names }. Please connect the channel anew and agree to all questions.
channel-meta-limit = Facebook takes nothing for a while because too much came at once. We will try again later.
channel-meta-duplicate = Facebook says that the same text has just appeared. Change it for this channel, or leave it at that.
channel-meta-blocked = Facebook has blocked the page or the app (“{ $said }”). Please ask Meta, in the support of the page.
channel-meta-gone = The post can no longer be found on Facebook.
channel-meta-version = Meta no longer has this version of the interface. Whoever runs the installation sets “graph_version” to a newer one.
channel-meta-picture = Facebook did not take a picture (“{ $said }”). Use another one, or upload it smaller.
channel-meta-wrong = Facebook did not take the post: “{ $said }” (no. { $code }). Change it for this channel and send it once more.
channel-meta-working = Instagram is still preparing the pictures.
channel-meta-expired = The pictures prepared at Instagram have expired. We are preparing them anew.
channel-meta-no-correction = On Instagram a post can only be changed in the app. Please change it there by hand.
channel-meta-no-withdrawal = Instagram does not let us delete the post. Please delete it there in the app.
channel-meta-link-dead = On Instagram the link in the text cannot be tapped. Put the address of the joint page into the profile.
