import datetime, resource, sys, time
started = time.perf_counter()
from openpyxl import Workbook
path, rows = sys.argv[1], int(sys.argv[2])
words = ["Ayu Lestari", "Dapur Bunda Rini", "Müller & Söhne", "Toko Sepatu", "Nguyễn Thị", "LIVE", "Video", "Product card"]
first = datetime.date(2026, 1, 1)
days = [first + datetime.timedelta(d) for d in range(365)]
book = Workbook(write_only=True)
sheet = book.create_sheet("Rows")
sheet.append([f"Column {i}" for i in range(20)])
for row in range(rows):
    sheet.append([f"{words[(row + i) % 8]} {row * 7 % 5000}" for i in range(8)] + [row * (i + 1) for i in range(8, 13)]
                 + [row * 1.25 + i for i in range(13, 17)] + [days[(row + i) % 365] for i in range(17, 20)])
book.save(path)
print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
