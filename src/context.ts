import { type Viewer } from "./domain/access/viewer";
import { type Locale } from "./domain/texts/locale";
import { type FollowAvailability } from "./subscriptions/follow-availability";
import { type FollowBranch } from "./subscriptions/follow-branch";
import { type FollowJob } from "./subscriptions/follow-job";
import { type FollowOpenState } from "./subscriptions/follow-open-state";
import { type FollowOrder } from "./subscriptions/follow-order";

/** What one request or socket passes to the resolvers. */
export interface Context {
  readonly requestId: string;
  /** The caller's address, as far as a trusted proxy reports it; for limits only. */
  readonly remoteAddress: string;
  readonly viewer: Viewer;
  readonly locale: Locale;
  /** What the application calls itself, for counting only; may be anything. */
  readonly clientName?: string | undefined;
  /**
   * A router that has presented its key asks for the viewer, with no more than the viewer's rights.
   */
  readonly fromRouter?: boolean;
  /** When the viewer's token ends; sockets are closed at that moment. */
  readonly expiresAt?: Date;
  /** Needed here because type-graphql gives a subscription's `subscribe` no resolver instance. */
  readonly followOrder: FollowOrder;
  readonly followAvailability: FollowAvailability;
  readonly followBranch: FollowBranch;
  readonly followJob: FollowJob;
  readonly followOpenState: FollowOpenState;
}
