metadata description = 'The container of the records: nothing in it can be overwritten or deleted before its time, and the app may create and read, nothing else.'

import { roles } from '../roles.bicep'

@description('Name of the desk\'s storage account.')
param storeName string

@description('Name of the app\'s identity.')
param identityName string

@description('Object id of the app\'s identity.')
param principalId string

@description('Days for which a record can be neither changed nor deleted, counted from its creation.')
@minValue(1)
@maxValue(146000)
param retentionDays int

@description('True when the policy is locked, or about to be: then infra/hooks/lock-records.sh makes and locks it, because a template can do neither to a locked policy.')
param locked bool

@description('True gives the app a role of our own that creates and reads; false the built-in Storage Blob Data Contributor, where the deployer may not define roles.')
param createOnly bool

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storeName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource records 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: account::blobs
  name: 'verify-records'
  properties: {
    publicAccess: 'None'
  }
}

// The policy of the whole container: unlike one of versions, it refuses an overwrite instead of keeping what was overwritten.
resource policy 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = if (!locked) {
  parent: records
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: retentionDays
    allowProtectedAppendWrites: false
  }
}

// "Put Blob" to a name that is free asks for add/action alone; overwriting asks for write, deleting for delete.
resource creator 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (createOnly) {
  name: guid(resourceGroup().id, storeName, 'verify-record-creator')
  properties: {
    roleName: 'Verify record creator (${storeName})'
    description: 'Creates and reads records of verified claims. Changes and deletes none.'
    type: 'CustomRole'
    assignableScopes: [
      resourceGroup().id
    ]
    permissions: [
      {
        actions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/read'
        ]
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
        ]
        notDataActions: []
      }
    ]
  }
}

resource recordCreator 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (createOnly) {
  scope: records
  name: guid(records.id, identityName, 'verify-record-creator')
  properties: {
    roleDefinitionId: creator.id
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource recordWriter 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!createOnly) {
  scope: records
  name: guid(records.id, identityName, roles.blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}
