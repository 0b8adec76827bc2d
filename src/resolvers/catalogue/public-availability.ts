import { type Availability as Known } from "../../domain/catalogue/availability";
import { formatThousandths } from "../../domain/money/money";
import { type Availability } from "./availability";

interface Age {
  readonly asOf: Date;
  readonly stale: boolean;
}

/**
 * Returns what is known about the availability, as clients see it. Its age is computed when it is
 * read, because it changes while the rest stays the same.
 */
export function publicAvailability(
  { available, remaining, reason, since, until }: Known,
  age: Age,
): Availability {
  return Object.freeze({
    available,
    reason,
    until: until === null ? null : new Date(until),
    remaining: remaining === null ? null : formatThousandths(remaining),
    since: since === null ? null : new Date(since),
    get asOf() {
      return age.asOf;
    },
    get stale() {
      return age.stale;
    },
  });
}
