using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Verify.Benchmarks;

/// <summary>Adds MB/s and the cost of a byte against that of the smallest text. The benchmark has a parameter Length in characters of ASCII.</summary>
sealed class ThroughputConfig : ManualConfig
{
    public ThroughputConfig()
    {
        AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(new PerByteColumn(), new SpeedColumn());
        HideColumns(Column.Error, Column.StdDev, Column.Gen0, Column.Gen1, Column.Gen2);
    }

    static double? NanosecondsPerByte(Summary summary, BenchmarkCase benchmark) =>
        summary[benchmark]?.ResultStatistics is { } result ? result.Mean / (int)benchmark.Parameters["Length"] : null;

    sealed class SpeedColumn : FigureColumn
    {
        public override string ColumnName => "MB/s";

        public override string Legend => "UTF-8 megabytes read in a second on one core";

        protected override double? Figure(Summary summary, BenchmarkCase benchmark) => 1000 / NanosecondsPerByte(summary, benchmark);
    }

    sealed class PerByteColumn : FigureColumn
    {
        public override string ColumnName => "Cost of a byte";

        public override string Legend => "Time per byte, against the smallest text of the same sort";

        static string OtherThanLength(BenchmarkCase benchmark) =>
            string.Join(';', benchmark.Parameters.Items.Where(parameter => parameter.Name != "Length").Select(parameter => parameter.Value));

        protected override double? Figure(Summary summary, BenchmarkCase benchmark)
        {
            var smallest = summary.BenchmarksCases.Where(b => OtherThanLength(b) == OtherThanLength(benchmark)).MinBy(b => (int)b.Parameters["Length"])!;
            return NanosecondsPerByte(summary, benchmark) / NanosecondsPerByte(summary, smallest);
        }
    }

    abstract class FigureColumn : IColumn
    {
        public abstract string ColumnName { get; }

        public abstract string Legend { get; }

        public string Id => ColumnName;

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => Figure(summary, benchmarkCase)?.ToString("0.00", CultureInfo.InvariantCulture) ?? "?";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        protected abstract double? Figure(Summary summary, BenchmarkCase benchmark);
    }
}
