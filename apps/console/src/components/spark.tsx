/** A hairline of how it went: no axis, no points but the last. Says nothing that the card's words do not. */
export function Spark({ values, height = 28 }: { values: readonly number[]; height?: number }) {
  if (values.length < 2) return null;
  const width = 200;
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  const at = (value: number, index: number): [number, number] => [
    (index / (values.length - 1)) * (width - 4) + 2,
    height - 3 - ((value - low) / range) * (height - 6),
  ];
  const path = values.map((value, index) => at(value, index).map((n) => n.toFixed(1)).join(',')).join(' ');
  const [x, y] = at(values.at(-1)!, values.length - 1);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" width="100%" height={height} aria-hidden style={{ display: 'block' }}>
      <polyline points={path} fill="none" stroke="var(--ink-3)" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      <path d={`M${x} ${y}h0.01`} stroke="var(--ink)" strokeWidth="4" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
