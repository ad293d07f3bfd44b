namespace Verify.Web.SignIn;

static class SignInPaths
{
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";

    /// <summary>The platform's own, in front of the desk: none of these requests reach it.</summary>
    public const string PlatformSignIn = "/.auth/login/aad";
    public const string PlatformSignOut = "/.auth/logout";
}
