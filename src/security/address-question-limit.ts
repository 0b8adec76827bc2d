import { type Context } from "../context";
import { AddressLimiter } from "../limits/address-limiter";
import { RateLimiter } from "../limits/rate-limiter";
import { type AddressQuestions } from "../ports/address-questions";
import { type Clock } from "../ports/clock";
import { type LimitStore } from "../ports/limit-store";

/** A guest types an address now and then. */
const OF_CALLER = { burst: 20, refillMs: 15_000 };
/** Twice as many per minute as its POS answers without making anyone wait. */
const OF_ORGANIZATION = { burst: 60, refillMs: 2_000 };

const PURPOSE = "addresses";

type Caller = Pick<Context, "viewer" | "remoteAddress">;

/**
 * Limits how often POSes are asked about addresses: by one caller's network, and for one
 * organization, across all processes. Holders of API keys are counted only by organization, and
 * separately, so outsiders use up nothing of theirs. A caller over the limit continues without the
 * answer.
 */
export class AddressQuestionLimit {
  private readonly callers: AddressLimiter;
  private readonly organizations: RateLimiter;

  constructor(
    clock: Clock,
    private readonly store?: LimitStore,
  ) {
    this.callers = new AddressLimiter(OF_CALLER, clock, store);
    this.organizations = new RateLimiter(OF_ORGANIZATION, clock);
  }

  of(caller: Caller): AddressQuestions {
    return { admit: (organizationId) => this.admit(caller, organizationId) };
  }

  private async admit({ viewer, remoteAddress }: Caller, organizationId: string): Promise<boolean> {
    if (viewer.kind === "key") return this.takeOf(`keys ${organizationId}`);
    if ((await this.callers.takeShared(remoteAddress, 1, PURPOSE)) > 0) return false;
    if (await this.takeOf(organizationId)) return true;
    this.callers.giveBackShared(remoteAddress, 1, PURPOSE);
    return false;
  }

  private async takeOf(name: string): Promise<boolean> {
    if (this.organizations.take(name) > 0) return false;
    const bucket = { key: `${PURPOSE}-of-organization ${name}`, ...OF_ORGANIZATION };
    const waitMs = (await this.store?.take([bucket], 1)) ?? 0;
    if (waitMs > 0) this.organizations.drain(name, waitMs, 1);
    return waitMs === 0;
  }
}
