namespace Showrunner.Demo.Words;

internal static class Indonesia
{
    public static readonly MarketWords Words = new("ID", 1, 0.4)
    {
        FirstNames = ["Sari", "Dewi", "Putri", "Rina", "Ayu", "Lestari", "Nadia", "Wulan", "Intan", "Maya", "Fitri", "Citra", "Bayu", "Rizky", "Dimas", "Agus",
            "Tari", "Yuni", "Gilang", "Bella", "Hana", "Laras", "Mega", "Novi", "Reza", "Sinta", "Tiara", "Vina", "Yoga", "Zahra", "Kirana", "Arif", "Damar", "Melati", "Sekar", "Ratih"],
        LastNames = ["Wulandari", "Pratama", "Kusuma", "Lestari", "Saputra", "Hidayat", "Rahmawati", "Nugroho", "Permata", "Santoso", "Anggraini", "Wijaya", "Setiawan", "Maharani", "Purnama", "Utami"],
        HandleWords = ["daily", "rumahmurah", "racunbelanja", "ootd", "cantik", "hijab", "dapur", "bunda", "review", "jajan", "glow", "style", "keluarga", "spill", "hemat",
            "mamamuda", "anakkos", "skincare", "lucu", "official.id", "live", "store", "corner", "diary", "vibes", "gercep", "cerita", "racik", "serba", "outfit"],
        ShopNames = ["Melur", "Kenangarasa", "Rumpuncerah", "Nusaraya", "Tirtasari", "Kembangpagi", "Sukakita", "Langitbiru", "Padmaraya", "Sejukmart", "Bumiayu Living", "Cahayaku", "Anyamkita", "Rasatimur", "Gayanusa"],
        ShopKinds = ["Official Store", "Shop", "Indonesia", "Store", "Grosir"],
        LiveTitles = ["Flash sale malam ini", "Promo gajian", "Spill produk favorit", "Diskon cuci gudang", "Live santai sambil belanja", "Beli 1 gratis 1"],
        LiveComments = ["Berapa harganya kak?", "Ada warna hitam?", "Sudah pakai sebulan, bagus banget", "Kapan dikirim?", "Paket saya belum sampai", "Suara kecil kak", "Checkout!", "Salam dari Bandung", "Ukuran apa yang kakak pakai?", "Murah banget", "Bisa COD?", "Yang datang rusak, kecewa"],
        VideoTitles = ["Review jujur {0}", "Kenapa semua orang beli {0}?", "{0} di bawah budget", "Unboxing {0}", "Seminggu pakai {0}", "Jangan beli {0} sebelum nonton ini"],
        Hashtags = ["racuntiktok", "reviewjujur", "belanjahemat", "fyp", "spillproduk"],
        NewHashtags = ["rumahestetik", "kadokecil", "hematbareng"],
        Pack = "Isi {0}",
        Languages = [("id", 0.86), ("jv", 0.1), ("en", 0.04)],
        Export = ExportLanguage.Indonesian,
        Campaigns = ["Klub Kreator Juara", "Gajian Hemat", "Serbu Diskon Mitra", "Panen Promo"],
        ReturnRate = 0.03,
        Week = [1.18, 0.92, 0.9, 0.94, 0.98, 1.02, 1.12],
        PayDays = (25, 1, 1.35),
        PriceEnd = (100_000, 10_000),
        Categories =
        [
            new("Beauty & Personal Care/Skincare", "Perawatan Kulit", "Hautpflege", 29_000, 149_000,
                ["Serum Wajah", "Sunscreen", "Pelembap", "Masker Wajah", "Toner"], ["Niacinamide", "Ekstrak Beras", "Lidah Buaya", "Centella", "Vitamin C", "Teh Hijau"]),
            new("Muslim Fashion/Hijabs", "Hijab", "Hidschabs", 19_000, 99_000,
                ["Pashmina", "Hijab Segi Empat", "Bergo", "Ciput", "Khimar"], ["Voal", "Satin", "Ceruty", "Jersey", "Linen", "Motif Bunga"]),
            new("Womenswear/Dresses", "Gaun", "Kleider", 69_000, 259_000,
                ["Gamis", "Dress", "Tunik", "Kemeja Wanita", "Kulot"], ["Rayon", "Katun", "Linen", "Polos", "Motif Batik", "Lengan Panjang"]),
            new("Food & Beverages/Snacks", "Camilan", "Snacks", 9_000, 69_000,
                ["Keripik Singkong", "Basreng", "Kue Kering", "Kacang Mede", "Makaroni"], ["Pedas Daun Jeruk", "Original", "Keju", "Balado", "Rumput Laut", "Jagung Bakar"]),
            new("Home Supplies/Kitchen", "Dapur", "Küche", 25_000, 299_000,
                ["Wajan", "Kotak Bekal", "Rak Dapur", "Botol Minum", "Blender Mini"], ["Anti Lengket", "Stainless", "Lipat", "Serbaguna", "Keramik", "Bambu"]),
            new("Baby & Maternity/Baby Care", "Perawatan Bayi", "Babypflege", 29_000, 189_000,
                ["Popok Bayi", "Baju Bayi", "Minyak Telon", "Selimut Bayi", "Botol Susu"], ["Lembut", "Katun Organik", "Newborn", "Motif Awan", "Hangat", "Anti Bocor"]),
        ],
    };
}
