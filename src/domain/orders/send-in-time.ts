const MINUTE_MS = 60_000;

interface Planned {
  readonly createdAt: Date;
  /** null: as soon as possible. */
  readonly wantedAt: Date | null;
  /** When it was to be sent next; null: nobody planned another attempt. */
  readonly nextAttemptAt: Date | null;
}

/**
 * Is it too late to begin sending an order without asking people? The gateway may have been away
 * for hours: nobody cooks for a guest who has left. A repeat that is planned, or that a person
 * asked for, counts from the time it was planned for.
 */
export function isTooLateToSend(
  { createdAt, wantedAt, nextAttemptAt }: Planned,
  sendWithinMinutes: number,
  now: Date,
): boolean {
  const within = (from: Date) => from.getTime() + sendWithinMinutes * MINUTE_MS;
  const first = wantedAt?.getTime() ?? within(createdAt);
  const planned = nextAttemptAt !== null && nextAttemptAt > createdAt ? within(nextAttemptAt) : 0;
  return now.getTime() > Math.max(first, planned);
}
