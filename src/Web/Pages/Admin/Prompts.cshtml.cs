using Tutor.Models.Accounting;
using Tutor.Prompts;

namespace Tutor.Web.Pages.Admin;

/// <summary>What language models are asked, in which wording, and what came of it.</summary>
public sealed class PromptsModel(PromptLibrary prompts, PromptRecords records) : TutorPage
{
    public IReadOnlyList<(Prompt Prompt, PromptRecord Record)> Prompts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var found = await records.AllAsync(Aborted);
        Prompts = [.. prompts.All.OrderBy(p => p.Role).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => (p, found[p.Name]))];
    }
}
