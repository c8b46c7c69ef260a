namespace Showrunner.Demo.Words;

internal static class Vietnam
{
    public static readonly MarketWords Words = new("VN", 4, 0.2)
    {
        FirstNames = ["Linh", "Huong", "Trang", "Thao", "Mai", "Lan", "Hoa", "Ngan", "Vy", "Nhi", "My", "Quynh", "Yen", "Tam", "Chi", "Han", "Khanh", "Minh", "Duc", "Tuan", "Nam",
            "Long", "Phuc", "Bao", "Khoa", "Hieu", "Dung", "Thu", "Diep", "Giang", "Kim", "Oanh"],
        LastNames = ["Ngọc Lam", "Thanh Hà", "Bích Vân", "Hoài An", "Kim Sa", "Thu Nguyệt", "Bảo Châu", "Gia Hân", "Minh Khuê", "Tường Vi", "Hải Đường", "Nhật Hạ", "Phương Nghi", "Cát Tiên"],
        HandleWords = ["review", "sanxinh", "nhacuamin", "bepnha", "daily", "mebim", "skincare", "ootd", "chotot", "andam", "giadung", "mevabe", "chill", "dealhot", "sansale",
            "unbox", "tapgym", "lamdep", "anvat", "nhaxinh", "phoidep", "live", "official", "goclamdep", "tieudung", "matxinh"],
        ShopNames = ["Mộc Lan Xanh", "Nắng Sớm", "Hạt Mưa", "Sen Việt", "Cỏ Ba Lá", "Gió Đông", "Bếp Ấm", "Mây Trắng", "Trà My", "Lúa Non", "Phố Nhỏ", "Vườn Quê"],
        ShopKinds = ["Official Store", "Shop", "Việt Nam", "Store", "Mall"],
        LiveTitles = ["Săn deal tối nay", "Xả kho giá sốc", "Tâm sự cùng deal hời", "Mua 1 tặng 1", "Sale giữa tháng"],
        LiveComments = ["Giá bao nhiêu vậy shop?", "Có màu đen không ạ?", "Mình dùng một tháng rồi, thích lắm", "Bao giờ giao hàng?", "Mình chưa nhận được hàng", "Mất tiếng rồi shop ơi", "Chốt đơn!", "Chào từ Đà Nẵng", "Size nào hợp 55 kg?", "Rẻ quá", "Còn hàng không shop?", "Hàng về bị hỏng, thất vọng"],
        VideoTitles = ["Review thật {0}", "{0} có đáng mua không?", "Mở hộp {0}", "Một tuần dùng {0}", "Vì sao ai cũng mua {0}", "{0} giá yêu"],
        Hashtags = ["tiktokmademebuyit", "reviewthật", "săndeal", "xuhuong", "gócreview"],
        NewHashtags = ["nhàxinh", "quànhỏ", "dọnnhà"],
        Pack = "Combo {0}",
        Languages = [("vi", 0.97), ("en", 0.03)],
        Export = ExportLanguage.Vietnamese,
        Campaigns = ["Câu lạc bộ nhà sáng tạo", "Lương về mua sắm", "Săn ưu đãi đối tác", "Hàng mới lên kệ"],
        ReturnRate = 0.04,
        Week = [1.14, 0.94, 0.93, 0.95, 0.98, 1.0, 1.1],
        PayDays = (28, 5, 1.25),
        PriceEnd = (10_000, 1_000),
        Categories =
        [
            new("Beauty & Personal Care/Skincare", "Perawatan Kulit", "Hautpflege", 79_000, 399_000,
                ["Serum", "Kem Chống Nắng", "Sữa Rửa Mặt", "Mặt Nạ", "Nước Tẩy Trang"], ["Rau Má", "Vitamin C", "Trà Xanh", "Niacinamide", "Hoa Hồng", "Dịu Nhẹ"]),
            new("Womenswear/Dresses", "Gaun", "Kleider", 119_000, 459_000,
                ["Váy Suông", "Chân Váy", "Áo Kiểu", "Đầm Maxi", "Set Bộ"], ["Linen", "Hoa Nhí", "Cổ Vuông", "Tay Phồng", "Lụa", "Dáng Dài"]),
            new("Home Supplies/Kitchen", "Dapur", "Küche", 49_000, 589_000,
                ["Chảo", "Hộp Đựng", "Nồi Chiên Mini", "Bình Giữ Nhiệt", "Thớt"], ["Chống Dính", "Inox", "Gỗ Tre", "Thủy Tinh", "Gấp Gọn", "Đa Năng"]),
            new("Food & Beverages/Snacks", "Camilan", "Snacks", 25_000, 159_000,
                ["Bánh Tráng", "Khô Gà", "Hạt Điều", "Mít Sấy", "Rong Biển"], ["Lá Chanh", "Phô Mai", "Sa Tế", "Rang Muối", "Mật Ong", "Nguyên Vị"]),
            new("Baby & Maternity/Baby Care", "Perawatan Bayi", "Babypflege", 59_000, 429_000,
                ["Bỉm Quần", "Khăn Sữa", "Sữa Tắm Bé", "Bộ Cotton", "Ghế Ăn Dặm"], ["Siêu Mềm", "Organic", "Sơ Sinh", "Thoáng Khí", "Họa Tiết", "Cao Cấp"]),
            new("Phones & Electronics/Accessories", "Aksesori Elektronik", "Zubehör", 49_000, 690_000,
                ["Tai Nghe", "Sạc Dự Phòng", "Đèn Livestream", "Giá Đỡ", "Cáp Sạc"], ["Không Dây", "Mini", "Sạc Nhanh", "Từ Tính", "Gấp Gọn", "Bền Bỉ"]),
        ],
    };
}
