metadata description = 'Durable Task Scheduler with one task hub: another back end for Durable Functions than Azure Storage. Optional.'

import { roles } from '../roles.bicep'
import { tags as allTags } from '../tags.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags allTags

@description('Name of the scheduler: 3 to 64 letters, digits and hyphens.')
@minLength(3)
@maxLength(64)
param name string

@description('How it is paid: by the action, or by the capacity unit.')
@allowed([
  'Consumption'
  'Dedicated'
])
param sku string

@description('Address ranges that may call it, in CIDR notation. An empty list lets nobody in; who calls needs the role as well.')
@minLength(1)
param callers string[]

@description('Name of the app\'s identity.')
param identityName string

@description('Object id of the app\'s identity.')
param principalId string

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    ipAllowlist: callers
    sku: sku == 'Dedicated'
      ? {
          name: sku
          capacity: 1
        }
      : {
          name: sku
        }
  }

  resource hub 'taskHubs' = {
    name: 'verify'
  }
}

resource worker 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: scheduler
  name: guid(scheduler.id, identityName, roles.durableTaskDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.durableTaskDataContributor
    )
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Where it answers.')
output endpoint string = scheduler.properties.endpoint

@description('Name of the task hub.')
output hubName string = scheduler::hub.name
