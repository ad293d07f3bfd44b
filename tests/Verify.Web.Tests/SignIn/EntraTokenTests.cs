using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Verify.Web.Tests.Desk;
using static Verify.Web.Tests.SignIn.EntraDirectory;

namespace Verify.Web.Tests.SignIn;

/// <summary>Which tokens sign somebody in, sent both ways.</summary>
public sealed class EntraTokenTests(EntraFixture shared) : IClassFixture<EntraFixture>
{
    readonly EntraDirectory directory = shared.Directory;
    readonly WebDesk desk = shared.Desk;

    Task<Answered> ForwardAsync(string token, string path = "/api/session") => desk.Client().AskAsync(path, ("X-MS-TOKEN-AAD-ID-TOKEN", token));

    Task<Answered> BearAsync(string token, string path = "/api/session") => desk.Client().AskAsync(path, ("Authorization", $"Bearer {token}"));

    [Fact]
    public async Task Whom_the_platform_signed_in_is_told_their_name_and_role()
    {
        var session = (await ForwardAsync(directory.Key.Sign(IdToken("reviewer")))).Is(HttpStatusCode.OK).Json;
        Assert.Equal(("Ani Wijaya", "reviewer", true, "/.auth/logout"), ((string?)session["name"], (string?)session["role"], (bool)session["mayDecide"]!, (string?)session["signOut"]));
        Assert.Matches("^r-[0-9a-f]{16}$", (string?)session["id"]);
    }

