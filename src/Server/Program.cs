using Tutor;
using Tutor.Commands;

if (ServerCommands.IsWithoutServices(args)) return ServerCommands.RunWithoutServices(args);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (!builder.TryAddTutor(out var settings)) return ServerCommands.BadUsage;

var app = builder.Build();
if (args is [not null and var command, ..] && !command.StartsWith('-')) return await ServerCommands.RunAsync(app.Services, settings, args);

if (EmbedderCheck.Refusal(app.Services) is { } refusal) return ServerCommands.Refuse(refusal);
await DatabaseMigrator.MigrateAsync(app.Services, CancellationToken.None);
app.UseTutor(settings);
await app.RunAsync();
return 0;
