using System.IO.Compression;
using System.Text;
using Xunit;

namespace Tutor.Parsing;

public sealed class CheckingAnUpload
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 0x0D], Program = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0],
        Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], Pdf = [.. "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj"u8];

    [Theory]
    [InlineData("a.md"), InlineData("a.MARKDOWN"), InlineData("a.html"), InlineData("a.htm"), InlineData("a.txt"), InlineData("a.vtt"), InlineData("a.srt")]
    public async Task Text_under_a_name_for_text_is_taken(string name) => Assert.Null(await Uploaded.CheckAsync(name, "Ünïcode and more"u8.ToArray()));

    [Fact]
    public async Task A_pdf_is_taken_also_after_a_line_of_mail()
    {
        Assert.Null(await Uploaded.CheckAsync("a.pdf", Pdf));
        Assert.Null(await Uploaded.CheckAsync("A.PDF", [.. "\nX-Mailer\n"u8, .. Pdf]));
    }

    [Fact]
    public async Task Content_and_name_must_agree()
    {
        (string Name, byte[] Bytes)[] wrong =
        [
            ("photo.pdf", Png), ("setup.pdf", Program), ("page.pdf", [.. "<html><script>x</script>\n"u8, .. Pdf]), ("notes.pdf", "just text"u8.ToArray()),
            ("chapter.docx", Pdf), ("chapter.docx", "just text"u8.ToArray()), ("chapter.docx", Zip(("ppt/presentation.xml", 10))), ("deck.pptx", Zip(("word/document.xml", 10))),
            ("chapter.docx", Zip(("xl/workbook.xml", 10))), ("photo.md", Png), ("setup.txt", Program), ("a.html", Pdf), ("a.vtt", Zip(("word/document.xml", 10))),
        ];
        foreach (var (name, bytes) in wrong) Assert.Equal((name, "wrong-type"), (name, (await Uploaded.CheckAsync(name, bytes))?.Code));
    }

    [Theory]
    [InlineData("setup.exe", "unsupported-type"), InlineData("README", "unsupported-type"), InlineData("book.epub", "unsupported-type")]
    [InlineData("old.doc", "old-format"), InlineData("old.ppt", "old-format"), InlineData("notes.odt", "unsupported-type")]
    public void Names_are_turned_away_before_a_byte_arrives(string name, string code) => Assert.Equal(code, UploadCheck.CheckName(name)?.Code);

    [Fact]
    public void Empty_and_one_byte_too_many_are_turned_away()
    {
        Assert.Equal("empty-file", UploadCheck.CheckLength(0)?.Code);
        Assert.Null(UploadCheck.CheckLength(200 * 1024 * 1024));
        Assert.Equal("too-large", UploadCheck.CheckLength(200 * 1024 * 1024 + 1)?.Code);
    }

    [Fact]
    public async Task An_office_file_in_an_old_container_is_locked_or_old()
    {
        byte[] locked = [.. Ole, .. new byte[2_000_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]];
        Assert.Equal("password-protected", (await Uploaded.CheckAsync("a.docx", locked))?.Code);
        Assert.Equal("old-format", (await Uploaded.CheckAsync("a.pptx", Ole))?.Code);
    }

    [Fact]
    public async Task A_zip_that_is_cut_off_unpacks_to_too_much_or_leaves_its_folder_is_turned_away()
    {
        var good = Zip(("word/document.xml", 100));
        Assert.Null(await Uploaded.CheckAsync("a.docx", good));
        Assert.Equal("damaged", (await Uploaded.CheckAsync("a.docx", good[..(good.Length / 2)]))?.Code);
        Assert.Equal("too-big-unpacked", (await Uploaded.CheckAsync("a.docx", Zip(("word/document.xml", 70 * 1024 * 1024))))?.Code);
        Assert.Equal("too-big-unpacked", (await Uploaded.CheckAsync("a.docx", Zip(("word/document.xml", 10), ("word/media/a.png", 40 * 1024 * 1024))))?.Code);
        Assert.Equal("damaged", (await Uploaded.CheckAsync("a.docx", Zip(("word/document.xml", 10), ("../../evil.txt", 1))))?.Code);
    }

    private static byte[] Zip(params (string Name, int Size)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, size) in parts.Prepend(("[Content_Types].xml", 20)))
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(new byte[size]);
            }
        }
        return bytes.ToArray();
    }
}
