import { say } from "../run-proof";

/** In seconds since 1970. */
const startedAt = Math.floor(Date.now() / 1000);

/** Announces the next step, and the time that has passed so far. */
export function tell(title: string): true {
  return say(`==> [${Math.floor(Date.now() / 1000) - startedAt} s] ${title}`);
}

/** The same as a line of bash. @param title must not contain quotation marks */
export function telling(title: string): string {
  return `echo "==> [$(($(date +%s) - ${startedAt})) s] ${title}"`;
}
