namespace Tutor.Web;

/// <summary>Leads a reviewer to the questions that learners doubt, and back.</summary>
public sealed record DoubtedLink(int Count, bool IsOn, string On, string Off);
