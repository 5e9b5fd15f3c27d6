using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tutor.Data.Migrations;

/// <summary>A migration whose SQL stands in a file of the same name. Files are only ever added, never changed, once a version has been released.</summary>
public abstract class SqlMigration(string name) : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".sql")
            ?? throw new InvalidOperationException($"The migration {name}.sql is not embedded.");
        using var reader = new StreamReader(stream);
        migrationBuilder.Sql(reader.ReadToEnd());
    }
}

/// <summary>The tables of the EF model, as <c>Tutor.Server schema</c> prints them.</summary>
[DbContext(typeof(TutorDb)), Migration("0001_model")]
public sealed class Model() : SqlMigration("0001_model");

/// <summary>The tables of retrieval, which EF does not map.</summary>
[DbContext(typeof(TutorDb)), Migration("0002_retrieval")]
public sealed class Retrieval() : SqlMigration("0002_retrieval");

/// <summary>The three roles.</summary>
[DbContext(typeof(TutorDb)), Migration("0003_roles")]
public sealed class RoleRows() : SqlMigration("0003_roles");

/// <summary>The notifications that keep what processes hold in memory true.</summary>
[DbContext(typeof(TutorDb)), Migration("0004_changes")]
public sealed class ToldChanges() : SqlMigration("0004_changes");

/// <summary>Courses that wait for their embedder.</summary>
[DbContext(typeof(TutorDb)), Migration("0006_embedding_faults")]
public sealed class EmbeddingFaultRows() : SqlMigration("0006_embedding_faults");

/// <summary>The accounts of language models, which EF does not map.</summary>
[DbContext(typeof(TutorDb)), Migration("0007_model_calls")]
public sealed class ModelCalls() : SqlMigration("0007_model_calls");

/// <summary>Languages of chunks, and what tells when a course is due for a new model.</summary>
[DbContext(typeof(TutorDb)), Migration("0008_languages")]
public sealed class ChunkLanguages() : SqlMigration("0008_languages");

/// <summary>Notices beside failures.</summary>
[DbContext(typeof(TutorDb)), Migration("0010_notices")]
public sealed class NoticeColumn() : SqlMigration("0010_notices");

/// <summary>Conversations with the tutor, what they cost a day, and what the material did not answer.</summary>
[DbContext(typeof(TutorDb)), Migration("0011_chats")]
public sealed class ChatRows() : SqlMigration("0011_chats");

/// <summary>Whether a language model may be asked for a person.</summary>
[DbContext(typeof(TutorDb)), Migration("0013_ai")]
public sealed class AiColumn() : SqlMigration("0013_ai");

/// <summary>What learners' pages keep: places, doubts, explanations given, objectives moved.</summary>
[DbContext(typeof(TutorDb)), Migration("0014_learning")]
public sealed class LearningTables() : SqlMigration("0014_learning");

/// <summary>Links and invitations into courses.</summary>
[DbContext(typeof(TutorDb)), Migration("0015_joining")]
public sealed class JoiningRows() : SqlMigration("0015_joining");

/// <summary>The audit trail, and accounts that were closed.</summary>
[DbContext(typeof(TutorDb)), Migration("0016_audit")]
public sealed class AuditRows() : SqlMigration("0016_audit");

/// <summary>What decisions found.</summary>
[DbContext(typeof(TutorDb)), Migration("0018_undone_decisions")]
public sealed class UndoneDecisions() : SqlMigration("0018_undone_decisions");