    [Fact]
    public async Task A_program_s_access_token_is_taken_in_either_version_and_without_a_name()
    {
        var first = (await BearAsync(directory.Key.Sign(FirstToken("submitter")))).Is(HttpStatusCode.OK).Json;
        Assert.Equal(first["id"]!.ToString(), first["name"]!.ToString());
        (await BearAsync(directory.Key.Sign(IdToken("submitter")))).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_has_one_pseudonym_whatever_their_name_and_however_the_ids_are_spelt()
    {
        var token = IdToken("reviewer");
        var id = (string?)(await ForwardAsync(directory.Key.Sign(token))).Json["id"];
        (token["name"], token["preferred_username"], token["sub"]) = ("Ani Baru", "ani.baru@desk.example", "other");
        (token["oid"], token["tid"]) = (Ani.ToUpperInvariant(), Tenant.ToUpperInvariant());
        Assert.Equal(id, (string?)(await ForwardAsync(directory.Key.Sign(token))).Json["id"]);
        token["oid"] = "0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4f";
        Assert.NotEqual(id, (string?)(await ForwardAsync(directory.Key.Sign(token))).Json["id"]);
    }

    // A change to a good token of an editor, and a part of the sentence that refuses it.
    public static TheoryData<string, Action<JsonObject>, string> Wrong { get; } = new()
    {
        { "another directory's issuer", token => token["iss"] = "https://login.microsoftonline.com/99999999-3333-4444-5555-666677778888/v2.0", "issuer" },
        { "another service's issuer", token => token["iss"] = $"https://login.elsewhere.example/{Tenant}/v2.0", "issuer" },
        { "the issuer of every directory", token => token["iss"] = "https://login.microsoftonline.com/common/v2.0", "issuer" },
        { "an issuer in another case", token => token["iss"] = Issuer.ToUpperInvariant(), "issuer" },
        { "an issuer with a tail", token => token["iss"] = Issuer + "/", "issuer" },
        { "no issuer", token => token.Remove("iss"), "issuer" },
        { "an issuer that is no text", token => token["iss"] = 7, "" },
        { "another directory", token => token["tid"] = "99999999-3333-4444-5555-666677778888", "another directory" },
        { "no directory", token => token.Remove("tid"), "another directory" },
        { "two directories", token => token["tid"] = new JsonArray(Tenant, Tenant), "another directory" },
        { "another application", token => token["aud"] = "99999999-cccc-dddd-eeee-ffff00001111", "(aud)" },
        { "the directory's own service", token => token["aud"] = "00000003-0000-0000-c000-000000000000", "(aud)" },
        { "an audience that begins like ours", token => token["aud"] = Client + "0", "(aud)" },
        { "an audience with a tail", token => token["aud"] = $"api://{Client}/", "(aud)" },
        { "no audience", token => token.Remove("aud"), "(aud)" },
        { "an empty audience", token => token["aud"] = "", "(aud)" },
        { "a time that is over", token => token["exp"] = Seconds(-2), "time is over" },
        { "no end", token => token.Remove("exp"), "" },
        { "an end that is no number", token => token["exp"] = "tomorrow", "" },
        { "an end before time", token => token["exp"] = -1, "" },
        { "a time that has not begun", token => token["nbf"] = Seconds(2.1), "has not begun" },
        { "a time that begins after its end", token => (token["nbf"], token["exp"]) = (Seconds(40), Seconds(20)), "" },
        { "another version", token => token["ver"] = "1.0", "version" },
        { "a version to come", token => token["ver"] = "3.0", "version" },
        { "no version", token => token.Remove("ver"), "version" },
        { "nobody's id", token => token.Remove("oid"), "(oid)" },
        { "an id that is none", token => token["oid"] = "ani", "(oid)" },
        { "an empty id", token => token["oid"] = "", "(oid)" },
        { "two ids", token => token["oid"] = new JsonArray(Ani, "99999999-0000-0000-0000-000000000001"), "(oid)" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_token_with_one_claim_wrong_signs_nobody_in(string what, Action<JsonObject> change, string why)
    {
        var token = IdToken("editor");
        change(token);
        var signed = directory.Key.Sign(token);
        foreach (var answer in new[] { await ForwardAsync(signed), await BearAsync(signed) })
        {
            answer.IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
            Assert.True(answer.Detail!.StartsWith("The token was refused: ", StringComparison.Ordinal), $"{what}: {answer.Detail}");
            Assert.Contains(why, answer.Detail.Split(". ")[0], StringComparison.Ordinal);
            Assert.Contains("error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_of_the_first_version_is_a_program_s_and_never_the_platform_s()
    {
        (await ForwardAsync(directory.Key.Sign(FirstToken("editor")))).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
        var mixed = FirstToken("editor");
        mixed["ver"] = "2.0";
        (await BearAsync(directory.Key.Sign(mixed))).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    // Times beside now, in seconds, and whether the clocks' difference is forgiven.
    [Theory]
    [InlineData("exp", -119, true)]
    [InlineData("exp", -120, false)]
    [InlineData("nbf", 120, true)]
    [InlineData("nbf", 121, false)]
    public async Task Clocks_may_be_two_minutes_apart(string claim, int seconds, bool isTaken)
    {
        var token = IdToken("reviewer");
        token[claim] = Seconds(seconds / 60.0);
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await ForwardAsync(directory.Key.Sign(token))).Status);
    }

    [Fact]
    public async Task A_token_works_until_its_end_and_no_longer()
    {
        await using var later = await directory.DeskAsync();
        var forwarded = ("X-MS-TOKEN-AAD-ID-TOKEN", directory.Key.Sign(IdToken("reviewer")));
        later.Clock.Advance(TimeSpan.FromMinutes(41));
        (await later.Client().AskAsync("/api/session", forwarded)).Is(HttpStatusCode.OK);
        later.Clock.Advance(TimeSpan.FromMinutes(1));
        (await later.Client().AskAsync("/api/session", forwarded)).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    static readonly SigningKey Stranger = SigningKey.Make("key-1");

    public static TheoryData<string, Func<EntraDirectory, JsonObject, string>> Forged { get; } = new()
    {
        { "a stranger's key under our key's name", (_, token) => Stranger.Sign(token) },
        { "a key that nobody knows", (_, token) => SigningKey.Make("key-9").Sign(token) },
        { "no signature, and it says so", (directory, token) => SigningKey.Join(directory.Key.Header("none"), token, _ => []) },
        { "no signature, in other letters", (directory, token) => SigningKey.Join(directory.Key.Header("nOnE"), token, _ => []) },
        { "no signature, and it says nothing", (directory, token) => SigningKey.Join(directory.Key.Header(), token, _ => []) },
        { "no algorithm", (directory, token) => directory.Key.Sign(token, Without(directory.Key.Header(), "alg")) },
        { "no key's name", (directory, token) => directory.Key.Sign(token, Without(directory.Key.Header(), "kid")) },
        { "another type of token", (directory, token) => directory.Key.Sign(token, With(directory.Key.Header(), "typ", "logout+jwt")) },
        { "the public key as a shared secret (modulus)", (directory, token) => Shared(directory, token, directory.Key.Rsa.ExportParameters(false).Modulus!) },
        { "the public key as a shared secret (DER)", (directory, token) => Shared(directory, token, directory.Key.Rsa.ExportSubjectPublicKeyInfo()) },
        { "the public key as a shared secret (PEM)", (directory, token) => Shared(directory, token, Encoding.ASCII.GetBytes(directory.Key.Rsa.ExportSubjectPublicKeyInfoPem())) },
        { "another hash, rightly signed", (directory, token) => SigningKey.Join(directory.Key.Header("RS384"), token, text => directory.Key.Rsa.SignData(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)) },
        { "another padding, rightly signed", (directory, token) => SigningKey.Join(directory.Key.Header("PS256"), token, text => directory.Key.Rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)) },
        { "a key that the token itself brings", (_, token) => Stranger.Sign(token, With(Stranger.Header(), "jwk", Stranger.Public())) },
        { "an address of keys that the token itself brings", (directory, token) => Stranger.Sign(token, With(Stranger.Header(), "jku", $"{directory.Address}/theirs")) },
        { "another person put under the signature", (directory, token) => Swapped(directory.Key.Sign(token), With(token, "oid", "99999999-0000-0000-0000-000000000001")) },
        { "another signature's end", (directory, token) => directory.Key.Sign(token)[..^8] + "AAAAAAAA" },
        { "only head and claims", (directory, token) => directory.Key.Sign(token).Split('.')[0] + "." + directory.Key.Sign(token).Split('.')[1] },
        { "five parts", (directory, token) => directory.Key.Sign(token) + ".AAAA.AAAA" },
        { "an encrypted token", (directory, _) => $"{Base64UrlEncoder.Encode("""{"alg":"dir","enc":"A128CBC-HS256","kid":"key-1","zip":"DEF"}""")}..AAAA.AAAA.AAAA" },
        { "an encrypted token that says that it is signed", (directory, _) => $"{Base64UrlEncoder.Encode(directory.Key.Header().ToJsonString())}.AAAA.AAAA.AAAA.AAAA" },
        { "claims that are no object", (directory, _) => $"{Base64UrlEncoder.Encode(directory.Key.Header().ToJsonString())}.{Base64UrlEncoder.Encode("[1]")}.AAAA" },
        { "claims that are no JSON", (directory, _) => $"{Base64UrlEncoder.Encode(directory.Key.Header().ToJsonString())}.{Base64UrlEncoder.Encode("{")}.AAAA" },
        { "a head that is no JSON", (_, _) => $"{Base64UrlEncoder.Encode("alg")}.{Base64UrlEncoder.Encode("{}")}.AAAA" },
        { "a head without end", (directory, token) => directory.Key.Sign(token, JsonNode.Parse("""{"alg":"RS256","kid":"key-1","typ":"JWT","x":""" + new string('[', 60) + new string(']', 60) + "}")!.AsObject()) + "x" },
        { "letters of no alphabet", (directory, token) => directory.Key.Sign(token).Replace('.', '!') },
        { "dots alone", (_, _) => ".." },
        { "more dots", (_, _) => "....." },
        { "a word", (_, _) => "editor" },
        { "text that is no token", (_, _) => "{\"oid\":\"" + Ani + "\"}" },
        { "two tokens", (directory, token) => directory.Key.Sign(token) + ", " + directory.Key.Sign(token) },
    };

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_forged_token_signs_nobody_in(string what, Func<EntraDirectory, JsonObject, string> forge)
    {
        var token = forge(directory, IdToken("editor"));
        foreach (var answer in new[] { await ForwardAsync(token), await BearAsync(token) })
            Assert.True(answer is { Status: HttpStatusCode.Unauthorized, Code: "signInNeeded" }, $"{what}: {(int)answer.Status} {answer.Body}");
        // And the honest one beside it still does: nothing that was sent changed what is believed.
        (await ForwardAsync(directory.Key.Sign(IdToken("editor")))).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-ID")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-NAME")]
    [InlineData("X-MS-TOKEN-AAD-ACCESS-TOKEN")]
    [InlineData("X-ZUMO-AUTH")]
    [InlineData("Cookie")]
    public async Task No_other_header_of_the_platform_s_is_believed(string header)
    {
        var principal = new JsonObject
        {
            ["auth_typ"] = "aad", ["name_typ"] = "name", ["role_typ"] = "roles",
            ["claims"] = new JsonArray(new JsonObject { ["typ"] = "roles", ["val"] = "editor" }, new JsonObject { ["typ"] = "oid", ["val"] = Ani }),
        };
        foreach (var value in new[] { Convert.ToBase64String(Encoding.UTF8.GetBytes(principal.ToJsonString())), Ani, directory.Key.Sign(IdToken("editor")) })
            (await desk.Client().AskAsync("/api/session", (header, value))).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    [Fact]
    public async Task A_token_of_a_megabyte_is_turned_away_at_the_door_and_behind_it()
    {
        var token = IdToken("editor");
        token["groups"] = new string('g', 1024 * 1024);
        var large = directory.Key.Sign(token);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await ForwardAsync(large)).Status);
        // A host whose server takes larger headers.
        await using var wide = await directory.DeskAsync(more: app => app.Use(next => context =>
        {
            context.Request.Headers["X-MS-TOKEN-AAD-ID-TOKEN"] = large;
            return next(context);
        }));
        (await wide.Client().AskAsync("/api/session")).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    static JsonObject With(JsonObject json, string name, JsonNode value)
    {
        json[name] = value;
        return json;
    }

    static JsonObject Without(JsonObject json, string name)
    {
        json.Remove(name);
        return json;
    }

    static string Shared(EntraDirectory directory, JsonObject token, byte[] secret) =>
        SigningKey.Join(directory.Key.Header("HS256"), token, text => HMACSHA256.HashData(secret, text));

    static string Swapped(string signed, JsonObject claims)
    {
        var parts = signed.Split('.');
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.{parts[2]}";
    }
}
