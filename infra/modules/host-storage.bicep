metadata description = 'The account of the Functions host and of Durable Functions: leases, timers, histories, the deployed package. Of the desk it holds only what must not lie in the desk\'s own account: the memory of its log.'

import { roles } from '../roles.bicep'
import { tags as allTags } from '../tags.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags allTags

@description('Name of the account: 3 to 24 lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Name of the app\'s identity.')
param identityName string

@description('Object id of the app\'s identity.')
param principalId string

@description('Whether the account answers on the public network.')
@allowed([
  'Enabled'
  'Disabled'
])
param publicNetworkAccess string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: publicNetworkAccess
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: publicNetworkAccess == 'Enabled' ? 'Allow' : 'Deny'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource package 'containers' = {
      name: 'app-package'
      properties: {
        publicAccess: 'None'
      }
    }

    // The newest checkpoint that the desk signed: whoever can write the desk's account cannot put this one back with it.
    resource memory 'containers' = {
      name: 'log-memory'
      properties: {
        publicAccess: 'None'
      }
    }
  }
}

// What the Functions host asks for: it makes containers, queues and tables by itself.
var hostRoles = [
  roles.blobDataOwner
  roles.queueDataContributor
  roles.tableDataContributor
]

resource host 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in hostRoles: {
    scope: account
    name: guid(account.id, identityName, role)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]

@description('Name of the account.')
output name string = account.name

@description('Resource id.')
output id string = account.id

@description('Name of the container that holds the deployed package.')
output packageContainer string = account::blobs::package.name

@description('Name of the container that remembers the log.')
output memoryContainer string = account::blobs::memory.name
