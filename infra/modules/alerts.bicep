metadata description = 'What wakes somebody: claims that wait too long, work that stands still, messages that fail, errors, storage that does not answer, and whoever touches a record.'

import { tags as allTags } from '../tags.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags allTags

@description('Beginning of the names of alerts.')
param prefix string

@description('Address that alerts are sent to; empty for none: they then show in the portal alone.')
param email string

@description('Resource id of the workspace that is searched.')
param workspaceId string

@description('Resource ids of the storage accounts that are watched.')
param storageIds string[]

@description('Resource id of the Event Grid topic that is watched.')
param topicId string

@description('Hours that a claim may wait for a reviewer before somebody is told.')
@minValue(1)
@maxValue(336)
param queueAgeHours int

@description('Failed runs, and exceptions, within a quarter of an hour that are still normal: what is tried again fails now and then.')
@minValue(0)
@maxValue(10000)
param normalFailures int

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: '${prefix}-people'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'verify'
    enabled: true
    emailReceivers: [
      {
        name: 'desk'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var told = empty(email) ? [] : [people.id]

// Each query answers with one number a row, "Value", and is asked every quarter of an hour about its window.
var searches = [
  {
    name: 'queue-age'
    title: 'A claim has waited ${queueAgeHours} hours for a reviewer'
    severity: 2
    window: 'PT1H'
    query: 'AppMetrics | where Name == "verify.queue.age" | summarize Value = max(Max) by bin(TimeGenerated, 15m)'
    operator: 'GreaterThan'
    threshold: queueAgeHours * 3600
  }
  {
    name: 'stalled'
    title: 'Work that was due stands still'
    severity: 1
    window: 'PT30M'
    query: 'AppMetrics | where Name == "verify.process.stalled" | summarize Value = max(Max) by bin(TimeGenerated, 15m)'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'poison'
    title: 'A message about a dropped file failed too often and lies in articles-poison'
    severity: 1
    window: 'PT30M'
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and Uri contains "/articles-poison/" | summarize Value = count() by bin(TimeGenerated, 15m)'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'failures'
    title: 'More runs fail than usual'
    severity: 2
    window: 'PT15M'
    // A request that was refused with 4xx is an answer, not a failure.
    query: 'AppRequests | where Success == false and ResultCode !startswith "4" | summarize Value = count() by bin(TimeGenerated, 15m)'
    operator: 'GreaterThan'
    threshold: normalFailures
  }
  {
    name: 'exceptions'
    title: 'More exceptions than usual'
    severity: 3
    window: 'PT15M'
    query: 'AppExceptions | summarize Value = count() by bin(TimeGenerated, 15m)'
    operator: 'GreaterThan'
    threshold: normalFailures
  }
  {
    name: 'record-touched'
    title: 'Somebody tried to delete a record'
    severity: 0
    window: 'PT30M'
    query: 'StorageBlobLogs | where Category == "StorageDelete" and Uri contains "/verify-records" | summarize Value = count() by bin(TimeGenerated, 15m)'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    // A desk that is down says nothing, and trips none of those above.
    name: 'silent'
    title: 'The sweep, which runs every minute, has not run for half an hour'
    severity: 1
    window: 'PT30M'
    query: 'AppRequests | where Name == "SweepDue" | summarize Value = count()'
    operator: 'LessThan'
    threshold: 1
  }
]

resource search 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in searches: {
    name: '${prefix}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      enabled: true
      severity: rule.severity
      scopes: [
        workspaceId
      ]
      evaluationFrequency: 'PT15M'
      windowSize: rule.window
      autoMitigate: true
      // A table of the workspace appears with its first entry, which is later than this deployment.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'Value'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: told
      }
    }
  }
]

resource availability 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for (storage, at) in storageIds: {
    name: '${prefix}-storage-${at}'
    location: 'global'
    tags: tags
    properties: {
      description: 'A storage account answers less than 99 % of what is asked of it.'
      enabled: true
      severity: 1
      scopes: [
        storage
      ]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'availability'
            metricNamespace: 'Microsoft.Storage/storageAccounts'
            metricName: 'Availability'
            timeAggregation: 'Average'
            operator: 'LessThan'
            threshold: 99
          }
        ]
      }
      actions: [
        for group in told: {
          actionGroupId: group
        }
      ]
    }
  }
]

resource buried 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-deadletter'
  location: 'global'
  tags: tags
  properties: {
    description: 'News of a dropped file could not be delivered and lies in the container deadletter.'
    enabled: true
    severity: 1
    scopes: [
      topicId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'deadletter'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      for group in told: {
        actionGroupId: group
      }
    ]
  }
}
