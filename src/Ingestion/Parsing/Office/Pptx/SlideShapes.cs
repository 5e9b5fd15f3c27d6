using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Tutor.Parsing.Office.Pptx;

/// <summary>Gathers the shapes of a slide, those inside groups too, with the places that layouts and masters give them.</summary>
internal sealed class SlideShapes(SlideLayoutPart? layout, HiddenWords hidden, Frame slide)
{
    private readonly List<OpenXmlElement> inherited =
    [
        .. layout?.SlideLayout?.CommonSlideData?.ShapeTree.Find("sp") ?? [],
        .. layout?.SlideMasterPart?.SlideMaster?.CommonSlideData?.ShapeTree.Find("sp") ?? [],
    ];

    public List<SlideShape> Of(OpenXmlElement? tree)
    {
        var shapes = new List<SlideShape>();
        Gather(tree, shapes, f => f, 0);
        return shapes;
    }

    private void Gather(OpenXmlElement? parent, List<SlideShape> shapes, Func<Frame, Frame> place, int depth)
    {
        if (depth > Xml.Deepest) return;
        foreach (var element in parent?.ChildElements.AsEnumerable() ?? [])
        {
            switch (element.LocalName)
            {
                case "AlternateContent":
                    Gather(element.Chosen(), shapes, place, depth + 1);
                    break;
                case "grpSp":
                    if (!IsHidden(element)) Gather(element, shapes, Within(element, place), depth + 1);
                    break;
                case "sp" or "graphicFrame" when !IsHidden(element):
                    Add(element, shapes, place);
                    break;
            }
        }
    }

    private void Add(OpenXmlElement element, List<SlideShape> shapes, Func<Frame, Frame> place)
    {
        var mark = element.ChildElements.FirstOrDefault(c => c.LocalName.StartsWith("nv", StringComparison.Ordinal)).Path("nvPr", "ph");
        var type = mark is null ? null : mark.Attribute("type") ?? "obj";
        if (type is "dt" or "ftr" or "sldNum" or "hdr" or "sldImg") return; // furniture of every slide
        var index = mark.Number("idx");
        var own = FrameOf(element) is { } at ? place(at) : (Frame?)null;
        var frame = own ?? InheritedFrame(type, index) ?? new Frame(0, type is "title" or "ctrTitle" ? 0 : slide.Height / 4, slide.Width, slide.Height / 2);
        var shape = new SlideShape(element, frame, type, index);
        if (own is not null && IsOutside(frame)) hidden.Add(element.InnerText);
        else shapes.Add(shape);
    }

    /// <summary>What lies wholly beside the slide is not shown.</summary>
    private bool IsOutside(Frame f) => slide.Width > 0 && (f.X >= slide.Width || f.Y >= slide.Height || (f.Right <= 0 && f.Width > 0) || (f.Bottom <= 0 && f.Height > 0));

    private bool IsHidden(OpenXmlElement element)
    {
        var properties = element.ChildElements.FirstOrDefault(c => c.LocalName.StartsWith("nv", StringComparison.Ordinal)).Child("cNvPr");
        if (properties.Attribute("hidden") is not ("1" or "true")) return false;
        hidden.Add(string.Join(' ', element.Find("t").Select(t => t.InnerText)));
        return true;
    }

    private Frame? InheritedFrame(string? type, int? index)
    {
        if (type is null) return null;
        foreach (var shape in inherited)
        {
            var mark = shape.Path("nvSpPr", "nvPr", "ph");
            if (mark is null || FrameOf(shape) is not { } frame) continue;
            var itsType = mark.Attribute("type") ?? "obj";
            if (index is not null && mark.Number("idx") == index || itsType == type && (index is null || type is not "obj") || (type == "ctrTitle" && itsType == "title")) return frame;
        }
        return null;
    }

    private static Frame? FrameOf(OpenXmlElement element)
    {
        var transform = element.Child("xfrm") ?? element.Path("spPr", "xfrm") ?? element.Path("grpSpPr", "xfrm");
        return Read(transform, "off", "ext");
    }

    private static Frame? Read(OpenXmlElement? transform, string offset, string extent)
    {
        if (transform.Child(offset) is not { } at || transform.Child(extent) is not { } size) return null;
        return new Frame(Long(at, "x"), Long(at, "y"), Long(size, "cx"), Long(size, "cy"));
    }

    private static long Long(OpenXmlElement element, string name) => Xml.Integer(element.Attribute(name)) ?? 0;

    /// <summary>Children of a group stand in the group's own coordinates.</summary>
    private static Func<Frame, Frame> Within(OpenXmlElement group, Func<Frame, Frame> outer)
    {
        var transform = group.Path("grpSpPr", "xfrm");
        if (Read(transform, "off", "ext") is not { } at || Read(transform, "chOff", "chExt") is not { Width: > 0, Height: > 0 } own) return outer;
        double sx = (double)at.Width / own.Width, sy = (double)at.Height / own.Height;
        return f => outer(new Frame(at.X + (long)((f.X - own.X) * sx), at.Y + (long)((f.Y - own.Y) * sy), (long)(f.Width * sx), (long)(f.Height * sy)));
    }
}
