import { type BranchFindings } from "./branch-findings";
import { failed, fine, type Verdict, warning } from "./health-check";
import { valueOf } from "./reading";

/**
 * Pauses and leases are a few seconds; tokens and pick-up times bear a minute. iiko tells whole
 * seconds.
 */
const WARN_MS = 5_000;
const FAIL_MS = 60_000;

interface ClockPair {
  readonly ru: string;
  readonly en: string;
  readonly apartMs: number;
}

/** CLOCKS_AGREE: the gateway's, the database's and iiko's clocks tell the same time. */
export function judgeClocks({ contacts: { databaseAheadMs }, pos }: BranchFindings): Verdict {
  const iikoAheadMs = valueOf(pos)?.clockAheadMs ?? null;
  const database = {
    ru: "шлюза и базы",
    en: "the gateway's and the database's",
    apartMs: databaseAheadMs,
  };
  const withIiko = iikoAheadMs === null ? [] : pairsWithIiko(iikoAheadMs, databaseAheadMs);
  const apart = [database, ...withIiko].filter(({ apartMs }) => Math.abs(apartMs) > WARN_MS);
  if (apart.length === 0) {
    const told = iikoAheadMs === null;
    return fine(
      told
        ? "Часы шлюза и базы идут вместе, iiko своих не назвала"
        : "Часы шлюза, базы и iiko идут вместе",
      told
        ? "The gateway's and the database's clocks agree, iiko has not told its own"
        : "The gateway's, the database's and iiko's clocks agree",
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

function pairsWithIiko(iikoAheadMs: number, databaseAheadMs: number): ClockPair[] {
  return [
    { ru: "шлюза и iiko", en: "the gateway's and iiko's", apartMs: iikoAheadMs },
    { ru: "базы и iiko", en: "the database's and iiko's", apartMs: iikoAheadMs - databaseAheadMs },
  ];
}

function seconds(ms: number): number {
  return Math.round(Math.abs(ms) / 1000);
}
