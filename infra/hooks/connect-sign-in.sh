#!/bin/sh
# Tells the app registration where the desk is, and to trust the desk's identity in place of a secret.
set -eu

client=${VERIFY_ENTRA_CLIENT_ID:?azd sets it from the outputs of infra/main.bicep}
subject=${VERIFY_IDENTITY_PRINCIPAL_ID:?azd sets it from the outputs of infra/main.bicep}
callback="${SERVICE_FUNCTIONS_URI:?azd sets it from the outputs of infra/main.bicep}/.auth/login/aad/callback"

fail() {
  echo "Sign-in: $1 Somebody who may change the app registration $client can run infra/hooks/connect-sign-in.sh with the same variables (\"azd env get-values\")." >&2
  exit 1
}

# Several desks may share a registration: what is there stays.
addresses=$(az ad app show --id "$client" --query web.redirectUris --output tsv) || fail "the registration could not be read."
addresses=$(printf '%s' "$addresses" | tr '\r\t' '\n\n')
if printf '%s\n' "$addresses" | grep -qxF "$callback"; then
  echo "Sign-in: the registration knows this desk."
else
  # Addresses hold no spaces: each becomes an argument of its own.
  # shellcheck disable=SC2086
  az ad app update --id "$client" --web-redirect-uris $addresses "$callback" --output none || fail "$callback could not be added to it."
  echo "Sign-in: $callback added to the registration."
fi

trusted=$(az ad app federated-credential list --id "$client" --query '[].subject' --output tsv) || fail "whom it trusts could not be read."
if printf '%s\n' "$trusted" | tr '\r\t' '\n\n' | grep -qxF "$subject"; then
  echo "Sign-in: the registration trusts this desk's identity."
else
  az ad app federated-credential create --id "$client" --output none --parameters "{
    \"name\": \"${SERVICE_FUNCTIONS_NAME:?azd sets it from the outputs of infra/main.bicep}\",
    \"description\": \"The desk's identity vouches for the desk: no secret\",
    \"issuer\": \"https://login.microsoftonline.com/${AZURE_TENANT_ID:?azd sets it}/v2.0\",
    \"subject\": \"$subject\",
    \"audiences\": [\"api://AzureADTokenExchange\"]
  }" || fail "this desk's identity could not be added to those it trusts."
  echo "Sign-in: the registration now trusts this desk's identity."
fi
