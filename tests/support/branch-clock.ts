import { type KillableGateway } from "./killable-gateway";
import { ADMIN_KEY } from "./settings";

const VERSION = "query ($id: ID!) { branch(id: $id) { version } }";
const MOVE = `mutation ($id: ID!, $version: Int!, $timeZone: String!) {
  saveBranchSettings(branchId: $id, expectedVersion: $version, input: { timeZone: $timeZone }, verify: false) {
    userErrors { code message }
  }
}`;

/** Whatever time the machine's clock shows, an hour from now is still the same day there. */
export const zoneWhereItIsNoon = (): string => zoneWhereItIs(12);

/** @param hour hour of the day, 0–23 */
export function zoneWhereItIs(hour: number): string {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  // The names have the opposite sign of the clock: Etc/GMT-3 is three hours ahead of Greenwich.
  return `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

export const clockIn = (at: Date, timeZone: string): string =>
  at.toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit", timeZone });

/** @throws {Error} when the branch cannot be in that zone */
export async function moveBranch(
  { client }: KillableGateway,
  id: string,
  timeZone: string,
): Promise<void> {
  const { branch } = await client.ask<{ branch: { version: number } }>(VERSION, { id }, ADMIN_KEY);
  const variables = { id, version: branch.version, timeZone };
  const { saveBranchSettings: saved } = await client.ask<{
    saveBranchSettings: { userErrors: readonly object[] };
  }>(MOVE, variables, ADMIN_KEY);
  if (saved.userErrors.length > 0) throw new Error(JSON.stringify(saved.userErrors));
}
