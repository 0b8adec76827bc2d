import { Counter, Gauge, type Registry } from "prom-client";

import { type ReadinessPart } from "../../ports/readiness-part";

/** Shows the open sockets and event streams of this process. */
export function showConnections(registry: Registry, connections: () => number): void {
  new Gauge({
    name: "gateway_live_connections",
    help: "Open WebSockets and event streams",
    registers: [registry],
    collect() {
      this.set(connections());
    },
  });
}

interface Feed {
  readonly heardMsAgo: number;
  readonly lookedMsAgo: number;
}

/** Shows whether this process receives announcements, and whether it checks on its own. */
export function showFeed(registry: Registry, feed: Feed): void {
  new Gauge({
    name: "gateway_feed_heard_seconds",
    registers: [registry],
    help: "How long ago the connection that hears announcements last answered",
    collect() {
      this.set(feed.heardMsAgo / 1_000);
    },
  });
  new Gauge({
    name: "gateway_feed_looked_seconds",
    registers: [registry],
    help: "How long ago the rows were last looked at for what nobody has heard",
    collect() {
      this.set(feed.lookedMsAgo / 1_000);
    },
  });
}

interface Readiness {
  readonly parts: readonly ReadinessPart[];
  look(): Promise<Readonly<Record<string, string>>>;
}

/** Shows what `/readyz` reports, by part, and since when a part has not worked. */
export function showReadiness(registry: Registry, readiness: Readiness): void {
  const labelNames = ["part"] as const;
  new Gauge({
    name: "gateway_part_ready",
    labelNames,
    registers: [registry],
    help: "1 while the part works without which this process can do nothing, 0 while it does not",
    async collect() {
      const reasons = await readiness.look();
      for (const { name: part } of readiness.parts) this.set({ part }, part in reasons ? 0 : 1);
    },
  });
  new Gauge({
    name: "gateway_part_worked_seconds",
    labelNames,
    registers: [registry],
    help: "How long ago the part last worked: the database answered, the lease was renewed, work was claimed",
    async collect() {
      // This makes the database answer.
      await readiness.look();
      for (const { name: part, workedMsAgo } of readiness.parts)
        this.set({ part }, workedMsAgo / 1_000);
    },
  });
}

interface Standbys {
  readonly synchronous: number;
  readonly asynchronous: number;
}

/** Shows the standbys that the database last reported. All processes show the same figures. */
export function showStandbys(registry: Registry, standbys: () => Standbys | undefined): void {
  new Gauge({
    name: "gateway_database_standbys",
    labelNames: ["kind"] as const,
    registers: [registry],
    help: "Standbys of the database, by whether what guests were shown is on them, too",
    collect() {
      this.reset();
      const found = standbys();
      if (!found) return;
      this.set({ kind: "synchronous" }, found.synchronous);
      this.set({ kind: "asynchronous" }, found.asynchronous);
    },
  });
}

interface FieldUse {
  readonly client: string;
  readonly field: string;
  readonly count: number;
}

/**
 * Shows which application requests which field, so that fields can be retired; figures are this
 * process's own.
 */
export function showFieldUses(registry: Registry, uses: () => readonly FieldUse[]): void {
  new Counter({
    name: "gateway_field_uses_total",
    labelNames: ["client", "field"] as const,
    registers: [registry],
    help: "Operations that asked for the field, by the application's name if CLIENT_NAMES lists it",
    collect() {
      this.reset();
      for (const { count, ...labels } of uses()) this.inc(labels, count);
    },
  });
}
