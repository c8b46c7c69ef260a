using System.Globalization;

namespace Showrunner.Benchmarks.Live;

/// <summary>
/// Raw scores per series of two entries, as the benchmark publishes them (results/…_scores.csv of numenta/NAB), with thresholds chosen for its whole corpus of 58 series;
/// over all of it they are the 39.65 and 51.72, 38.36, 59.75 of final_results.json. For the windowed Gaussian the standard profile is enough: it checks our own.
/// </summary>
internal static class NabPublished
{
    // Series, windowed Gaussian (standard), random cut forest (standard, reward_low_FP_rate, reward_low_FN_rate).
    private const string Rows = """
        artificialNoAnomaly/art_daily_no_noise.csv 0 0 0 0
        artificialNoAnomaly/art_daily_perfect_square_wave.csv 0 0 0 0
        artificialNoAnomaly/art_daily_small_noise.csv 0 0 0 0
        artificialNoAnomaly/art_flatline.csv 0 0 0 0
        artificialNoAnomaly/art_noisy.csv 0 0 0 0
        artificialWithAnomaly/art_daily_flatmiddle.csv -1 -1 -1 -2
        artificialWithAnomaly/art_daily_jumpsdown.csv -1 -1 -1 -2
        artificialWithAnomaly/art_daily_jumpsup.csv -1 0.86067 0.86067 0.86067
        artificialWithAnomaly/art_daily_nojump.csv -1 -1 -1 -2
        artificialWithAnomaly/art_increase_spike_density.csv -1 -1 -1 -2
        artificialWithAnomaly/art_load_balancer_spikes.csv -0.69244 -1 -1 0.72882
        realAWSCloudwatch/ec2_cpu_utilization_24ae8d.csv -1.26668 0.52455 -0.53336 0.52455
        realAWSCloudwatch/ec2_cpu_utilization_53ea38.csv -0.14142 -0.69125 -1.15705 -0.69125
        realAWSCloudwatch/ec2_cpu_utilization_5f5533.csv -2 1.72310 1.51055 1.72310
        realAWSCloudwatch/ec2_cpu_utilization_77c1ca.csv -1 -1 -1 -2
        realAWSCloudwatch/ec2_cpu_utilization_825cc2.csv 0.95654 0.95654 0.95654 0.95654
        realAWSCloudwatch/ec2_cpu_utilization_ac20cd.csv 0.86067 0.86067 0.86067 0.87573
        realAWSCloudwatch/ec2_cpu_utilization_c6585a.csv -1.32 -1.43 -2.64 -1.43
        realAWSCloudwatch/ec2_cpu_utilization_fe7f93.csv 0.63876 -1.35760 -1.13760 -3.35760
        realAWSCloudwatch/ec2_disk_write_bytes_1ef3de.csv -4.19090 -1.95482 -0.61746 -2.06481
        realAWSCloudwatch/ec2_disk_write_bytes_c0d644.csv -1.09600 0.32234 0.24625 -0.67766
        realAWSCloudwatch/ec2_network_in_257a54.csv 0.86067 0.86067 0.86067 0.86067
        realAWSCloudwatch/ec2_network_in_5abac7.csv -3.52193 1.06257 -0.13872 0.84257
        realAWSCloudwatch/elb_request_count_8c0756.csv -0.13845 1.60596 -0.13845 1.60596
        realAWSCloudwatch/grok_asg_anomaly.csv 2.37942 1.71946 0.28414 1.71946
        realAWSCloudwatch/iio_us-east-1_i-a2eb1cd9_NetworkIn.csv -2 -2 -2 -4
        realAWSCloudwatch/rds_cpu_utilization_cc0c53.csv -0.13845 1.72310 -0.13845 1.72310
        realAWSCloudwatch/rds_cpu_utilization_e47b3b.csv -0.13845 1.61310 1.72310 1.61310
        realKnownCause/ambient_temperature_system_failure.csv -2 1.76217 -2 1.76217
        realKnownCause/cpu_utilization_asg_misconfiguration.csv -1.11 0.66643 -1.22 0.66643
        realKnownCause/ec2_request_latency_system_failure.csv 2.02151 1.84632 2.02151 1.84632
        realKnownCause/machine_temperature_system_failure.csv -4 -2.11857 -4 -5.11748
        realKnownCause/nyc_taxi.csv -5 -3.18463 -3.18463 -7.18463
        realKnownCause/rogue_agent_key_hold.csv -2.44 -1.52740 -2.88000 -2.52740
        realKnownCause/rogue_agent_key_updown.csv -1.39649 -0.07421 -1.64842 -0.18421
        """;

    private static readonly Dictionary<string, double[]> BySeries = Rows.Split('\n').Select(r => r.Trim().Split(' '))
        .ToDictionary(c => c[0], c => c.Skip(1).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray());

    /// <summary>The entry's score on these series alone, as a sum of its published ones; null where one of them is not among the published.</summary>
    public static double? RandomCutForest(IReadOnlyList<NabSeries> series, NabProfile profile)
    {
        var column = Array.IndexOf(["standard", "reward_low_FP_rate", "reward_low_FN_rate"], profile.Name) + 1;
        if (column == 0 || series.Any(s => !BySeries.ContainsKey(s.Name))) return null;
        var (none, perfect) = NabScore.Bounds(series, profile);
        return NabScore.Normalise(series.Sum(s => BySeries[s.Name][column]), none, perfect);
    }

    /// <summary>Raw scores of the windowed Gaussian at its published threshold of exactly 1, series by series.</summary>
    public static double? WindowedGaussianOf(string name) => BySeries.TryGetValue(name, out var scores) ? scores[0] : null;
}
