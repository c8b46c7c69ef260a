using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Tasks;

/// <summary>Something that one person is to do by a day, perhaps about a record that has a page.</summary>
public sealed class TeamTask
{
    public const int LongestTitle = 200, LongestNote = 2000;

    public long Id { get; init; }
    public long MarketId { get; init; }
    public string Title { get; private set; } = "";
    public string Note { get; private set; } = "";
    /// <summary>A day of the market.</summary>
    public DateOnly DueDay { get; private set; }
    /// <summary>Who is to do it.</summary>
    public long PersonId { get; private set; }
    /// <summary>Page of the record it is about, e.g. /creators/12; empty for a task about nothing in particular.</summary>
    public string SubjectPath { get; init; } = "";
    public string SubjectName { get; init; } = "";
    public long? AuthorId { get; init; }
    public string AuthorName { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Says what is to be done, by whom and until when.</summary>
    public void Plan(string? title, string? note, DateOnly due, long personId)
    {
        (title, note) = ((title ?? "").Trim(), (note ?? "").Trim());
        if (title.Length is 0 or > LongestTitle) throw new Refused("task_title", LongestTitle);
        if (note.Length > LongestNote) throw new Refused("task_note", LongestNote);
        (Title, Note, DueDay, PersonId) = (title, note, due, personId);
    }

    public void Finish(DateTimeOffset now) => DoneAt ??= now;
    public void Reopen() => DoneAt = null;
}

internal sealed class TeamTaskTable : IEntityTypeConfiguration<TeamTask>
{
    public void Configure(EntityTypeBuilder<TeamTask> task)
    {
        task.HasIndex(t => t.PersonId);
        task.HasIndex(t => t.SubjectPath);
    }
}

public static class TeamTaskSets
{
    extension(AppDb db)
    {
        public DbSet<TeamTask> TeamTasks => db.Set<TeamTask>();
    }
}
