export { confidences, type Benchmark, type BenchmarkSource, type BenchmarkUnit, type Confidence } from './benchmark.ts';
export { benchmarksFor } from './benchmarks-for.ts';
export { publishedBenchmarks } from './published.ts';
export { BenchmarkReply } from './reply.ts';
export { benchmarkRoutes } from './routes.ts';
