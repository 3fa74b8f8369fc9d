/** One line of a bench. `name`, `size` and `unit` together say what was measured. */
export interface Result {
  name: string;
  /** What grows between the two runs, as a number (messages, followers, …). */
  size: number;
  value: number;
  unit: string;
  /** What ran beside it in the same run; null where there is none and the target is absolute. */
  peer: string | null;
  peerValue: number | null;
  /** Ours against the peer's, so that more is better; null without a peer. */
  ratio: number | null;
  target: string;
  holds: boolean;
}

export interface BenchContext {
  /** Progress for people; goes to stderr. */
  say(line: string): void;
}

export interface Bench {
  readonly summary: string;
  run(context: BenchContext): AsyncIterable<Result>;
}

const round = (value: number): number => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** Set beside a peer where more is better: `ratio` is ours over theirs. */
export function beside(measured: Omit<Result, 'ratio' | 'target' | 'holds'> & { peerValue: number }, atLeast: number): Result {
  const ratio = measured.value / measured.peerValue;
  return {
    ...measured, value: round(measured.value), peerValue: round(measured.peerValue), ratio: Number(ratio.toFixed(2)),
    target: `≥ ${atLeast}×`, holds: ratio >= atLeast,
  };
}

/** The same where less is better: `ratio` is theirs over ours. */
export function below(measured: Omit<Result, 'ratio' | 'target' | 'holds'> & { peerValue: number }, atLeast: number): Result {
  const { value, peerValue } = measured;
  return { ...beside({ ...measured, value: peerValue, peerValue: value }, atLeast), value: round(value), peerValue: round(peerValue) };
}

/** An absolute limit where less is better. */
export function within(measured: Pick<Result, 'name' | 'size' | 'value' | 'unit'>, atMost: number): Result {
  return {
    ...measured, value: round(measured.value), peer: null, peerValue: null, ratio: null,
    target: `≤ ${atMost} ${measured.unit.split(' ')[0]}`, holds: measured.value <= atMost,
  };
}

const columns: [string, (result: Result) => string][] = [
  ['bench', (result) => result.name],
  ['size', (result) => result.size.toLocaleString('en-US')],
  ['ours', (result) => `${result.value.toLocaleString('en-US')} ${result.unit}`],
  ['peer', (result) => (result.peer === null ? '-' : `${result.peerValue!.toLocaleString('en-US')} (${result.peer})`)],
  ['ratio', (result) => (result.ratio === null ? '-' : `${result.ratio}×`)],
  ['target', (result) => result.target],
  ['', (result) => (result.holds ? 'holds' : 'DOES NOT HOLD')],
];

/** A table, and under it how cost grew with size. */
export function table(results: readonly Result[]): string {
  const cells = [columns.map(([title]) => title), ...results.map((result) => columns.map(([, show]) => show(result)))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd());
  return [...lines, ...growth(results)].join('\n');
}

/** Throughput that stays level, or a latency that does, is cost growing no faster than the data. */
function growth(results: readonly Result[]): string[] {
  const lines: string[] = [];
  for (const big of results) {
    const small = results.find((other) => other.name === big.name && other.unit === big.unit && other.size < big.size);
    if (!small) continue;
    lines.push(`${big.name} (${big.unit}): size × ${round(big.size / small.size)}, value × ${round(big.value / small.value)}`);
  }
  return lines.length > 0 ? ['', ...lines] : [];
}
