namespace Showrunner.Accounts;

public sealed partial class Person
{
    public const int AttemptsBeforeLock = 5;
    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(15), LongestLock = TimeSpan.FromHours(4);

    public int FailedAttempts { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>
    /// Counts a try before its password is looked at, so that parallel guesses cannot outrun the lock.
    /// Every fifth locks: 15 minutes, then twice as long each time. False when the door is locked already.
    /// </summary>
    public bool BeginAttempt(DateTimeOffset now)
    {
        if (IsLocked(now)) return false;
        FailedAttempts++;
        if (FailedAttempts % AttemptsBeforeLock != 0) return true;
        var doubled = FirstLock * Math.Pow(2, Math.Min(10, FailedAttempts / AttemptsBeforeLock - 1));
        LockedUntil = now + (doubled < LongestLock ? doubled : LongestLock);
        return true;
    }

    public void Succeed() => (FailedAttempts, LockedUntil) = (0, null);
}
