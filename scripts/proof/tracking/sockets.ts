import { type Placed } from "../guests";
import { type Random } from "../random";
import { type World } from "../world";
import { Follower } from "./follower";
import { type GuestFollower, type Way } from "./way";

const TRACK = `subscription Track($token: String!, $after: EventCursor) {
  trackOrder(token: $token, after: $after) { id cursor ... on OrderStatusEvent { to lateBySeconds } }
}`;

/** Over WebSockets directly to the gateways, with the simplest possible client. */
export class Sockets implements Way {
  private urls: readonly string[] = [];

  constructor(private readonly random: Random) {}

  open(world: World): Promise<void> {
    this.urls = world.urls;
    return Promise.resolve();
  }

  follow({ trackingToken: token }: Placed, address: string): GuestFollower {
    const following = { query: TRACK, variables: { token }, address };
    return new Follower(following, () => this.random.one(this.urls));
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
