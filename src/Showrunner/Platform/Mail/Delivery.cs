using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Showrunner.Platform.Mail;

/// <summary>One letter to one recipient: a row before it is a letter. Each kind of letter has its own table.</summary>
public abstract class Delivery
{
    public const string Waiting = "waiting", Sent = "sent", Refused = "refused", GivenUp = "given_up";
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    public long Id { get; init; }
    public required string Address { get; init; }
    public required string Name { get; init; }
    /// <summary>The same for every try.</summary>
    public required string MessageId { get; init; }
    public string State { get; protected set; } = Waiting;
    public int Attempts { get; private set; }
    public DateTimeOffset NextTry { get; protected set; }
    public string Problem { get; private set; } = "";
    public DateTimeOffset? SentAt { get; private set; }

    public static string NewMessageId() => $"<{Guid.NewGuid():N}@showrunner>";

    /// <summary>Takes it for a while: when the worker dies, another tries it then.</summary>
    public void Take(DateTimeOffset now, TimeSpan lease) => NextTry = now + lease;

    public void Arrive(DateTimeOffset now) => (State, SentAt, Problem, Attempts) = (Sent, now, "", Attempts + 1);

    public void Miss(bool forGood, string problem, DateTimeOffset now)
    {
        Attempts++;
        Problem = problem;
        if (forGood) State = Refused;
        else if (Attempts > Pauses.Length) State = GivenUp;
        else NextTry = now + Pauses[Attempts - 1];
    }

    /// <summary>Tries again at once; a letter that arrived is not sent again.</summary>
    public void Retry(DateTimeOffset now)
    {
        if (State == Sent) throw new Refused("delivery_sent");
        (State, Attempts, NextTry) = (Waiting, 0, now);
    }
}

internal abstract class DeliveryTable<TDelivery> : IEntityTypeConfiguration<TDelivery> where TDelivery : Delivery
{
    public virtual void Configure(EntityTypeBuilder<TDelivery> delivery)
    {
        delivery.HasIndex(d => new { d.State, d.NextTry });
        delivery.Property(d => d.NextTry).IsConcurrencyToken();
    }
}
