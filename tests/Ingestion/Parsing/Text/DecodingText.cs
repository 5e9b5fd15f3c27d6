using System.Text;
using Tutor.Sources;
using Xunit;

namespace Tutor.Parsing.Text;

public sealed class DecodingText
{
    static DecodingText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8"), InlineData("utf-16"), InlineData("utf-16BE"), InlineData("utf-32")]
    public void A_byte_order_mark_decides(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var decoded = TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("Zellkern — 細胞核")]);
        Assert.Equal(("Zellkern — 細胞核", false), (decoded.Text, decoded.Guessed));
    }

    [Theory]
    [InlineData("windows-1252", "Die Zelle enthält einen Kern. Größere Organismen müssen ihre Wärme abgeben; « voilà » dit l’élève, où ça ?")]
    [InlineData("windows-1252", "Élève studieux, le garçon révisait ses leçons près de la fenêtre, où il rêvait déjà à l’été.")]
    [InlineData("windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy. Buněčné jádro řídí činnost buňky a obsahuje dědičnou informaci.")]
    [InlineData("windows-1250", "Jądro komórkowe zawiera materiał genetyczny. Wszystkie żywe organizmy składają się z komórek, które się dzielą.")]
    [InlineData("windows-1254", "Hücre çekirdeği kalıtım bilgisini taşır. Bölünme sırasında kromozomlar ışık mikroskobunda görülür; şişme değişir.")]
    [InlineData("windows-1251", "Митоз делит ядро клетки на два одинаковых ядра. Хромосомы располагаются в плоскости экватора.")]
    [InlineData("koi8-r", "Митоз делит ядро клетки на два одинаковых ядра. Хромосомы располагаются в плоскости экватора.")]
    [InlineData("iso-8859-7", "Η μίτωση διαιρεί τον πυρήνα του κυττάρου σε δύο όμοιους πυρήνες. Τα χρωμοσώματα ευθυγραμμίζονται.")]
    [InlineData("windows-1255", "מיטוזה היא חלוקת גרעין התא לשני גרעינים זהים. הכרומוזומים מסתדרים במרכז התא.")]
    [InlineData("windows-1256", "الانقسام هو انقسام نواة الخلية إلى نواتين متماثلتين. تصطف الصبغيات في وسط الخلية.")]
    [InlineData("shift_jis", "有糸分裂では一つの核が二つの核に分かれる。染色体は赤道面に並ぶ。")]
    [InlineData("euc-jp", "有糸分裂では一つの核が二つの核に分かれる。染色体は赤道面に並ぶ。")]
    [InlineData("iso-2022-jp", "有糸分裂では一つの核が二つの核に分かれる。染色体は赤道面に並ぶ。")]
    [InlineData("gb18030", "有丝分裂将一个细胞核分成两个相同的细胞核。染色体排列在赤道面上，然后被拉向两极。")]
    [InlineData("big5", "有絲分裂將一個細胞核分成兩個相同的細胞核。染色體排列在赤道面上，然後被拉向兩極。")]
    [InlineData("euc-kr", "체세포 분열은 하나의 핵을 두 개의 같은 핵으로 나눈다. 염색체는 적도면에 배열된다.")]
    public void A_file_that_says_nothing_is_read_rightly_and_the_guess_is_reported(string name, string text)
    {
        var decoded = TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes(text));
        Assert.Equal(text, decoded.Text);
        Assert.Equal("encoding-guessed", decoded.Note?.Code);
    }

    [Fact]
    public void Nobody_can_tell_what_two_odd_bytes_mean() =>
        Assert.Equal("unknown-encoding", Refused([.. "The sign "u8, 0xB8, .. " and the sign "u8, 0xA6, 0xBE, .. " stand for it."u8]));

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Equal("wrong-type", Refused([.. Enumerable.Range(0, 4000).Select(n => (byte)(n * 31 % 251))]));

    [Fact]
    public async Task A_page_may_name_its_encoding()
    {
        byte[] page = [.. "<meta charset=iso-8859-1><p>"u8, .. Encoding.Latin1.GetBytes("Größe"), .. "</p>"u8];
        var source = await Uploaded.ParseAsync("page.html", page);
        Assert.Equal("Größe", source.Blocks.Single().Text);
        Assert.Empty(source.Notes!);
    }

    private static string Refused(byte[] bytes) => Assert.Throws<SourceRefusedException>(() => TextDecoder.Decode(bytes)).Failure.Code;
}
