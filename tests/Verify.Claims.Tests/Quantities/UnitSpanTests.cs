namespace Verify.Claims.Tests.Quantities;

/// <summary>How far a unit and its quantity reach in the text.</summary>
public sealed class UnitSpanTests
{
    [Theory]
    [InlineData("tr", "Kurs 25 sent'e indi.", "25 sent", "sent")]
    [InlineData("tr", "Bilet 3 dolar 50 sent'e satıldı.", "3 dolar 50 sent", "dolar")]
    [InlineData("tr", "Fırın 85 derece f'ye ayarlandı.", "85 derece f", "derece f")]
    [InlineData("fr", "La tour a coûté 18,6 millions de $ CA.", "18,6 millions de $ CA", "$ CA")]
    [InlineData("fr", "La tour a coûté 5 $US.", "5 $US", "$US")]
    [InlineData("en", "The mill sold for 3 million $ AUD.", "3 million $ AUD", "$ AUD")]
    [InlineData("en", "Sales were MAUD 60.", "MAUD 60", "MAUD")]
    [InlineData("en", "The toll is 27 USD 60, and rising.", "27 USD 60", "USD")]
    [InlineData("en", "The slate is 10 \" long.", "10 \"", "\"")]
    [InlineData("en", "The lake froze at 10 degrees below zero.", "10 degrees below zero", "degrees")]
    [InlineData("es", "La obra costó 1.000.000 de euros.", "1.000.000 de euros", "euros")]
    [InlineData("zh", "门票价格为10日元。", "10日元", "日元")]
    public void A_quantity_ends_where_its_unit_does(string language, string text, string span, string unit)
    {
        var quantity = Assert.Single(ClaimExtractor.For(language)!.Extract(text).Quantities);
        Assert.Equal(span, text[quantity.Span.Start..quantity.Span.End]);
        Assert.Equal(unit, text[quantity.Unit!.Span.Start..quantity.Unit.Span.End]);
    }
}
