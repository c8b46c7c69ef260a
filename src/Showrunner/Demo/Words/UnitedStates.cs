namespace Showrunner.Demo.Words;

internal static class UnitedStates
{
    public static readonly MarketWords Words = new("US", 3, 0.2)
    {
        FirstNames = ["Ava", "Chloe", "Mason", "Riley", "Zoe", "Harper", "Logan", "Maya", "Jade", "Tyler", "Brooke", "Kayla", "Aiden", "Nora", "Skye", "Jordan", "Paige", "Ruby",
            "Wyatt", "Tessa", "Hazel", "Carter", "Ivy", "Quinn", "Camila", "Diego", "Naomi", "Wes", "Elena", "Marcus", "June", "Piper"],
        LastNames = ["Hartwell", "Brookings", "Delmar", "Whitlock", "Sandoval", "Pemberton", "Calloway", "Merriweather", "Langford", "Okafor", "Rosales", "Winslow", "Thackery", "Beaumont", "Castellan"],
        HandleWords = ["finds", "athome", "tries", "daily", "glam", "kitchen", "deals", "momlife", "closet", "hauls", "gymlife", "skin", "livesale", "mustbuys", "fits",
            "cleans", "unboxed", "reviews", "diaries", "garage", "pets", "cozy", "budget", "styled", "hacks", "corner"],
        ShopNames = ["Juniperlark", "Brightfern", "Copperfold", "Sunny Mesa", "Maplecrate", "Loomhaven", "Driftlark", "Pinehart", "Velvet Acre", "Goldenwick", "Clearwren", "Little Ferryway"],
        ShopKinds = ["Shop", "Co.", "Store", "Goods", "USA"],
        LiveTitles = ["Tonight only deals", "Chat and shop with me", "Restock LIVE", "Warehouse clear-out", "My favorites, one by one"],
        LiveComments = ["How much is it?", "Do you have it in black?", "Had mine for a month, love it", "When does it ship?", "Mine never arrived", "No sound on my side", "Just ordered!", "Hello from Austin", "What size are you wearing?", "Such a good price", "Can I pay with a gift card?", "Got the wrong item last time"],
        VideoTitles = ["Honest review: {0}", "I tried {0} for a week", "Is {0} worth it?", "Unboxing {0}", "Why my feed loves {0}", "{0} under budget"],
        Hashtags = ["tiktokmademebuyit", "honestreview", "dealsoftheday", "fyp", "musthaves"],
        NewHashtags = ["softreset", "deskglowup", "tinyluxury"],
        Pack = "{0}-Pack",
        Languages = [("en", 0.84), ("es", 0.16)],
        Export = ExportLanguage.English,
        Campaigns = ["Creator Collective", "Payday Picks", "Partner Favorites", "Fresh Finds"],
        ReturnRate = 0.045,
        Week = [1.15, 0.96, 0.93, 0.94, 0.97, 1.0, 1.05],
        PayDays = (30, 2, 1.08),
        PriceEnd = (100, 1),
        Categories =
        [
            new("Beauty & Personal Care/Makeup", "Riasan", "Make-up", 8, 36,
                ["Lip Stain", "Setting Spray", "Blush Stick", "Brow Gel", "Lash Serum"], ["Peel-Off", "Matte", "Dewy", "Waterproof", "Berry", "Clear"]),
            new("Health/Supplements", "Suplemen", "Nahrungsergänzung", 12, 49,
                ["Magnesium Gummies", "Electrolyte Mix", "Collagen Powder", "Fiber Drink", "Daily Probiotic"], ["Lemon", "Sugar-Free", "Unflavored", "Berry", "Night", "Vegan"]),
            new("Womenswear/Loungewear", "Pakaian Santai", "Loungewear", 18, 64,
                ["Lounge Set", "Ribbed Tank", "Wide-Leg Pants", "Zip Hoodie", "Sleep Shirt"], ["Soft Modal", "Waffle Knit", "Oversized", "Petite", "Cotton", "Fleece"]),
            new("Home Supplies/Organization", "Penataan Rumah", "Ordnung", 9, 55,
                ["Drawer Organizer", "Pantry Bins", "Over-Door Rack", "Shoe Boxes", "Cable Box"], ["Clear", "Bamboo", "Stackable", "Extra Large", "Foldable", "Matte White"]),
            new("Pet Supplies/Dogs", "Perlengkapan Anjing", "Hunde", 8, 45,
                ["Dog Bed", "Chew Toy", "Slow Feeder", "Grooming Glove", "Car Seat Cover"], ["Washable", "Calming", "Medium", "Non-Slip", "Tough", "Travel"]),
            new("Phones & Electronics/Accessories", "Aksesori Elektronik", "Zubehör", 10, 79,
                ["Power Bank", "Ring Light", "Wireless Mic", "Phone Tripod", "Desk Charger"], ["Magnetic", "Mini", "Fast-Charge", "Foldable", "3-in-1", "Travel"]),
        ],
    };
}
