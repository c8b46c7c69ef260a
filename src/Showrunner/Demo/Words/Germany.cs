namespace Showrunner.Demo.Words;

internal static class Germany
{
    public static readonly MarketWords Words = new("DE", 2, 0.2)
    {
        FirstNames = ["Lena", "Mia", "Jonas", "Paul", "Emma", "Lina", "Felix", "Clara", "Nele", "Tom", "Marie", "Ben", "Sophie", "Leon", "Ida", "Max", "Greta", "Finn", "Hanna",
            "Lukas", "Jule", "Moritz", "Frieda", "Nils", "Pia", "Tim", "Carla", "Jan", "Merle", "Oskar", "Svenja", "Kai"],
        LastNames = ["Bergmann", "Hoffmeister", "Lindner", "Sommerfeld", "Brandtner", "Kästner", "Vogelsang", "Winterberg", "Rosental", "Auerbach", "Steinhoff", "Waldmann", "Brinker", "Neuhaus"],
        HandleWords = ["zuhause", "testet", "alltag", "beauty", "kocht", "spart", "deals", "mitherz", "wohnt", "fit", "familie", "tipps", "garten", "style", "garage",
            "technik", "unboxing", "backstube", "unterwegs", "haushalt", "lieblinge", "live", "daily", "ordnung", "fundgrube"],
        ShopNames = ["Nordkiste", "Lichtmoos", "Hafenperle", "Waldkater", "Buntspecht Home", "Klarfein", "Morgenkorb", "Sternmühle", "Feldwerk", "Kleeblau", "Rotfuchs Küche", "Federhaus"],
        ShopKinds = ["Shop", "Deutschland", "Laden", "Manufaktur", "Store"],
        LiveTitles = ["Live-Angebote heute Abend", "Fragen und Lieblingsprodukte", "Ausverkauf im LIVE", "Neuheiten zum Anfassen", "Feierabend-Deals"],
        LiveComments = ["Wie viel kostet das?", "Gibt es das auch in Schwarz?", "Habe ich seit einem Monat, bin begeistert", "Wann wird geliefert?", "Das Paket ist nicht angekommen", "Der Ton ruckelt etwas", "Bestellt!", "Liebe Grüße aus Köln", "Welche Größe trägst du?", "Mega Preis", "Kann man mit PayPal zahlen?", "Leider zu teuer für mich"],
        VideoTitles = ["{0} im ehrlichen Test", "Das kann {0} wirklich", "{0}: lohnt sich das?", "Eine Woche mit {0}", "Ausgepackt: {0}", "Mein Tipp: {0}"],
        Hashtags = ["tiktokmademebuyit", "fundstück", "ehrlichgetestet", "haushaltstipps", "schnäppchen"],
        NewHashtags = ["gemütlichezeit", "kleinerluxus", "aufgeräumt"],
        Pack = "{0}er-Pack",
        Languages = [("de", 0.9), ("en", 0.06), ("tr", 0.04)],
        Export = ExportLanguage.English,
        Campaigns = ["Creator-Club", "Preis-Sprint", "Lieblinge der Wochen", "Neu im Regal"],
        ReturnRate = 0.07,
        Week = [1.22, 0.95, 0.92, 0.93, 0.95, 0.95, 1.08],
        PayDays = (28, 2, 1.1),
        PriceEnd = (100, 1),
        Categories =
        [
            new("Home Supplies/Kitchen", "Dapur", "Küche", 9, 59,
                ["Pfannenset", "Vorratsdosen", "Gewürzregal", "Brotbackform", "Gemüsehobel"], ["Keramik", "Edelstahl", "Bambus", "stapelbar", "mit Deckel", "beschichtet"]),
            new("Beauty & Personal Care/Skincare", "Perawatan Kulit", "Hautpflege", 7, 39,
                ["Gesichtsserum", "Sonnencreme", "Nachtcreme", "Reinigungsschaum", "Handcreme"], ["Hyaluron", "Vitamin C", "Aloe vera", "parfümfrei", "Kamille", "Retinol"]),
            new("Household Appliances/Cleaning", "Alat Kebersihan", "Reinigungsgeräte", 15, 129,
                ["Akku-Sauger", "Fensterputzer", "Dampfreiniger", "Bodenwischer", "Fusselrasierer"], ["kabellos", "2-in-1", "leise", "Mini", "mit LED", "faltbar"]),
            new("Sports & Outdoor/Fitness", "Kebugaran", "Fitness", 9, 69,
                ["Yogamatte", "Widerstandsbänder", "Faszienrolle", "Trinkflasche", "Springseil"], ["rutschfest", "Set", "Naturkautschuk", "isoliert", "für Einsteiger", "Kork"]),
            new("Womenswear/Knitwear", "Rajutan", "Strick", 19, 79,
                ["Strickpullover", "Cardigan", "Strickkleid", "Schal", "Mütze"], ["Wollmischung", "oversize", "Rippstrick", "Zopfmuster", "Baumwolle", "fein gestrickt"]),
            new("Toys & Hobbies/Crafts", "Kerajinan", "Basteln", 8, 45,
                ["Bastelset", "Malen nach Zahlen", "Holzpuzzle", "Häkelset", "Knetset"], ["Waldtiere", "Weltraum", "für Kinder", "Blumen", "Meer", "Adventszeit"]),
        ],
    };
}
