namespace Showrunner.DuckDb;

public sealed partial class DuckAppender
{
    public void Append(long? value)
    {
        if (value is { } given) Append(given);
        else AppendNull();
    }

    public void Append(int? value)
    {
        if (value is { } given) Append((long)given);
        else AppendNull();
    }

    public void Append(double? value)
    {
        if (value is { } given) Append(given);
        else AppendNull();
    }

    public void Append(decimal? value)
    {
        if (value is { } given) Append(given);
        else AppendNull();
    }

    public void Append(bool? value)
    {
        if (value is { } given) Append(given);
        else AppendNull();
    }

    public void Append(DateOnly? value)
    {
        if (value is { } given) Append(given);
        else AppendNull();
    }

    public void Append(DateTimeOffset? value)
    {
        if (value is { } given) Append(given);
        else AppendNull();
    }
}
