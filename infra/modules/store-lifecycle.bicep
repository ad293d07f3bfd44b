metadata description = 'What is forgotten, and when. Block blobs only: journals are append blobs, so no rule reaches them. No rule names records or the log.'

@description('Name of the desk\'s storage account.')
param storeName string

@description('Days after which what was erased or replaced is gone for good, beside the days that it can be brought back.')
@minValue(1)
@maxValue(365)
param erasedKeptDays int

@description('Days after which an untouched article moves to the cool tier; it stays readable at once.')
@minValue(30)
@maxValue(3650)
param coolAfterDays int

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storeName
}

resource policy 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          // Marks, leases and queue entries live for minutes and are written anew: their old versions are worth nothing.
          name: 'forget-working-names'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'verify/due/'
                'verify/leases/'
                'verify/queue/'
                'verify/states/'
              ]
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 7
                }
              }
            }
          }
        }
        {
          // An article erased on legal request lives on as an old version: here it ends.
          name: 'forget-what-was-erased'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'verify/articles/'
                'verify/quarantine/'
                'verify-inbox/'
              ]
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: erasedKeptDays
                }
              }
            }
          }
        }
        {
          // The rule cannot tell the raw bytes from what was read in them: both are under the article's name.
          name: 'cool-old-articles'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'verify/articles/'
              ]
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: coolAfterDays
                }
              }
            }
          }
        }
        {
          name: 'clean-dead-letters'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'deadletter/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 90
                }
              }
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 90
                }
              }
            }
          }
        }
      ]
    }
  }
}
