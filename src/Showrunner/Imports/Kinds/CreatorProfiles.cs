using Showrunner.Creators;
using Showrunner.Creators.Contacts;
using Showrunner.Creators.Persons;

namespace Showrunner.Imports.Kinds;

/// <summary>Creators with what their profiles tell: a creator search's result, a market-data tool's list, or one's own sheet.</summary>
internal static class CreatorProfiles
{
    public const string Creator = "creator", Name = "creator_name", No = "creator_no", Category = "creator_category", Followers = "followers", Bio = "bio", Language = "profile_language",
        Level = "level", Region = "region", Agency = "agency", Split = "agency_split", Contacted = "last_contacted", Day = "profile_day";

    public static readonly Kind Kind = new("creator_profiles", FactFamily.Creators,
        new Layout("profiles", [Creator, Followers, CreatorMeasure.VideoViews.Code],
            ("Creator username", Creator), ("Username", Creator), ("Handle", Creator), ("Nickname", Name), ("Creator ID", No), ("Category", Category), ("Followers", Followers), ("Bio", Bio),
            ("Language", Language), ("Level", Level), ("Creator level", Level), ("Region", Region), ("Agency", Agency), ("Creator split", Split), ("Last contacted", Contacted), ("Profile date", Day),
            ("GMV (30 days)", CreatorMeasure.Gmv.Code), ("Items sold (30 days)", CreatorMeasure.Units.Code), ("Avg. video views", CreatorMeasure.VideoViews.Code), ("Avg. LIVE viewers", CreatorMeasure.LiveViewers.Code),
            ("Engagement rate", CreatorMeasure.Engagement.Code), ("Avg. commission rate", CreatorMeasure.Commission.Code), ("Post rate", CreatorMeasure.PostRate.Code), ("Female followers", CreatorMeasure.Female.Code),
            ("Age 18-24", CreatorMeasure.Age18.Code), ("Age 25-34", CreatorMeasure.Age25.Code), ("Age 35-44", CreatorMeasure.Age35.Code), ("Age 45-54", CreatorMeasure.Age45.Code), ("Age 55+", CreatorMeasure.Age55.Code),
            ("Phone", ContactChannel.Phone), ("WhatsApp", ContactChannel.WhatsApp), ("Zalo", ContactChannel.Zalo), ("LINE", ContactChannel.Line), ("Email", ContactChannel.Mail), ("E-mail", ContactChannel.Mail), ("Address", ContactChannel.Address),
            ("Instagram", CreatorAccount.Instagram), ("YouTube", CreatorAccount.YouTube), ("Facebook", CreatorAccount.Facebook)));
}
