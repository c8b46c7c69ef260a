using System.Globalization;
using Showrunner.Creators;
using Showrunner.Creators.Contacts;
using Showrunner.Creators.Persons;
using Showrunner.Demo.Words;
using Showrunner.Engine.Simulation;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Demo;

/// <summary>
/// What the marketplace shows of an invented creator on the last day: what he really sold and how his content really did,
/// exactly, as a range, or not, as he likes; made with a chance of its own, so that it changes nothing else.
/// </summary>
internal sealed class DemoProfile(MarketWords words, MarketRules market, DateOnly day, DemoTwins twins, int seed)
{
    /// <summary>In millionths.</summary>
    public const long Whole = Ppm;
    private const int Days = 30;
    private const long Ppm = 1_000_000;
    /// <summary>How far the audiences of one person's two accounts lie apart.</summary>
    private const double Spread = 0.012;
    private readonly ProfileWords _profile = ProfileWords.Of(words);
    private readonly CreatorDraft _draft = new();
    private long _gmv, _units, _commission, _videos, _videoViews, _videoReactions, _lives, _liveViewers;

    public void Note(OrderLineDraft line)
    {
        if (line.Status == LineStatus.Unpaid || line.Day <= day.AddDays(-Days)) return;
        _gmv += line.GmvMinor;
        _units += line.Quantity;
        _commission += line.EstCommissionMinor ?? 0;
    }

    public void Note(ContentDraft content)
    {
        if (content.Kind == ContentKind.Live)
        {
            _lives++;
            _liveViewers += content.Viewers ?? 0;
            return;
        }
        _videos++;
        _videoViews += content.Views ?? 0;
        _videoReactions += (content.Likes ?? 0) + (content.Comments ?? 0) + (content.Shares ?? 0);
    }

    /// <summary>The profile of the creator whose lines and contents were noted; the next one starts anew. Filled again for everyone.</summary>
    public CreatorDraft Draft(DemoCreator creator, string handle)
    {
        var twin = twins.Of(creator.Rank);
        // One person tells the same of himself twice; what differs is drawn apart.
        var who = twin is { IsSame: true } ? twin.Of : creator.Rank;
        var chance = Chance.Of(seed, words.Number, 3, who);
        var category = words.Categories[creator.Category];
        var d = _draft;
        (d.Handle, d.Name, d.CreatorNo, d.Category) = (handle, creator.Name, creator.No, category.Path);
        (d.Day, d.Followers, d.Language, d.Region) = (day, creator.Followers, _profile.Language, chance.Pick(_profile.Regions));
        d.Bio = string.Format(CultureInfo.InvariantCulture, chance.Pick(_profile.Bios), _profile.Thing(category));
        d.Level = _profile.Levels[Math.Clamp((int)(_profile.Levels.Length * (1 - Math.Pow(creator.Rank / 400.0, 0.3)) + chance.Between(0, 1)), 0, _profile.Levels.Length - 1)];
        var agency = chance.Below(_profile.Agencies.Length);
        var isBound = chance.Hits(0.28);
        (d.AgencyName, d.AgencySplitPpm) = (isBound ? _profile.Agencies[agency] : "", isBound ? CreatorSplit(agency) : null);
        d.LastContactedAt = chance.Hits(0.35) ? market.Instant(day.AddDays(-chance.Between(3, 170)).ToDateTime(new TimeOnly(chance.Between(9, 17), 15))) : null;
        Measure(creator.Traits, chance);
        if (twin is not null) Vary(d, creator, category, twin);
        Reach(d, creator, who, twin);
        (_gmv, _units, _commission, _videos, _videoViews, _videoReactions, _lives, _liveViewers) = (0, 0, 0, 0, 0, 0, 0, 0);
        return d;
    }

    /// <summary>What the creators of an agency keep, in millionths.</summary>
    public static long CreatorSplit(int agency) => 700_000 + 50_000 * agency;

