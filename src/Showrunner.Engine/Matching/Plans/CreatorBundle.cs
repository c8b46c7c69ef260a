namespace Showrunner.Engine.Matching.Plans;

/// <summary>What one creator takes at given prices: the pairs that are worth most together, no more than he can take on.</summary>
internal sealed class CreatorBundle(PlanProblem problem, PlanPrices prices)
{
    private readonly bool bySeller = problem.Limits.CreatorsPerSeller is not null;
    private readonly int[] counts = new int[problem.Sellers], touched = new int[problem.Sellers];
    private double[] best = [], kept = [];
    private int[] offered = [];

    /// <param name="room">How many he can take.</param>
    /// <param name="isIn">He is in the plan already: no price of entry.</param>
    /// <param name="into">At least as long as the room.</param>
    /// <returns>Their worth after prices; 0 with none.</returns>
    public double Choose(int creator, int room, bool isIn, Span<int> into, out int count)
    {
        count = 0;
        if (room == 0) return 0;
        var worth = bySeller ? ChooseBySeller(creator, room, into, ref count) : ChooseBest(creator, room, into, ref count);
        if (!isIn) worth -= prices.Entry(problem.Creators[creator]);
        if (worth > 0) return worth;
        count = 0;
        return 0;
    }

    private double ChooseBest(int creator, int room, Span<int> into, ref int count)
    {
        if (kept.Length < room) kept = new double[room];
        var (sum, least) = (0.0, 0.0);
        var (single, alone) = (double.NegativeInfinity, -1);
        for (var i = problem.First[creator]; i < problem.Last[creator]; i++)
        {
            ref readonly var pair = ref problem.Pairs[i];
            if (pair.IsFixed || !(pair.Value > 0)) continue;
            var worth = prices.Reduced(pair);
            if (worth > single) (single, alone) = (worth, i);
            if (worth <= least) continue;
            // Sorted from the best down; the last falls out when there is no room.
            var place = count < room ? count++ : room - 1;
            while (place > 0 && kept[place - 1] < worth)
            {
                (kept[place], into[place]) = (kept[place - 1], into[place - 1]);
                place--;
            }
            (kept[place], into[place]) = (worth, i);
            if (count == room) least = kept[room - 1];
        }
        for (var i = 0; i < count; i++) sum += kept[i];
        if (count > 0 || alone < 0) return count > 0 ? sum : double.NegativeInfinity;
        (into[0], count) = (alone, 1);
        return single;
    }

    /// <summary>Each seller that he works for costs a place in that seller's collaborations: the best numbers of products of each, by dynamic programming.</summary>
    private double ChooseBySeller(int creator, int room, Span<int> into, ref int count)
    {
        var (sellers, width) = (Gather(creator, room, out var single, out var alone), room + 1);
        if (alone < 0) return double.NegativeInfinity;
        if (best.Length < (sellers + 1) * width) best = new double[(sellers + 1) * width];
        best.AsSpan(0, width).Clear();
        for (var g = 0; g < sellers; g++)
            for (var k = 0; k < width; k++)
                best[(g + 1) * width + k] = Best(creator, g, k, room).Worth;
        var top = best[sellers * width + room];
        if (top <= 0)
        {
            (into[0], count) = (alone, 1);
            return single;
        }
        for (var (g, k) = (sellers - 1, room); g >= 0; g--)
        {
            var take = Best(creator, g, k, room).Take;
            for (var t = 0; t < take; t++) into[count++] = offered[touched[g] * room + t];
            k -= take;
        }
        return top;
    }

    /// <summary>Of every seller the products that are worth most to him, as many as he could take.</summary>
    private int Gather(int creator, int room, out double single, out int alone)
    {
        if (kept.Length < room * problem.Sellers) (kept, offered) = (new double[room * problem.Sellers], new int[room * problem.Sellers]);
        Array.Clear(counts);
        var sellers = 0;
        (single, alone) = (double.NegativeInfinity, -1);
        for (var i = problem.First[creator]; i < problem.Last[creator]; i++)
        {
            ref readonly var pair = ref problem.Pairs[i];
            if (pair.IsFixed || !(pair.Value > 0)) continue;
            var (seller, worth) = (problem.Products[pair.Product].Seller, prices.Reduced(pair));
            if (worth - prices.SellerCreators[seller] > single) (single, alone) = (worth - prices.SellerCreators[seller], i);
            if (worth <= 0) continue;
            var from = seller * room;
            if (counts[seller] == 0) touched[sellers++] = seller;
            if (counts[seller] == room && worth <= kept[from + room - 1]) continue;
            var place = from + (counts[seller] < room ? counts[seller]++ : room - 1);
            for (; place > from && kept[place - 1] < worth; place--) (kept[place], offered[place]) = (kept[place - 1], offered[place - 1]);
            (kept[place], offered[place]) = (worth, i);
        }
        return sellers;
    }

    /// <summary>With the first sellers and so many places: how many products of the next one.</summary>
    private (double Worth, int Take) Best(int creator, int g, int places, int room)
    {
        var (seller, width) = (touched[g], room + 1);
        var (worth, take) = (best[g * width + places], 0);
        var sum = problem.WorksFor(creator, seller) ? 0 : -prices.SellerCreators[seller];
        for (var t = 1; t <= Math.Min(places, counts[seller]); t++)
        {
            sum += kept[seller * room + t - 1];
            if (best[g * width + places - t] + sum > worth) (worth, take) = (best[g * width + places - t] + sum, t);
        }
        return (worth, take);
    }
}
