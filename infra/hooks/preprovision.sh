#!/bin/sh
# Run by "azd" before it makes anything: says what is missing while nothing is half made.
set -eu

fail() {
  echo "$1" >&2
  exit 1
}

command -v az >/dev/null || fail "The Azure CLI is missing: the hooks call \"az\". Install it and sign in with \"az login\"."
command -v openssl >/dev/null || fail "openssl is missing: the secrets are drawn with it. Install it."
az account show --subscription "${AZURE_SUBSCRIPTION_ID:?azd sets it}" --output none ||
  fail "\"az\" cannot see the subscription $AZURE_SUBSCRIPTION_ID: sign in with \"az login\", beside \"azd auth login\"."
[ -n "${VERIFY_ENTRA_CLIENT_ID:-}" ] ||
  fail "VERIFY_ENTRA_CLIENT_ID is not set: people sign in to an app registration. Make one with infra/hooks/register-app.sh, or set its client id with \"azd env set VERIFY_ENTRA_CLIENT_ID <id>\"."
