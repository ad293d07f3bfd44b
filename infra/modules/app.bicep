metadata description = 'The Functions app: .NET isolated on Flex Consumption. Its settings name where things are; none holds a key.'

import { tags as allTags } from '../tags.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags allTags

@description('Name of the app, and of its host below azurewebsites.net.')
@minLength(2)
@maxLength(60)
param name string

@description('Resource id of the plan.')
param planId string

@description('Resource id of the app\'s identity.')
param identityId string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('Version of .NET that the workers run.')
param runtimeVersion string

@description('Memory of an instance, in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int

@description('The most instances that run at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances kept warm for HTTP; 0 costs nothing and starts cold.')
@minValue(0)
@maxValue(20)
param httpAlwaysReady int

@description('Instances kept warm for orchestrations; 0 costs nothing and starts cold.')
@minValue(0)
@maxValue(20)
param durableAlwaysReady int

@description('Resource id of a subnet delegated to Microsoft.App/environments; empty for none.')
param subnetId string

@description('Name of the account of the Functions host.')
param hostStorageName string

@description('Container in it that holds the deployed package.')
param packageContainer string

@description('Container in it that remembers the log.')
param memoryContainer string

@description('Name of the desk\'s storage account.')
param storeName string

@description('Name of the vault that holds the secrets.')
param vaultName string

@description('Connection string of Application Insights; it opens nothing by itself.')
param insightsConnectionString string

@description('Entra tenant whose people sign in.')
param entraTenantId string

@description('Client id of the app registration that people sign in to.')
param entraClientId string

@description('Host names that are answered beside the app\'s own.')
param hostNames string[]

@description('Whether Azure AI Language is used.')
param useLanguage bool

@description('Where it answers, when it is used.')
param languageEndpoint string

@description('Whether the Durable Task Scheduler keeps the orchestrations, in place of Azure Storage.')
param useScheduler bool

@description('Where it answers, when it is used.')
param schedulerEndpoint string

@description('Task hub in it, when it is used.')
param schedulerHub string

var storage = environment().suffixes.storage
var vault = 'https://${vaultName}${environment().suffixes.keyvaultDns}'
var allowedHosts = concat(['${name}.azurewebsites.net'], hostNames)

var alwaysReady = concat(
  httpAlwaysReady == 0 ? [] : [{ name: 'http', instanceCount: httpAlwaysReady }],
  durableAlwaysReady == 0 ? [] : [{ name: 'durable', instanceCount: durableAlwaysReady }]
)

var always = {
  // Who the app is. Client ids name an identity; they do not prove one.
  AZURE_CLIENT_ID: identityClientId

  // The host's own storage.
  AzureWebJobsStorage__accountName: hostStorageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId

  // The queue of the inbox.
  Articles__queueServiceUri: 'https://${storeName}.queue.${storage}'
  Articles__credential: 'managedidentity'
  Articles__clientId: identityClientId

  // The desk. What is secret is named by the address of its secret: the app reads it with its identity.
  Verify__Store: 'https://${storeName}.blob.${storage}/verify'
  Verify__Log__Key: '${vault}/secrets/log-key'
  Verify__Log__Memory: 'https://${hostStorageName}.blob.${storage}/${memoryContainer}'
  Verify__SignIn__PseudonymSecret: '${vault}/secrets/pseudonym-secret'
  Verify__SignIn__Entra__TenantId: entraTenantId
  Verify__SignIn__Entra__ClientId: entraClientId

  // Sign-in by the platform: the identity vouches for the app at Entra, so there is no client secret.
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
  WEBSITE_AUTH_AAD_ALLOWED_TENANTS: entraTenantId

  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identityClientId}'
}

var answered = toObject(range(0, length(allowedHosts)), at => 'Verify__AllowedHosts__${at}', at => allowedHosts[at])

var language = useLanguage ? { Verify__Language__Endpoint: languageEndpoint } : {}

var scheduler = useScheduler
  ? {
      AzureFunctionsJobHost__extensions__durableTask__hubName: schedulerHub
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
    }
  : {}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: planId
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      // No ftpsState: Flex Consumption has no FTP at all, and refuses an app that says anything about it.
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: 'https://${hostStorageName}.blob.${storage}/${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: runtimeVersion
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReady
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(always, answered, language, scheduler)
  }

  // Deployments sign in with Entra; the publishing password opens nothing.
  resource publishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

@description('Name of the app.')
output name string = app.name

@description('Its own host name.')
output hostName string = app.properties.defaultHostName
