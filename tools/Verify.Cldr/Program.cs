using Verify.Cldr;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: dotnet run --project tools/Verify.Cldr -- PACKAGES OUTPUT\n"
        + "  PACKAGES  a folder with the unpacked npm packages: npm install cldr-rbnf cldr-rbnf-42@npm:cldr-rbnf@42 cldr-numbers-full cldr-units-full cldr-dates-full makes it (node_modules)\n"
        + "  OUTPUT    src/Verify.Claims/Languages/cldr");
    return 2;
}
var packages = new Packages(args[0]);
Directory.CreateDirectory(args[1]);
foreach (var old in Directory.EnumerateFiles(args[1], "*.json")) File.Delete(old);
foreach (var language in packages.Languages)
{
    File.WriteAllText(Path.Combine(args[1], language + ".json"), LanguageData.Of(packages, language).ToText());
}
Console.WriteLine($"{packages.Languages.Count} languages of CLDR {packages.Version}");
return 0;
