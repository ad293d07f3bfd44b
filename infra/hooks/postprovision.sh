#!/bin/sh
# Run by "azd" after it made the resources: what no template can do. Each step may be repeated, and changes nothing the second time.
set -eu

here=$(dirname "$0")
"$here/secrets.sh"
"$here/lock-records.sh"
"$here/connect-sign-in.sh"
