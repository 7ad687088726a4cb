"""The site's own search: the words of its pages, and the small files in which a browser looks them up."""
