using System.Globalization;
using Showrunner.Demo.Words;
using Showrunner.Ledger;

namespace Showrunner.Demo.Export;

/// <summary>One country's market as it is told, into seven files. In memory: the sums of its products, of the creator being told and of his LIVE.</summary>
internal sealed class MarketExport : IDisposable
{
    private readonly ExportForm _form;
    private readonly DemoMarket _demo;
    private readonly string _folder;
    private readonly bool _isPacked;
    private readonly List<(string Part, string Path, DelimitedFile File)> _files = [];
    private readonly ExportColumns<OrderLineDraft> _orderColumns;
    private readonly ExportColumns<CreatorRow> _creatorColumns;
    private readonly ExportColumns<ContentDraft> _videoColumns;
    private readonly ExportColumns<LiveRow> _liveColumns;
    private readonly ExportColumns<Sums> _productColumns;
    private readonly ExportColumns<GoodsDraft> _goodsColumns;
    private readonly ExportColumns<OfferDraft> _offerColumns;
    private readonly DelimitedFile _orders, _creators, _videos, _lives, _products, _goods, _offers;
    private readonly Dictionary<string, Sums> _ofProduct = [], _ofLive = [];
    private CreatorRow? _creator;

    public MarketExport(DemoMarket demo, string folder, bool isPacked)
    {
        (_demo, _folder, _isPacked) = (demo, Directory.CreateDirectory(folder).FullName, isPacked);
        _form = new ExportForm(demo.Market, demo.Words.Export);
        (_orderColumns, _creatorColumns, _videoColumns) = (OrdersFile.Columns(_form), ListFiles.Creators(_form), ListFiles.Videos(_form));
        (_liveColumns, _productColumns, _goodsColumns) = (ListFiles.Lives(_form), ListFiles.Products(_form), GoodsFile.Columns(_form));
        _offerColumns = OffersFile.Columns(_form);
        var days = demo.Story.Days;
        var period = string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyyMMdd}-{days.To:yyyyMMdd}");
        _orders = Open($"affiliate_orders_{demo.Market.Code}_{days.To:yyyyMMdd}");
        _creators = Open($"Transaction_Analysis_Creator_List_{period}");
        _videos = Open(_form.Language == ExportLanguage.English ? $"Video_Details_{demo.Market.Code}" : $"Transaction_Analysis_Video_List_{period}");
        _lives = Open($"Transaction_Analysis_Live_List_{period}");
        _products = Open($"Transaction_Analysis_Product_List_{period}");
        _goods = Open($"goods_{demo.Market.Code}_{days.To:yyyyMMdd}");
        _offers = Open($"offers_{demo.Market.Code}_{days.To:yyyyMMdd}");
        _offers.Row(_offerColumns.Headers);
        _orders.Row(_orderColumns.Headers);
        _goods.Row(_goodsColumns.Headers);
        _creators.Row(_creatorColumns.Headers);
        // Data Compass explains every column in the row below.
        _creators.Row(_creatorColumns.Headers.Select(h => $"{h} attributed to the creator in the selected period"));
        if (_form.Language == ExportLanguage.English)
        {
            _videos.Row([string.Create(CultureInfo.InvariantCulture, $"[Date Range]: {days.From:yyyy-MM-dd} ~ {days.To:yyyy-MM-dd}")]);
            _videos.Row([]);
        }
        _videos.Row(_videoColumns.Headers);
        _lives.Row(_liveColumns.Headers);
        _products.Row(_productColumns.Headers);
    }

    public void Write(Action<long> told, CancellationToken cancel)
    {
        var lines = 0L;
        _demo.Tell(p => _ofProduct[p.ProductNo] = new Sums { ProductNo = p.ProductNo, ProductName = p.Name, CategoryPath = p.CategoryPath }, d =>
        {
            Line(d);
            if (++lines % 5_000 != 0) return;
            cancel.ThrowIfCancellationRequested();
            told(lines);
        }, Content, d => _goodsColumns.Write(_goods, d), d => _offerColumns.Write(_offers, d), Next);
        CloseCreator();
        foreach (var product in _ofProduct.Values) _productColumns.Write(_products, product);
    }

    /// <summary>Ends the files; until <see cref="ExportDemo"/> gives them their names they are parts.</summary>
    public IEnumerable<(string Part, string Path, long Rows)> Close()
    {
        foreach (var (part, path, file) in _files)
        {
            file.Dispose();
            yield return (part, path, file.Rows);
        }
    }

    private DelimitedFile Open(string name)
    {
        var path = Path.Combine(_folder, name + (_isPacked ? ".csv.gz" : ".csv"));
        var file = new DelimitedFile(path + ExportDemo.Part, _isPacked);
        _files.Add((path + ExportDemo.Part, path, file));
        return file;
    }

    private void Next(DemoCreator creator, string handle)
    {
        CloseCreator();
        _creator = new CreatorRow(handle, new Sums(), creator.Shelf.Offers.Count(o => o.Accepted), creator.Shelf.Sold.Length, creator.Shelf.Sold.Length);
    }

    private void CloseCreator()
    {
        if (_creator is { } row && row.Sold.Orders + row.Sold.Videos + row.Sold.Lives > 0) _creatorColumns.Write(_creators, row);
    }

    private void Line(OrderLineDraft d)
    {
        _orderColumns.Write(_orders, d);
        _creator!.Value.Sold.Add(d);
        _ofProduct[d.ProductNo].Add(d);
        if (d.Channel != Channel.Live) return;
        if (!_ofLive.TryGetValue(d.ProductNo, out var sums)) _ofLive[d.ProductNo] = sums = new Sums { ProductNo = d.ProductNo, ProductName = d.ProductName };
        sums.Add(d);
    }

    /// <summary>A LIVE comes right after its lines.</summary>
    private void Content(ContentDraft d)
    {
        _creator!.Value.Sold.Add(d);
        if (d.Kind == ContentKind.Video)
        {
            _ofProduct[d.ProductNo].Videos++;
            _videoColumns.Write(_videos, d);
            return;
        }
        foreach (var sums in _ofLive.Values)
        {
            _ofProduct[sums.ProductNo].Lives++;
            _liveColumns.Write(_lives, new LiveRow(d, sums));
        }
        if (_ofLive.Count == 0) _liveColumns.Write(_lives, new LiveRow(d, new Sums()));
        _ofLive.Clear();
    }

    public void Dispose()
    {
        foreach (var (_, _, file) in _files) file.Dispose();
    }
}
