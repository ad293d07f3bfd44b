metadata description = 'The desk\'s own storage account: articles, journals, queue, log, inbox. Its records are in records.bicep, who may do what in store-access.bicep.'

import { tags as allTags } from '../tags.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags allTags

@description('Name of the account: 3 to 24 lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('How often the data is kept, and where.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
  'Standard_RAGRS'
  'Standard_RAGZRS'
])
param sku string

@description('Days that a deleted blob or container can still be brought back.')
@minValue(7)
@maxValue(365)
param deletedKeptDays int

@description('Whether the account answers on the public network.')
@allowed([
  'Enabled'
  'Disabled'
])
param publicNetworkAccess string

@description('Puts a lock on the account: nobody deletes it, or a policy in it, before the lock is taken away.')
param protectFromDeletion bool

@description('Resource id of the workspace that keeps the log of what is deleted.')
param workspaceId string

// Beside the records; "deadletter" takes events that could not be delivered.
var containers = [
  'verify'
  'verify-inbox'
  'verify-log'
  'deadletter'
]

var queues = [
  'articles'
  'articles-poison'
]

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    // Blobs are listed in the order of their names, which holds without a hierarchical namespace only.
    isHnsEnabled: false
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: publicNetworkAccess
    supportsHttpsTrafficOnly: true
    networkAcls: {
      // Event Grid is one of the services let in: it drops its messages into the queue.
      bypass: 'AzureServices'
      defaultAction: publicNetworkAccess == 'Enabled' ? 'Allow' : 'Deny'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: deletedKeptDays
      allowPermanentDelete: false
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: deletedKeptDays
    }
  }

  resource container 'containers' = [
    for container in containers: {
      name: container
      properties: {
        publicAccess: 'None'
      }
    }
  ]
}

resource messages 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'

  resource queue 'queues' = [
    for queue in queues: {
      name: queue
    }
  ]
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protectFromDeletion) {
  scope: account
  name: 'verify-records'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the records of verified claims. See infra/README.md before you take this away.'
  }
}

// Who deleted which blob, and when.
resource deletions 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'deletions'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

// What is put into the queues: the alert about "articles-poison" reads it.
resource arrivals 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: messages
  name: 'arrivals'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
    ]
  }
}

@description('Name of the account.')
output name string = account.name

@description('Resource id.')
output id string = account.id
