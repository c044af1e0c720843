"""The settings of the test run: development defaults, a folder of its own, cheap password hashes.

Nothing of the person's own environment counts but DATABASE_URL.
"""

import atexit
import os
import shutil
import tempfile

for name in ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "CACHE_URL", "EMAIL_URL", "STORAGE_URL", "PORT"):
    os.environ.pop(name, None)
os.environ["DEBUG"] = "1"
os.environ["VIVERE_VAR"] = tempfile.mkdtemp(prefix="vivere-test-")
atexit.register(shutil.rmtree, os.environ["VIVERE_VAR"], ignore_errors=True)

from vivere.settings import *  # noqa: E402, F403 - the environment comes first

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405 - whitenoise warns of a folder that is not there
