/** Placeholder for rows that are loading; appears only when they take long (200 ms). */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div className="card skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" aria-hidden="true">
          <span className="sk" />
          <span className="sk" />
          <span className="sk" />
        </div>
      ))}
    </div>
  );
}
