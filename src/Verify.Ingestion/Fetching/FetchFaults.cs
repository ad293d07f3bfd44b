using System.Security.Authentication;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Fetching;

/// <summary>What the other side did wrong, told by what the HTTP stack threw.</summary>
static class FetchFaults
{
    /// <summary>Null for what is no fault of the other side.</summary>
    public static Fetched? Of(Exception thrown, Uri address, TimeSpan longest)
    {
        for (var cause = thrown; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case WireException:
                    return FetchProblems.HeadersTooLarge(address);
                case AuthenticationException:
                    return FetchProblems.Unreachable(address, "its certificate is not valid for its name, or it speaks no TLS that is safe");
                case HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                case HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                    return FetchProblems.HeadersTooLarge(address);
            }
        }
        return thrown switch
        {
            OperationCanceledException => FetchProblems.Slow(address, longest),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => FetchProblems.Unreachable(address, "nothing answers there"),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
                FetchProblems.Unreachable(address, "what answers there is not HTTP"),
            InvalidDataException => FetchProblems.Unreachable(address, "its page is compressed and cannot be unpacked"),
            HttpRequestException or IOException => FetchProblems.Unreachable(address, "the connection broke off"),
            _ => null,
        };
    }
}
