using Microsoft.AspNetCore.Mvc;
using Tutor.Models;

namespace Tutor.Web.Pages.Admin;

/// <summary>The configured models by role, and what each says when it is tried.</summary>
public sealed class ModelsModel(ModelSettings settings, ModelExaminer examiner) : TutorPage
{
    public IEnumerable<RoleSettings> Roles => settings.Roles.Values.OrderBy(r => r.Role);

    /// <summary>By role and model; empty before they are tried.</summary>
    public IReadOnlyDictionary<(ModelRole, string), ModelFinding> Findings { get; private set; } = new Dictionary<(ModelRole, string), ModelFinding>();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var found = new Dictionary<(ModelRole, string), ModelFinding>();
        await foreach (var finding in examiner.ExamineAsync(Aborted)) found[(finding.Role, finding.Model)] = finding;
        Findings = found;
        return Page();
    }
}
