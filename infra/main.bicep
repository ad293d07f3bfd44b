metadata description = 'Verify on Azure Functions: one resource group with all it needs. What it makes and what a person must do is in README.md.'

targetScope = 'subscription'

@description('Name of the environment: stands in the name of the resource group and on every resource.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Region of every resource. It must offer Flex Consumption.')
@minLength(1)
param location string

@description('Name of the resource group.')
@minLength(1)
@maxLength(90)
param resourceGroupName string = 'rg-${environmentName}'

// Sign-in

@description('Client id of the Entra app registration that people sign in to: infra/hooks/register-app.sh makes it.')
@minLength(36)
@maxLength(36)
param entraClientId string

@description('Entra tenant whose people sign in.')
@minLength(36)
@maxLength(36)
param entraTenantId string = tenant().tenantId

@description('Client ids of programs that may call with a token of their own.')
param callerClientIds string[] = []

@description('Host names that are answered beside the app\'s own, for a domain of your own.')
param hostNames string[] = []

// Records and what is kept

@description('Days for which a record can be neither changed nor deleted.')
@minValue(1)
@maxValue(146000)
param recordRetentionDays int = 3650

@description('True once the time of the records is to be locked for good; infra/hooks/lock-records.sh then does it. There is no way back.')
param lockRecords bool = false

@description('True gives the app a role of our own for the records, which creates and reads; false the built-in Storage Blob Data Contributor.')
param recordsCreateOnly bool = true

@description('Puts a lock on the desk\'s storage account, so that "azd down" and a slip of the hand leave it alone.')
param protectFromDeletion bool = true

@description('Days that something deleted can be brought back, and days after which something erased is gone for good.')
@minValue(7)
@maxValue(365)
param deletedKeptDays int = 30

@description('Days after which an untouched article moves to the cool tier.')
@minValue(30)
@maxValue(3650)
param coolAfterDays int = 90

@description('How often the desk\'s data is kept, and where. Not every region has zones.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
  'Standard_RAGRS'
  'Standard_RAGZRS'
])
param storageSku string = 'Standard_ZRS'

// The app

@description('Version of .NET that the workers run: the target framework of src/Verify.Functions.')
@allowed([
  '10.0'
])
param runtimeVersion string = '10.0'

@description('Memory of an instance, in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('The most instances that run at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances kept warm for HTTP; 0 costs nothing and starts cold.')
@minValue(0)
@maxValue(20)
param httpAlwaysReady int = 0

@description('Instances kept warm for orchestrations; 0 costs nothing and starts cold.')
@minValue(0)
@maxValue(20)
param durableAlwaysReady int = 0

@description('What keeps the state of orchestrations: Azure Storage, or the Durable Task Scheduler.')
@allowed([
  'storage'
  'scheduler'
])
param durableBackend string = 'storage'

@description('How the Durable Task Scheduler is paid, where it is used.')
@allowed([
  'Consumption'
  'Dedicated'
])
param schedulerSku string = 'Consumption'

@description('Address ranges that may call the Durable Task Scheduler. The app has no fixed address without a network of yours.')
param schedulerCallers string[] = ['0.0.0.0/0']

@description('True adds Azure AI Language.')
param languageEnabled bool = false

// Network

@description('Whether storage, vault and language answer on the public network. Disabled needs functionsSubnetId, and private endpoints and their DNS, which are not made here.')
@allowed([
  'Enabled'
  'Disabled'
])
param publicNetworkAccess string = 'Enabled'

@description('Resource id of a subnet of yours, delegated to Microsoft.App/environments, that the app calls out from; empty for none.')
param functionsSubnetId string = ''

// Watch

@description('Address that alerts are sent to; empty for none.')
param alertEmail string = ''

@description('Hours that a claim may wait for a reviewer before somebody is told.')
@minValue(1)
@maxValue(336)
param queueAgeAlertHours int = 24

@description('Failed runs, and exceptions, within a quarter of an hour that are still normal.')
@minValue(0)
@maxValue(10000)
param normalFailures int = 5

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

// Who deploys

@description('Object id of whoever deploys: writes the two secrets, once. Empty when they are written otherwise.')
param deployerId string = ''

@description('What the deployer is.')
@allowed([
  'User'
  'ServicePrincipal'
])
param deployerType string = 'User'

var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName }
var identityName = 'id-verify-${token}'
var storeName = 'stverify${token}'
var hostStorageName = 'sthost${token}'
var vaultName = 'kv-${token}'
var appName = 'func-verify-${token}'
var useScheduler = durableBackend == 'scheduler'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: resourceGroupName
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: identityName
  }
}

module workspace 'modules/workspace.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'log-verify-${token}'
    retentionDays: logRetentionDays
  }
}

module insights 'modules/insights.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'appi-verify-${token}'
    workspaceId: workspace.outputs.id
    identityName: identityName
    principalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: vaultName
    identityName: identityName
    principalId: identity.outputs.principalId
    deployerId: deployerId
    deployerType: deployerType
    publicNetworkAccess: publicNetworkAccess
    workspaceId: workspace.outputs.id
  }
}

