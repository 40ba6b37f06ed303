# Words of the room site.
site-directory-title = Verbünde
