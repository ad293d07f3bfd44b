metadata description = 'Nobody reaches the app without having signed in with Entra; only its health, its API description, and the checkpoint and the key of its log are open.'

@description('Name of the app.')
param appName string

@description('Entra tenant whose people sign in.')
param tenantId string

@description('Client id of the app registration that people sign in to.')
param clientId string

@description('Client ids of programs that may call with a token of their own, beside the app itself.')
param callerClientIds string[]

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource signIn 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
      runtimeVersion: '~1'
    }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'RedirectToLoginPage'
      redirectToProvider: 'azureactivedirectory'
      excludedPaths: [
        '/health'
        '/openapi/v1.json'
        '/api/log/checkpoint'
        '/api/log/key'
      ]
    }
    httpSettings: {
      requireHttps: true
      forwardProxy: {
        convention: 'NoProxy'
      }
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenantId}/v2.0'
          // Names the setting that holds the client id of the identity whose assertion stands in for a secret.
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
        }
        login: {
          // offline_access lets /.auth/refresh renew an id token before its hour is over.
          loginParameters: [
            'scope=openid profile email offline_access'
          ]
        }
        validation: {
          allowedAudiences: [
            clientId
            'api://${clientId}'
          ]
          defaultAuthorizationPolicy: {
            allowedApplications: union([clientId], callerClientIds)
          }
        }
      }
    }
    login: {
      // Hands the id token on to the app, which validates it once more.
      tokenStore: {
        enabled: true
      }
      cookieExpiration: {
        convention: 'FixedTime'
        timeToExpiration: '12:00:00'
      }
      nonce: {
        validateNonce: true
      }
    }
  }
}
