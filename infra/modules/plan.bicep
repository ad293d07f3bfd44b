metadata description = 'The Flex Consumption plan: one app, scaled to zero when nothing happens.'

import { tags as allTags } from '../tags.bicep'

@description('Region; not every region has Flex Consumption.')
param location string

@description('Tags of every resource.')
param tags allTags

@description('Name of the plan.')
param name string

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

@description('Resource id.')
output id string = plan.id
