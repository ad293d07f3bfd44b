#!/bin/sh
# Draws the two secrets of the desk and puts them into its vault, once: base64 of 32 random bytes each.
# One that is there is never replaced. Another pseudonym secret would give every reviewer another pseudonym; another key of the log
# would disown every checkpoint signed before.
set -eu
umask 077

vault=${VERIFY_VAULT:?azd sets it from the outputs of infra/main.bicep}
subscription=${AZURE_SUBSCRIPTION_ID:?azd sets it}

# Names alone, and only a list that was answered counts: "I could not look" must never be taken for "it is not there".
known() {
  az keyvault secret list --subscription "$subscription" --vault-name "$vault" --query '[].name' --output tsv
}

# The role to do this was given a moment ago, and takes minutes to arrive everywhere.
tries=${VERIFY_HOOK_TRIES:-20}
until names=$(known); do
  tries=$((tries - 1))
  if [ "$tries" -le 0 ]; then
    echo "The secrets of $vault cannot be listed, so none was written. Give yourself the role \"Key Vault Secrets Officer\" on it and run infra/hooks/secrets.sh again." >&2
    exit 1
  fi
  sleep "${VERIFY_HOOK_PAUSE:-15}"
done

file=$(mktemp)
trap 'rm -f "$file"' EXIT

draw() {
  if printf '%s\n' "$names" | tr -d '\r' | grep -qx "$1"; then
    echo "$1: is there, and stays."
    return
  fi
  # By way of a file: what stands on a command line can be read by everybody on the machine.
  openssl rand -base64 32 | tr -d '\r\n' >"$file"
  if [ "$(wc -c <"$file")" -ne 44 ]; then
    echo "$1: openssl drew no 32 bytes, so nothing was written." >&2
    exit 1
  fi
  az keyvault secret set --subscription "$subscription" --vault-name "$vault" --name "$1" --file "$file" --encoding utf-8 --output none
  echo "$1: written."
}

draw pseudonym-secret
draw log-key
