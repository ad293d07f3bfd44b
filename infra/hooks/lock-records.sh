#!/bin/sh
# Locks the time of the records for good, when VERIFY_LOCK_RECORDS is true. A template cannot: the resource manager makes unlocked
# policies, and locking is an action on one. There is no way back; afterwards the time can be made longer, five times.
set -eu

case "${VERIFY_LOCK_RECORDS:-false}" in
  [Tt]rue) ;;
  *)
    echo "Records: the time is set and not locked."
    exit 0
    ;;
esac

days=${VERIFY_RECORD_RETENTION_DAYS:?azd sets it from the outputs of infra/main.bicep}

policy() {
  verb=$1
  shift
  az storage container immutability-policy "$verb" \
    --subscription "${AZURE_SUBSCRIPTION_ID:?azd sets it}" \
    --resource-group "${AZURE_RESOURCE_GROUP:?azd sets it}" \
    --account-name "${VERIFY_STORE_ACCOUNT:?azd sets it from the outputs of infra/main.bicep}" \
    --container-name verify-records "$@"
}

# Where there is none yet, some versions of "az" answer with an error and some with nothing.
found=$(policy show --query '[state, immutabilityPeriodSinceCreationInDays]' --output tsv 2>/dev/null | tr -d '\r' | tr '\n' '\t')
case "$found" in
  Locked*)
    has=$(printf '%s' "$found" | cut -f2)
    if [ "$has" != "$days" ]; then
      echo "Records: the time is locked at $has days, and VERIFY_RECORD_RETENTION_DAYS asks for $days. Only \"az storage container immutability-policy extend\" changes it, and only upwards." >&2
      exit 1
    fi
    echo "Records: the time is locked at $has days."
    exit 0
    ;;
esac

etag=$(policy create --period "$days" --allow-protected-append-writes false --query etag --output tsv)
policy lock --if-match "$(printf '%s' "$etag" | tr -d '\r')" --output none
echo "Records: the time is now locked at $days days, for good."
