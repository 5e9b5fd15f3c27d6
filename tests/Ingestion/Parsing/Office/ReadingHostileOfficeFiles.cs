using System.Buffers.Binary;
using Xunit;
using static Tutor.Parsing.Office.OfficeFiles;

namespace Tutor.Parsing.Office;

public sealed class ReadingHostileOfficeFiles
{
    [Fact]
    public async Task A_part_of_700_MB_behind_a_directory_that_tells_is_not_unpacked() =>
        Assert.Equal("too-big-unpacked", await Uploaded.RefusalAsync("a.docx", WordFile(new string(' ', 70 << 20))));

    [Fact]
    public async Task A_directory_that_lies_about_sizes_is_no_way_in()
    {
        var bytes = WordFile(Para("Seen.") + new string(' ', 40 << 20));
        var lies = Lie(bytes, "word/document.xml"u8);
        Assert.True(lies > 0);
        Assert.Equal("damaged", await Uploaded.RefusalAsync("a.docx", bytes));
    }

    [Fact]
    public async Task A_document_deeper_than_any_stack_ends_as_a_refusal() => Assert.Contains(
        await Uploaded.RefusalAsync("a.docx", WordFile(string.Concat(Enumerable.Repeat("<w:customXml>", 20_000)) + Para("x") + string.Concat(Enumerable.Repeat("</w:customXml>", 20_000)))),
        (string[])["damaged", "too-hard-to-read", "no-text"]);

    [Fact]
    public async Task Declarations_of_entities_are_refused() => Assert.Equal("unsafe-content",
        await Uploaded.RefusalAsync("a.docx", WithDtd(WordFile(Para("x")))));

    private static byte[] WithDtd(byte[] docx)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"u8);
        }
        return stream.ToArray();
    }

    /// <summary>Writes 100 bytes as the unpacked size of an entry into the central directory.</summary>
    private static int Lie(byte[] zip, ReadOnlySpan<byte> name)
    {
        var changed = 0;
        for (var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0 && at + 46 < zip.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 28));
            if (zip.AsSpan(at + 46, length).SequenceEqual(name))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), 100);
                changed++;
            }
            var next = zip.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }
        return changed;
    }
}
