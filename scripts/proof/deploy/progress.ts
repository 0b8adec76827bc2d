import { say } from "../run-proof";

/** In seconds. */
const startedAt = Math.floor(Date.now() / 1000);

/** Says what is done next, and how long it has taken to come there. */
export function tell(title: string): true {
  return say(`==> [${Math.floor(Date.now() / 1000) - startedAt} s] ${title}`);
}

/** The same as a line of bash. @param title without quotation marks */
export function telling(title: string): string {
  return `echo "==> [$(($(date +%s) - ${startedAt})) s] ${title}"`;
}
