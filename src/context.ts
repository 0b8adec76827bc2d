import { type Viewer } from "./domain/access/viewer";
import { type Locale } from "./domain/texts/locale";
import { type FollowAvailability } from "./subscriptions/follow-availability";
import { type FollowBranch } from "./subscriptions/follow-branch";
import { type FollowJob } from "./subscriptions/follow-job";
import { type FollowOpenState } from "./subscriptions/follow-open-state";
import { type FollowOrder } from "./subscriptions/follow-order";

/** What one request or socket carries into the resolvers. */
export interface Context {
  readonly requestId: string;
  /** The caller's, as far as a trusted proxy tells it; for limits only. */
  readonly remoteAddress: string;
  readonly viewer: Viewer;
  readonly locale: Locale;
  /** What the application says of itself, for counting alone; anything at all. */
  readonly clientName?: string | undefined;
  /** A router asks, which has shown its key: for the viewer, and with no more than its rights. */
  readonly fromRouter?: boolean;
  /** When the viewer's token ends; a socket is closed at that moment. */
  readonly expiresAt?: Date;
  /** Here because type-graphql hands a subscription's `subscribe` no resolver instance. */
  readonly followOrder: FollowOrder;
  readonly followAvailability: FollowAvailability;
  readonly followBranch: FollowBranch;
  readonly followJob: FollowJob;
  readonly followOpenState: FollowOpenState;
}
