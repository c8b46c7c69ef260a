namespace Showrunner.Demo.Words;

/// <summary>How the creators of a country describe themselves.</summary>
/// <param name="Language">Code of the language they speak in.</param>
/// <param name="Levels">Lowest first.</param>
/// <param name="Regions">Where they live.</param>
/// <param name="Agencies">Invented firms that some are bound to.</param>
/// <param name="Phone">How numbers begin.</param>
/// <param name="FanBio">What someone writes who only likes another.</param>
/// <param name="Bios">{0} is what they mostly show, in their language.</param>
internal sealed record ProfileWords(string Language, string[] Levels, string[] Regions, string[] Agencies, string Phone, string FanBio, string[] Bios)
{
    private static readonly ProfileWords
        Indonesia = new("id", ["L0", "L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8"],
            ["Jakarta", "Bandung", "Surabaya", "Yogyakarta", "Medan", "Semarang", "Makassar", "Denpasar"],
            ["Rona Kreator", "Pelangi Talenta", "Suara Layar", "Kawan Cerita"], "+62", "Akun penggemar, bukan akun asli. Semua tentang {0}",
            ["{0} tiap hari, jujur tanpa endorse palsu", "Racun {0} hemat untuk anak kos", "Ibu dua anak, suka {0} dan masak", "Review {0} | LIVE tiap malam jam 8", "Spill {0} favorit, link di etalase",
                "Cerita sehari-hari dan {0}", "Kerja sama lewat DM ya", "Belanja pintar bareng: {0}"]),
        Germany = new("de", ["Starter", "Bronze", "Silber", "Gold", "Platin"],
            ["Berlin", "Hamburg", "München", "Köln", "Leipzig", "Stuttgart", "Wien"],
            ["Kanalwerk", "Blickfang Talente", "Nordlicht Creator"], "+49", "Fanseite, nicht das Original. Alles über {0}",
            ["{0} im ehrlichen Alltagstest", "Zwei Kinder, ein Hund und viel {0}", "Ich teste {0}, damit ihr es nicht müsst", "{0} und Ordnung | LIVE am Sonntagabend", "Kleines Budget, gute {0}-Ideen",
                "Anfragen bitte per Nachricht", "Feierabend, Kaffee, {0}"]),
        UnitedStates = new("en", ["Silver", "Gold", "Platinum", "Ruby", "Emerald", "Sapphire", "Diamond"],
            ["California", "Texas", "Florida", "New York", "Ohio", "Georgia", "Washington"],
            ["Brightside Talent", "Maple Street Creators", "Loop Lane Media"], "+1", "Fan page, not the real one. All about {0}",
            ["Honest {0} finds under $30", "Mom of three, {0} on a budget", "{0} that actually works", "Going LIVE every night with {0}", "Small apartment, big {0} energy", "Collabs: send me a message", "Testing {0} so you don't have to"]);

    public static ProfileWords Of(MarketWords words) => words.Code switch { "ID" => Indonesia, "DE" => Germany, _ => UnitedStates };

    /// <summary>What a category is called by those who speak the language.</summary>
    public string Thing(CategoryWords category) => Language switch { "id" => category.NameId, "de" => category.NameDe, _ => category.Path[(category.Path.IndexOf('/', StringComparison.Ordinal) + 1)..] };
}
