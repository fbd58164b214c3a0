"""HTML pages as readings: elements say what is story and what is site, and language does where they do not."""
