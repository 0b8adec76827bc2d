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

/** The parts of a key that the API has fields for; a kind of key is made of some of them. */
type CredentialPart = "apiLogin" | "apiKey" | "appId" | "clientSecret";

/** One way to open a POS. */
export interface CredentialKind {
  /** Stored with the credential, and a value of the API's CredentialKind: it never changes. */
  readonly kind: string;
  /** Of that value. */
  readonly description: string;
  /** All of them are needed, and none of the others. */
  readonly parts: readonly CredentialPart[];
  /** Whose last characters operators may see. */
  readonly shown: CredentialPart;
  /** Where people find that part, for the form: a sentence. */
  readonly where?: Text;
}

/**
 * What the POS makes of an order that comes a second time under the same id of ours:
 * - by-our-id: it takes it once; what comes later is known to be the same
 * - by-lookup: it would take it again, but `findOrders` tells for certain whether it has it
 * - none: nobody can tell. After an attempt whose end is unknown people decide, and nothing is sent
 */
type Duplicates = "by-our-id" | "by-lookup" | "none";

interface PosSettings<S extends object> {
  /** Set exactly where the POS is set up. null: it is never set up by settings. */
  readonly variable: string | null;
  /** `NAME=value`, shown where nothing is set. */
  readonly example: string;
  /** Every variable that `read` asks for, for the README's table. */
  readonly notes: Readonly<Record<string, SettingNote>>;
  /**
   * null: the POS is not set up. What is wrong becomes a problem of the reader, at every start.
   *
   * @param production null outside production
   */
  read(reader: SettingReader, production: ProductionRules | null): S | null;
  /**
   * Only of an imitation: it is used where no real POS is set up, outside production.
   *
   * @param address where the sandbox runs
   * @param settings what `read` gave
   */
  inSandbox?(address: string, settings: S): S;
}

/** What a POS pushes by itself. */
export interface PosWebhook {
  /**
   * The route is `POST /webhooks/<path>/:organizationId`; it stands in addresses that tills keep.
   */
  readonly path: string;
  /** The token that comes with a call, to be compared with the one that was registered. */
  readonly tokenOf: (headers: IncomingHttpHeaders) => string;
  /** What of a body has to be kept until it is read: the rest would be a second copy of guests. */
  readonly withoutGuests: (body: unknown) => unknown;
}

/** What all POSes of the gateway stand on. */
export interface PosParts {
  /** This machine's own, which the outside sees. */
  readonly clock: Clock;
  readonly keys: PosKeyStore;
  readonly permits: PermitStore;
  readonly secrets: Secrets;
  readonly meter?: PosMeter | undefined;
  readonly spans?: Spans | undefined;
  /** How hosts are found; the system's way when undefined. */
  readonly lookup: LookupFunction | undefined;
}

/** A POS that is ready for calls. */
export interface OpenPos extends Pos {
  /** Drops its idle connections. */
  close(): void;
}

/** What the rest of the gateway asks of a vendor without a connection to it. */
export interface PosTraits {
  /** Stored with branches, and a value of PosKind: it never changes. */
  readonly kind: string;
  /** As people call it. */
  readonly name: string;
  readonly credentials: readonly CredentialKind[];
  readonly duplicates: Duplicates;
  readonly ids: PosIds;
  /** null: it sends none. */
  readonly webhook: PosWebhook | null;
  readonly guidance: PosGuidance;
}

/**
 * All that the gateway knows of one vendor of tills, in one place: `src/vendors.ts` lists them, and
 * everything that tells them apart (the API's PosKind and CredentialKind, keys, settings,
 * production's rules, the web-hook route, the README) asks the list.
 */
export interface PosVendor<S extends object = object> extends PosTraits {
  /** Of the value of PosKind. */
  readonly description: string;
  /** As a form calls that value. */
  readonly label: Text;
  readonly settings: PosSettings<S>;
  /** Where it is called: equal keys of one address share what is known of them. */
  addressOf(settings: S): string;
  /** Connects to nobody yet. */
  open(settings: S, parts: PosParts): OpenPos;
}
