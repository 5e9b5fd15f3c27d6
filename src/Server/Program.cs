using Microsoft.EntityFrameworkCore;
using Tutor;
using Tutor.Data;
using Tutor.People;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddTutorDatabase(builder.Configuration["TUTOR_DATABASE"] ?? "Host=unused");
builder.Services.AddTutorIdentity();
builder.Services.AddTutorApi();

var app = builder.Build();
if (args is ["schema"])
{
    using var scope = app.Services.CreateScope();
    Console.Write(scope.ServiceProvider.GetRequiredService<TutorDb>().Database.GenerateCreateScript());
    return;
}
app.UseTutorApiProblems();
app.UseAuthentication();
app.UseAuthorization();
app.MapTutorApi();
app.Run();
