import { setTimeout as pause } from "node:timers/promises";

import { freePort } from "../../../packages/embedded-postgres/src/free-port";
import { Supergraph } from "../../../tests/support/supergraph";
import { type Placed } from "../guests";
import { type Random } from "../random";
import { Relay } from "../relay";
import { type World } from "../world";
import { ClientFollower } from "./client-follower";
import { type GuestFollower, type Way } from "./way";

const ROUTER_KEY = "mK4vT9xQ2wZ7bN5cR8dF3gHj";
/** A port on which nothing listens. */
const NOWHERE = 1;

/** What the gateways need besides the usual settings. */
export const SETTINGS_FOR_ROUTER = { FEDERATION: "true", ROUTER_KEY };

/**
 * Through a router: our client, a line to the router, the router in a separate process, and a line
 * to any running gateway.
 */
export class ThroughRouter implements Way {
  private router: Supergraph | undefined;
  private lines: readonly Relay[] = [];
  private port = 0;
  private starting: Promise<void> = Promise.resolve();
  private stopped = false;

  async open(world: World): Promise<void> {
    this.port = await freePort(undefined);
    const toRouter = await Relay.start(this.port);
    const toGateways = await Relay.start(() => portOf(world.gateways.oneAlive));
    this.lines = [toRouter, toGateways];
    await this.revive();
  }

  follow({ trackingToken }: Placed, address: string): GuestFollower {
    const [toRouter] = this.lines;
    const url = `http://127.0.0.1:${toRouter?.port ?? NOWHERE}/graphql`;
    return new ClientFollower(url, trackingToken, address);
  }

  /** Ends the router in the middle of whatever it is doing. */
  async kill(): Promise<void> {
    await this.router?.kill();
  }

  /** Starts it again, as a supervisor does: it may find no gateway to ask for the schema. */
  revive(): Promise<void> {
    this.starting = this.starting.then(() => this.startAgainAndAgain());
    return this.starting;
  }

  /** Breaks some of the connections to the router and behind it, and returns how many. */
  cut(random: Random, probability: number): number {
    const cut = this.lines.map((line) => line.cut(() => random.chance(probability)));
    return cut.reduce((total, each) => total + each, 0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const lines = this.lines;
    this.lines = [];
    // A router that is just starting finds no gateway to ask, and ends.
    await Promise.all(lines.map((line) => line.stop()));
    await this.starting;
    await this.kill();
  }

  private async startAgainAndAgain(): Promise<void> {
    const gatewayUrl = `http://127.0.0.1:${this.lines[1]?.port ?? NOWHERE}/graphql`;
    const options = { router: "hive", gatewayUrl, routerKey: ROUTER_KEY, port: this.port } as const;
    while (!this.stopped) {
      this.router = await Supergraph.start(options).catch(() => undefined);
      if (this.router) return;
      await pause(200);
    }
  }
}

function portOf(url: string | undefined): number {
  return url === undefined ? NOWHERE : Number(new URL(url).port);
}
