#!/bin/sh
# By hand, once, by somebody who may register apps in Entra: makes the registration that people sign in to, with the desk's four roles,
# and tells "azd" its client id. Only people who were given a role can sign in.
#
#   infra/hooks/register-app.sh [NAME]
set -eu

name=${1:-Verify}
here=$(dirname "$0")
graph=https://graph.microsoft.com/v1.0

client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true \
  --app-roles "@$here/../app-roles.json" --query appId --output tsv | tr -d '\r')
[ -n "$client" ] || {
  echo "The registration \"$name\" was not made." >&2
  exit 1
}
az rest --method PATCH --url "$graph/applications(appId='$client')" --output none \
  --body "{\"identifierUris\": [\"api://$client\"], \"api\": {\"requestedAccessTokenVersion\": 2}}"
az ad sp show --id "$client" --output none 2>/dev/null || az ad sp create --id "$client" --output none
az rest --method PATCH --url "$graph/servicePrincipals(appId='$client')" --output none --body '{"appRoleAssignmentRequired": true}'
azd env set VERIFY_ENTRA_CLIENT_ID "$client"
echo "\"$name\" is registered as $client. Give people their roles in Entra: Enterprise applications, $name, Users and groups."
