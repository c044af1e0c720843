"""The settings of the test run: development defaults, a folder of its own, cheap password hashes."""

import os
import tempfile

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("VIVERE_VAR", tempfile.mkdtemp(prefix="vivere-test-"))

from vivere.settings import *  # noqa: F403 - the environment comes first

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
