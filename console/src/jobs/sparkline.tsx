const WIDTH = 240;
const HEIGHT = 40;

interface Props {
  /** One bar for each value, from left to right; null leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly title: string;
  /** What the picture shows, in words. */
  readonly summary: string;
}

/** A row of bars, the tallest as high as the picture. */
export function Sparkline({ values, title, summary }: Props) {
  const highest = Math.max(...values.map((value) => value ?? 0), Number.EPSILON);
  const step = WIDTH / values.length;
  return (
    <figure className="card">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}: ${summary}`}
      >
        <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} className="axis" />
        {values.map((value, index) => {
          const height = ((value ?? 0) / highest) * (HEIGHT - 1);
          return (
            <rect
              key={index}
              x={index * step}
              y={HEIGHT - height}
              width={step * 0.7}
              height={height}
            />
          );
        })}
      </svg>
      <small>{summary}</small>
    </figure>
  );
}
