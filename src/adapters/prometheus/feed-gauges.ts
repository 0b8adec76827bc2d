import { Gauge, type Registry } from "prom-client";

interface Feed {
  readonly heardMsAgo: number;
  readonly lookedMsAgo: number;
}

/** Shows whether this process hears what happens, and whether it looks by itself. */
export function showFeed(registry: Registry, feed: Feed): void {
  new Gauge({
    ...{ name: "gateway_feed_heard_seconds", registers: [registry] },
    help: "How long ago the connection that hears announcements last answered",
    collect() {
      this.set(feed.heardMsAgo / 1_000);
    },
  });
  new Gauge({
    ...{ name: "gateway_feed_looked_seconds", registers: [registry] },
    help: "How long ago the rows were last looked at for what nobody has heard",
    collect() {
      this.set(feed.lookedMsAgo / 1_000);
    },
  });
}
