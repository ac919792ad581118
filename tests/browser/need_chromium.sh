#!/bin/sh
# The browser tests drive Debian's Chromium. Install it where that may be done, else say what is missing.
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Chromium is missing: installing Debian's package" >&2
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core fonts-liberation >&2 && exit 0
fi
echo "Chromium is missing. The browser tests need it: run 'sudo apt-get install chromium fonts-dejavu-core', then 'make test' again." >&2
exit 1
