using Microsoft.EntityFrameworkCore;
using Tutor.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddTutorDatabase(builder.Configuration["TUTOR_DATABASE"] ?? "Host=unused");
var app = builder.Build();
if (args is ["schema"])
{
    using var scope = app.Services.CreateScope();
    Console.Write(scope.ServiceProvider.GetRequiredService<TutorDb>().Database.GenerateCreateScript());
    return;
}
app.Run();
