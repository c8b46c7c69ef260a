const started = process.hrtime.bigint();
const ExcelJS = require(process.argv[4]);
const [path, rows] = [process.argv[2], Number(process.argv[3])];
const words = ["Ayu Lestari", "Dapur Bunda Rini", "Müller & Söhne", "Toko Sepatu", "Nguyễn Thị", "LIVE", "Video", "Product card"];
const days = Array.from({ length: 365 }, (_, d) => new Date(Date.UTC(2026, 0, 1 + d)));
(async () => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet("Rows");
  sheet.columns = Array.from({ length: 20 }, (_, i) => ({ header: `Column ${i}`, style: { numFmt: i < 8 ? "@" : i < 13 ? "#,##0" : i < 17 ? "#,##0.00" : "yyyy-mm-dd" } }));
  for (let row = 0; row < rows; row++) {
    const cells = new Array(20);
    for (let i = 0; i < 20; i++)
      cells[i] = i < 8 ? `${words[(row + i) % 8]} ${(row * 7) % 5000}` : i < 13 ? row * (i + 1) : i < 17 ? row * 1.25 + i : days[(row + i) % 365];
    sheet.addRow(cells).commit();
    if (row % 1000 === 999) await new Promise(setImmediate);
  }
  await sheet.commit();
  await book.commit();
  console.log(Number(process.hrtime.bigint() - started) / 1e9, process.resourceUsage().maxRSS / 1024);
})();
