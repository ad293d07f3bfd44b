metadata description = 'A file dropped into the inbox becomes a message in the queue "articles". Delivered by the topic\'s own identity; no webhook, so no key.'

import { roles } from '../roles.bicep'
import { tags as allTags } from '../tags.bicep'

@description('Region of the storage account.')
param location string

@description('Tags of every resource.')
param tags allTags

@description('Name of the system topic.')
param name string

@description('Name of the desk\'s storage account.')
param storeName string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storeName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadletter 'containers' existing = {
      name: 'deadletter'
    }
  }

  resource messages 'queueServices' existing = {
    name: 'default'

    resource articles 'queues' existing = {
      name: 'articles'
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::messages::articles
  name: guid(account::messages::articles.id, topic.id, roles.queueDataMessageSender)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueDataMessageSender)
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource burier 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::blobs::deadletter
  name: guid(account::blobs::deadletter.id, topic.id, roles.blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'inbox'
  properties: {
    deliveryWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      destination: {
        endpointType: 'StorageQueue'
        properties: {
          resourceId: account.id
          queueName: account::messages::articles.name
          // Never: a message waits until the app takes it, however long the app is down.
          queueMessageTimeToLiveInSeconds: -1
        }
      }
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: account.id
          blobContainerName: account::blobs::deadletter.name
        }
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: [
        'Microsoft.Storage.BlobCreated'
      ]
      subjectBeginsWith: '/blobServices/default/containers/verify-inbox/'
      isSubjectCaseSensitive: true
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
  }
  dependsOn: [
    sender
    burier
  ]
}

@description('Resource id of the topic.')
output id string = topic.id