    private void Measure(CreatorTraits traits, Chance chance)
    {
        var openness = chance.Next();
        _draft.Values.Clear();
        Tell(CreatorMeasure.Gmv, _gmv, isSales: true);
        Tell(CreatorMeasure.Units, _units, isSales: true);
        if (_gmv > 0) Tell(CreatorMeasure.Commission, _commission * Ppm / _gmv, isSales: false);
        if (_videos > 0) Tell(CreatorMeasure.VideoViews, _videoViews / _videos, isSales: false);
        if (_videoViews > 0) Tell(CreatorMeasure.Engagement, _videoReactions * Ppm / _videoViews, isSales: false);
        if (_lives > 0) Tell(CreatorMeasure.LiveViewers, _liveViewers / _lives, isSales: false);
        if (chance.Hits(0.6)) Tell(CreatorMeasure.PostRate, (long)(Ppm * traits.Reliability * chance.Between(0.85, 1.0)), isSales: false);
        if (openness > 0.9) return; // of such a creator's audience nothing is known
        _draft.Values[CreatorMeasure.Female] = openness > 0.8 ? Figure.NotShared : Figure.Exact((long)(Ppm * chance.Between(0.2, 0.92)));
        // Most follow people of their own age, the others lie around it.
        var (middle, left) = (chance.Between(0.0, 2.8), Ppm);
        var weights = CreatorMeasure.Ages.Select((_, i) => Math.Exp(-(i - middle) * (i - middle) / 2)).ToList();
        for (var i = 0; i < weights.Count; i++)
        {
            var share = i == weights.Count - 1 ? left : (long)(Ppm * weights[i] / weights.Sum());
            _draft.Values[CreatorMeasure.Ages[i]] = openness > 0.8 ? Figure.NotShared : Figure.Exact(share);
            left -= share;
        }

        void Tell(CreatorMeasure measure, long value, bool isSales) =>
            _draft.Values[measure] = openness < 0.5 || !isSales && openness < 0.7 ? Figure.Exact(value) : openness < 0.85 || !isSales ? Band(value) : Figure.NotShared;
    }

    /// <summary>Nobody fills two accounts in word for word; and who looks like another has people like his.</summary>
    private void Vary(CreatorDraft d, DemoCreator creator, CategoryWords category, DemoTwin twin)
    {
        var chance = twins.Luck(creator.Rank, 2);
        if (twin.IsSame)
        {
            if (chance.Hits(0.3)) d.Bio = string.Format(CultureInfo.InvariantCulture, chance.Pick(_profile.Bios), _profile.Thing(category));
            if (chance.Hits(0.08)) d.Region = chance.Pick(_profile.Regions);
        }
        else if (twin.Kind == DemoTwin.Fan && chance.Hits(0.5)) d.Bio = string.Format(CultureInfo.InvariantCulture, _profile.FanBio, _profile.Thing(category));
        if (!twin.IsSame || !d.Values.TryGetValue(CreatorMeasure.Female, out var female) || female.State != Known.Exact) return;
        Span<double> shares = stackalloc double[CreatorMeasure.Ages.Count];
        for (var i = 0; i < shares.Length; i++) shares[i] = Math.Max(0.002, d.Values[CreatorMeasure.Ages[i]].Low / (double)Ppm + Spread * chance.Normal());
        var (sum, left) = (0.0, Ppm);
        foreach (var share in shares) sum += share;
        for (var i = 0; i < shares.Length; i++)
        {
            var share = i == shares.Length - 1 ? left : (long)(Ppm * shares[i] / sum);
            d.Values[CreatorMeasure.Ages[i]] = Figure.Exact(share);
            left -= share;
        }
        d.Values[CreatorMeasure.Female] = Figure.Exact(Math.Clamp(female.Low + (long)(Ppm * Spread * chance.Normal()), 0, Ppm));
    }

    /// <summary>Half tell how they are reached; of those with an agency some give its office, which many share.</summary>
    private void Reach(CreatorDraft d, DemoCreator creator, int who, DemoTwin? twin)
    {
        d.Contacts.Clear();
        d.Accounts.Clear();
        var chance = twins.Luck(creator.Rank, 3);
        var (hasPhone, hasMail, isOffice, isElsewhere) = (chance.Hits(0.5), chance.Hits(0.4), chance.Hits(0.3), chance.Hits(0.2));
        var second = twins.SecondOf(creator.Rank);
        if (twin is { HasSamePhone: true }) d.Contacts[ContactChannel.WhatsApp] = Number(twin.Of);
        else if (second is { HasSamePhone: true }) d.Contacts[ContactChannel.WhatsApp] = Number(creator.Rank);
        else if (d.AgencyName.Length > 0 && isOffice) d.Contacts[ContactChannel.Phone] = Number(1_000_000_000 + Array.IndexOf(_profile.Agencies, d.AgencyName));
        else if (hasPhone) d.Contacts[ContactChannel.WhatsApp] = Number(creator.Rank);
        if (twin is { Kind: DemoTwin.Mail }) d.Contacts[ContactChannel.Mail] = Mail(who);
        else if (hasMail || second is { Kind: DemoTwin.Mail }) d.Contacts[ContactChannel.Mail] = Mail(creator.Rank);
        if (isElsewhere) d.Accounts[CreatorAccount.Instagram] = creator.Handle.Replace('.', '_');

        // A prime on the way round: no two ranks have one number.
        string Number(long rank) => _profile.Phone + ' ' + (100_000_000 + rank * 6_700_417 % 899_999_981).ToString(CultureInfo.InvariantCulture);
        string Mail(int rank) => $"{DemoNames.Handle(words, rank).Replace('_', '-')}@example.com";
    }

    /// <summary>Between two round numbers: 3,412 is 3,000–4,000.</summary>
    internal static Figure Band(long value)
    {
        var step = 1L;
        while (value / step >= 10) step *= 10;
        return Figure.Range(value / step * step, (value / step + 1) * step);
    }
}
