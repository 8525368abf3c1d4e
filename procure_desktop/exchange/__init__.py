"""Files that come in and go out: releases, lists, records, rates, announcements."""
