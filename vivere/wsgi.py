"""The WSGI entry point that servers load."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vivere.settings")
application = get_wsgi_application()
