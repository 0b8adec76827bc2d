import { type BranchFindings } from "./branch-findings";
import { failed, fine, type Verdict, warning } from "./health-check";
import { valueOf } from "./reading";

/**
 * Back-off times and leases last a few seconds; tokens and pick-up times tolerate a minute. A POS
 * may report whole seconds only.
 */
const WARN_MS = 5_000;
const FAIL_MS = 60_000;

interface ClockPair {
  readonly ru: string;
  readonly en: string;
  readonly apartMs: number;
}

/** CLOCKS_AGREE: the clocks of the gateway, the database and the POS agree. */
export function judgeClocks({ contacts, pos, vendor: { name } }: BranchFindings): Verdict {
  const { databaseAheadMs } = contacts;
  const posAheadMs = valueOf(pos)?.clockAheadMs ?? null;
  const database = {
    ru: "шлюза и базы",
    en: "the gateway's and the database's",
    apartMs: databaseAheadMs,
  };
  const withPos = posAheadMs === null ? [] : pairsWith(name, posAheadMs, databaseAheadMs);
  const apart = [database, ...withPos].filter(({ apartMs }) => Math.abs(apartMs) > WARN_MS);
  if (apart.length === 0) {
    return posAheadMs === null
      ? fine(
          `Часы шлюза и базы идут вместе, своего времени ${name} пока не сообщает`,
          `The gateway's and the database's clocks agree, ${name} has not given its own time yet`,
        )
      : fine(
          `Часы шлюза, базы и ${name} идут вместе`,
          `The gateway's, the database's and ${name}'s clocks agree`,
        );
  }
  const message = {
    ru: `Часы расходятся: ${apart.map(({ ru, apartMs }) => `${ru} на ${seconds(apartMs)} с`).join(", ")}`,
    en: `Clocks differ: ${apart.map(({ en, apartMs }) => `${en} by ${seconds(apartMs)} s`).join(", ")}`,
  };
  const isBad = apart.some(({ apartMs }) => Math.abs(apartMs) > FAIL_MS);
  return (isBad ? failed : warning)(message, {
    ru: "Включите синхронизацию времени (NTP) на серверах шлюза и базы",
    en: "Switch the synchronisation of time (NTP) on at the gateway's and the database's servers",
  });
}

function pairsWith(name: string, posAheadMs: number, databaseAheadMs: number): ClockPair[] {
  const byDatabaseMs = posAheadMs - databaseAheadMs;
  return [
    { ru: `шлюза и ${name}`, en: `the gateway's and ${name}'s`, apartMs: posAheadMs },
    { ru: `базы и ${name}`, en: `the database's and ${name}'s`, apartMs: byDatabaseMs },
  ];
}

function seconds(ms: number): number {
  return Math.round(Math.abs(ms) / 1000);
}
