metadata description = 'What the app may do in the desk\'s account: blobs in three containers, messages in two queues. Nothing on the account as a whole.'

import { roles } from '../roles.bicep'

@description('Name of the desk\'s storage account.')
param storeName string

@description('Name of the app\'s identity.')
param identityName string

@description('Object id of the app\'s identity.')
param principalId string

var containers = [
  'verify'
  'verify-inbox'
  'verify-log'
]

var queues = [
  'articles'
  'articles-poison'
]

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storeName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = [
      for container in containers: {
        name: container
      }
    ]
  }

  resource messages 'queueServices' existing = {
    name: 'default'

    resource queue 'queues' existing = [
      for queue in queues: {
        name: queue
      }
    ]
  }
}

resource blobWriter 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, at) in containers: {
    scope: account::blobs::container[at]
    name: guid(account::blobs::container[at].id, identityName, roles.blobDataContributor)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]

// The trigger takes messages, keeps them hidden while it works, and puts into "articles-poison" what failed too often.
resource queueReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, at) in queues: {
    scope: account::messages::queue[at]
    name: guid(account::messages::queue[at].id, identityName, roles.queueDataContributor)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueDataContributor)
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]
