/** The gateway's logo: two things and what joins them. */
export function Brand() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6.5" fill="var(--ink)" />
      <path
        d="M5 12h6m2 0h6M13 7v10"
        stroke="var(--on-ink)"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
