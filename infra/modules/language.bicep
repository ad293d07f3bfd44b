metadata description = 'Azure AI Language: names of people, places and organisations. Optional; keys are off.'

import { roles } from '../roles.bicep'
import { tags as allTags } from '../tags.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags allTags

@description('Name of the resource, and of its own subdomain, without which no identity can sign in.')
param name string

@description('Name of the app\'s identity.')
param identityName string

@description('Object id of the app\'s identity.')
param principalId string

@description('Whether it answers on the public network.')
@allowed([
  'Enabled'
  'Disabled'
])
param publicNetworkAccess string

resource language 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextAnalytics'
  sku: {
    name: 'S'
  }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: publicNetworkAccess
    networkAcls: {
      defaultAction: publicNetworkAccess == 'Enabled' ? 'Allow' : 'Deny'
    }
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: language
  name: guid(language.id, identityName, roles.languageReader)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.languageReader)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Where it answers.')
output endpoint string = language.properties.endpoint
