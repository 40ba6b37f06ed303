# Words of the frame around every page.
