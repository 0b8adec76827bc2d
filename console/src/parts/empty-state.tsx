import { type ReactNode } from "react";

const PICTURES = {
  done: ["M20 8h32v40l-5-3-5.5 3-5.5-3-5.5 3-5.5-3-5 3z", "m29 25 5 5 10-11"],
  begin: [
    "M12 24 16 8h40l4 16M12 24a6 6 0 0 0 12 0 6 6 0 0 0 12 0 6 6 0 0 0 12 0 6 6 0 0 0 12 0M16 30v18h40V30",
    "M36 36v8M32 40h8",
  ],
  nothing: ["M17 25a15 15 0 1 0 30 0a15 15 0 1 0-30 0", "m43 36 12 12M26 25h12"],
  forbidden: ["M20 24h32v22H20zM27 24v-6a9 9 0 0 1 18 0v6", "M36 33v5"],
  failed: ["M36 8 12 48h48z", "M36 22v12M36 41v.2"],
} as const;

interface Props {
  readonly picture: keyof typeof PICTURES;
  readonly title: string;
  /** Whether that is good news, and what to do if it is not. */
  readonly children?: ReactNode;
  readonly acts?: ReactNode;
}

/** Shown in place of an empty list, or of something that cannot be shown. */
export function EmptyState({ picture, title, children, acts }: Props) {
  const [outline, mark] = PICTURES[picture];
  return (
    <div className="card empty">
      <svg className={`pic ${picture}`} viewBox="0 0 72 56" aria-hidden="true">
        <path d={outline} />
        <path className="mark" d={mark} />
      </svg>
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {acts !== undefined && <div className="row">{acts}</div>}
    </div>
  );
}