module store 'modules/store.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: storeName
    sku: storageSku
    deletedKeptDays: deletedKeptDays
    publicNetworkAccess: publicNetworkAccess
    protectFromDeletion: protectFromDeletion
    workspaceId: workspace.outputs.id
  }
}

module storeLifecycle 'modules/store-lifecycle.bicep' = {
  scope: group
  params: {
    storeName: storeName
    erasedKeptDays: deletedKeptDays
    coolAfterDays: coolAfterDays
  }
  dependsOn: [
    store
  ]
}

module storeAccess 'modules/store-access.bicep' = {
  scope: group
  params: {
    storeName: storeName
    identityName: identityName
    principalId: identity.outputs.principalId
  }
  dependsOn: [
    store
  ]
}

module records 'modules/records.bicep' = {
  scope: group
  params: {
    storeName: storeName
    identityName: identityName
    principalId: identity.outputs.principalId
    retentionDays: recordRetentionDays
    locked: lockRecords
    createOnly: recordsCreateOnly
  }
  dependsOn: [
    store
  ]
}

module inboxEvents 'modules/inbox-events.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'evgt-verify-${token}'
    storeName: storeName
  }
  dependsOn: [
    store
  ]
}

module hostStorage 'modules/host-storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: hostStorageName
    identityName: identityName
    principalId: identity.outputs.principalId
    publicNetworkAccess: publicNetworkAccess
  }
}

module language 'modules/language.bicep' = if (languageEnabled) {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'lang-verify-${token}'
    identityName: identityName
    principalId: identity.outputs.principalId
    publicNetworkAccess: publicNetworkAccess
  }
}

module scheduler 'modules/scheduler.bicep' = if (useScheduler) {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'dts-verify-${token}'
    sku: schedulerSku
    callers: schedulerCallers
    identityName: identityName
    principalId: identity.outputs.principalId
  }
}

module plan 'modules/plan.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'plan-verify-${token}'
  }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: appName
    planId: plan.outputs.id
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    runtimeVersion: runtimeVersion
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    httpAlwaysReady: httpAlwaysReady
    durableAlwaysReady: durableAlwaysReady
    subnetId: functionsSubnetId
    hostStorageName: hostStorage.outputs.name
    packageContainer: hostStorage.outputs.packageContainer
    memoryContainer: hostStorage.outputs.memoryContainer
    storeName: storeName
    vaultName: vaultName
    insightsConnectionString: insights.outputs.connectionString
    entraTenantId: entraTenantId
    entraClientId: entraClientId
    hostNames: hostNames
    useLanguage: languageEnabled
    languageEndpoint: language.?outputs.endpoint ?? ''
    useScheduler: useScheduler
    schedulerEndpoint: scheduler.?outputs.endpoint ?? ''
    schedulerHub: scheduler.?outputs.hubName ?? ''
  }
  // The app must not start before its identity may read and write.
  dependsOn: [
    storeAccess
    records
    vault
  ]
}

module signIn 'modules/sign-in.bicep' = {
  scope: group
  params: {
    appName: appName
    tenantId: entraTenantId
    clientId: entraClientId
    callerClientIds: callerClientIds
  }
  dependsOn: [
    app
  ]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    prefix: 'alert-verify-${token}'
    email: alertEmail
    workspaceId: workspace.outputs.id
    storageIds: [
      store.outputs.id
      hostStorage.outputs.id
    ]
    topicId: inboxEvents.outputs.id
    queueAgeHours: queueAgeAlertHours
    normalFailures: normalFailures
  }
}

// "azd" keeps these as variables of the environment; the hooks read them.

@description('Region.')
output AZURE_LOCATION string = location

@description('Tenant of the subscription.')
output AZURE_TENANT_ID string = tenant().tenantId

@description('Resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the app.')
output SERVICE_FUNCTIONS_NAME string = app.outputs.name

@description('Address of the desk.')
output SERVICE_FUNCTIONS_URI string = 'https://${app.outputs.hostName}'

@description('Name of the desk\'s storage account.')
output VERIFY_STORE_ACCOUNT string = store.outputs.name

@description('The store, as "verify --data" takes it.')
output VERIFY_STORE_ADDRESS string = 'https://${store.outputs.name}.blob.${environment().suffixes.storage}/verify'

@description('Name of the vault that holds the secrets.')
output VERIFY_VAULT string = vaultName

@description('Object id of the app\'s identity, which the app registration trusts.')
output VERIFY_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId

@description('Client id of the app registration.')
output VERIFY_ENTRA_CLIENT_ID string = entraClientId

@description('Whether the time of the records is to be locked.')
output VERIFY_LOCK_RECORDS bool = lockRecords

@description('Days for which a record can be neither changed nor deleted.')
output VERIFY_RECORD_RETENTION_DAYS int = recordRetentionDays
