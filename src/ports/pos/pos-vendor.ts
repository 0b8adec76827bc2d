import { type IncomingHttpHeaders } from "node:http";
import { type LookupFunction } from "node:net";

import { type Text } from "../../domain/texts/locale";
import { type Clock } from "../clock";
import { type PermitStore } from "../permit-store";
import { type PosMeter } from "../pos-meter";
import { type Secrets } from "../secrets";
import { type ProductionRules, type SettingNote, type SettingReader } from "../setting-reader";
import { type Spans } from "../spans";
import { type Pos } from "./pos";
import { type PosGuidance } from "./pos-guidance";
import { type PosIds } from "./pos-ids";
import { type PosKeyStore } from "./pos-key-store";

/** The parts of a key for which the API has fields; a kind of key consists of some of them. */
type CredentialPart = "apiLogin" | "apiKey" | "appId" | "clientSecret";

/** A kind of key to a POS. */
export interface CredentialKind {
  /** Stored with the credential, and a value of the API's CredentialKind; it never changes. */
  readonly kind: string;
  /** Description of that value. */
  readonly description: string;
  /** All of them are required, and no others are allowed. */
  readonly parts: readonly CredentialPart[];
  /** The part whose last characters operators may see. */
  readonly shown: CredentialPart;
  /** Where people find that part, as a sentence for the form. */
  readonly where?: Text;
}

/**
 * What the POS does with an order that arrives a second time under the same id of ours:
 * - by-our-id: it takes the order once and recognises later copies as the same
 * - by-lookup: it would take the order again, but `findOrders` reliably says whether it has it
 * - none: this cannot be determined. After an attempt with an unknown outcome, people decide and
 *   nothing is sent
 */
type Duplicates = "by-our-id" | "by-lookup" | "none";

interface PosSettings<S extends object> {
  /** Set if and only if the POS is set up. null: settings never set it up. */
  readonly variable: string | null;
  /** `NAME=value`, shown if nothing is set. */
  readonly example: string;
  /** Every variable that `read` uses, for the README's table. */
  readonly notes: Readonly<Record<string, SettingNote>>;
  /**
   * null: the POS is not set up. Anything wrong becomes a problem of the reader, at every start.
   *
   * @param production null outside production
   */
  read(reader: SettingReader, production: ProductionRules | null): S | null;
  /**
   * Only for an imitation: it is used outside production where no real POS is set up.
   *
   * @param address where the sandbox runs
   * @param settings what `read` returned
   */
  inSandbox?(address: string, settings: S): S;
}

/** What a POS pushes on its own initiative. */
export interface PosWebhook {
  /**
   * The route is `POST /webhooks/<path>/:organizationId`; it is part of addresses that tills store.
   */
  readonly path: string;
  /** Returns the token that comes with a call, to be compared with the registered one. */
  readonly tokenOf: (headers: IncomingHttpHeaders) => string;
  /**
   * Returns the part of a body that has to be kept until it is read: the rest would be a second
   * copy of guests' data.
   */
  readonly withoutGuests: (body: unknown) => unknown;
}

/** What all POSes of the gateway rely on. */
export interface PosParts {
  /** This machine's own clock, as seen from outside. */
  readonly clock: Clock;
  readonly keys: PosKeyStore;
  readonly permits: PermitStore;
  readonly secrets: Secrets;
  readonly meter?: PosMeter | undefined;
  readonly spans?: Spans | undefined;
  /** How hosts are resolved; undefined: by the system. */
  readonly lookup: LookupFunction | undefined;
}

/** A POS that is ready for calls. */
export interface OpenPos extends Pos {
  /** Drops the POS's idle connections. */
  close(): void;
}

/** What the rest of the gateway asks of a vendor without a connection to it. */
export interface PosTraits {
  /** Stored with branches, and a value of PosKind; it never changes. */
  readonly kind: string;
  /** The name people use. */
  readonly name: string;
  readonly credentials: readonly CredentialKind[];
  readonly duplicates: Duplicates;
  readonly ids: PosIds;
  /** null: it sends no web hooks. */
  readonly webhook: PosWebhook | null;
  readonly guidance: PosGuidance;
}

/**
 * Everything that the gateway knows about one vendor of tills, in one place: `src/vendors.ts` lists
 * them, and everything that distinguishes them (the API's PosKind and CredentialKind, keys,
 * settings, production's rules, the web-hook route, the README) uses that list.
 */
export interface PosVendor<S extends object = object> extends PosTraits {
  /** Description of the value of PosKind. */
  readonly description: string;
  /** How a form labels that value. */
  readonly label: Text;
  readonly settings: PosSettings<S>;
  /** The address that is called: equal keys for one address share what is known about them. */
  addressOf(settings: S): string;
  /** Does not connect yet. */
  open(settings: S, parts: PosParts): OpenPos;
}
