using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Parsing.Office;

namespace Tutor.Commands;

/// <summary>What the executable does besides serving. Exit codes: 0 done, 1 refused or failed, 2 not understood.</summary>
internal static class ServerCommands
{
    public const int Failed = 1, BadUsage = 2;

    private const string Usage = """
        usage: Tutor.Server                      serve
               Tutor.Server migrate              bring the database up to date
               Tutor.Server seed                 make the demo people and the demo course
               Tutor.Server people add EMAIL ROLE
               Tutor.Server doctor               say what is there and what is missing
               Tutor.Server models [add DIR]     show the embedding models, or add one
               Tutor.Server schema               print the tables the model wants
        """;

    /// <summary>Commands that need neither settings nor a database.</summary>
    public static bool IsWithoutServices(string[] args) => args is ["schema"] or ["help" or "--help"] or ["models", ..] or [OfficeReadCommand.Name, ..];

    public static int RunWithoutServices(string[] args)
    {
        if (args is [OfficeReadCommand.Name, ..]) return OfficeReadCommand.Run(args);
        if (args is ["models", .. var rest]) return ModelsCommand.Run(rest);
        if (args is not ["schema"])
        {
            Console.WriteLine(Usage);
            return 0;
        }
        using var db = new TutorDb(new DbContextOptionsBuilder<TutorDb>().UseNpgsql().Options);
        Console.Write(db.Database.GenerateCreateScript());
        return 0;
    }

    public static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return Failed;
    }

    public static async Task<int> RunAsync(IServiceProvider services, TutorSettings settings, string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        switch (args)
        {
            case ["migrate"]:
                await DatabaseMigrator.MigrateAsync(services, stop.Token);
                return 0;
            case ["seed"]:
                await DatabaseMigrator.MigrateAsync(services, stop.Token);
                return await new DemoCourse(services, settings, Console.Out).SeedAsync(stop.Token);
            case ["doctor"]:
                return await Doctor.ExamineAsync(services, settings, Console.Out, stop.Token);
            case ["people", "add", var email, var role]:
                await DatabaseMigrator.MigrateAsync(services, stop.Token);
                return await PeopleCommand.AddAsync(services, email, role, stop.Token);
            default:
                await Console.Error.WriteLineAsync(Usage);
                return BadUsage;
        }
    }
}
