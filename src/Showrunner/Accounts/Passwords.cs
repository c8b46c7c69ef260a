using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Rules and hashing of passwords. A wrong guess costs the same time whether or not the person exists.</summary>
public sealed class Passwords
{
    public const int Shortest = 12, Longest = 200, FewestDifferent = 5;

    private readonly PasswordHasher<Person> _hasher;
    private readonly string _nobody;

    // 210,000 rounds of PBKDF2-SHA512: OWASP's Password Storage Cheat Sheet.
    public Passwords() : this(210_000) { }

    internal Passwords(int rounds)
    {
        _hasher = new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
        _nobody = _hasher.HashPassword(null!, Secret.New());
    }

    public string Hash(string password)
    {
        if (password.Length < Shortest) throw new Refused("password_too_short", Shortest);
        if (password.Length > Longest) throw new Refused("password_too_long", Longest);
        if (password.Distinct().Count() < FewestDifferent) throw new Refused("password_too_simple");
        return _hasher.HashPassword(null!, password);
    }

    public bool Fits(string? hash, string password)
    {
        var tried = password.Length > Longest ? "" : password;
        return _hasher.VerifyHashedPassword(null!, hash ?? _nobody, tried) != PasswordVerificationResult.Failed && hash is not null;
    }
}
