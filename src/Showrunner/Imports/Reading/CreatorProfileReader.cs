using Showrunner.Creators;
using Showrunner.Creators.Contacts;
using Showrunner.Creators.Persons;
using Showrunner.Imports.Kinds;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Imports.Reading;

/// <summary>Creators' profiles; without a day of their own they are of the period's last day, or of today.</summary>
internal sealed class CreatorProfileReader : FactReader
{
    private readonly int _creator, _name, _no, _category, _followers, _bio, _language, _level, _region, _agency, _split, _contacted, _day;
    private readonly (CreatorMeasure Measure, int Column)[] _measures;
    private readonly (string Code, int Column)[] _contacts, _accounts;
    private readonly DateOnly _usualDay;

    public CreatorProfileReader(RowSource source, Recognition recognition, MarketRules market, ReadOptions options)
        : base(source, recognition, market, options)
    {
        (_creator, _name, _no, _category) = (Column(CreatorProfiles.Creator), Column(CreatorProfiles.Name), Column(CreatorProfiles.No), Column(CreatorProfiles.Category));
        (_followers, _bio, _language, _level) = (Column(CreatorProfiles.Followers), Column(CreatorProfiles.Bio), Column(CreatorProfiles.Language), Column(CreatorProfiles.Level));
        (_region, _agency, _split) = (Column(CreatorProfiles.Region), Column(CreatorProfiles.Agency), Column(CreatorProfiles.Split));
        (_contacted, _day) = (Column(CreatorProfiles.Contacted), Column(CreatorProfiles.Day));
        _measures = [.. CreatorMeasure.All.Select(m => (m, Column(m.Code))).Where(m => m.Item2 >= 0)];
        _contacts = [.. ContactChannel.All.Select(c => (c, Column(c))).Where(c => c.Item2 >= 0)];
        _accounts = [.. CreatorAccount.Platforms.Select(p => (p, Column(p))).Where(p => p.Item2 >= 0)];
        _usualDay = KnownPeriod?.To ?? market.DayOf(options.Now);
    }

    public CreatorDraft Current { get; } = new();

    protected override bool IsFigure(string? field) => field is CreatorProfiles.Followers || CreatorMeasure.All.Any(m => m.Code == field);

    protected override void Fill()
    {
        Current.Handle = Handle(_creator);
        if (Current.Handle.Length == 0)
        {
            Fail("value_missing", _creator, "");
            return;
        }
        (Current.Name, Current.Category, Current.Bio, Current.Level, Current.Region, Current.AgencyName) = (Text(_name), Text(_category), Text(_bio), Text(_level), Text(_region), Text(_agency));
        Current.Language = Text(_language) is { Length: 2 } code ? code.ToLowerInvariant() : Text(_language);
        Current.Day = _usualDay;
        if (!Id(_no, out Current.CreatorNo) || !Count(_followers, out Current.Followers) || !Rate(_split, out Current.AgencySplitPpm) || !Moment(_contacted, out Current.LastContactedAt, out _) || !Moment(_day, out var at, out var day)) return;
        if (at is not null) Current.Day = day;
        Read(Current.Contacts, _contacts);
        Read(Current.Accounts, _accounts);
        Measure();
    }

    private void Read(Dictionary<string, string> into, (string Code, int Column)[] columns)
    {
        into.Clear();
        foreach (var (code, column) in columns)
            if (Text(column) is { Length: > 0 } value) into[code] = value;
    }

    private void Measure()
    {
        Current.Values.Clear();
        foreach (var (measure, column) in _measures)
        {
            var unit = measure.Unit switch { MeasureUnit.Money => FigureUnit.Money, MeasureUnit.Rate => FigureUnit.Ratio, _ => FigureUnit.Count };
            if (!Figure(column, unit, out var figure)) return;
            if (figure is { } told) Current.Values[measure] = told;
        }
    }
}
