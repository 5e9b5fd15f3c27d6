namespace Tutor.Web.Security;

internal static class Policies
{
    public const string Teach = "teach";
    public const string Administer = "administer";
}
