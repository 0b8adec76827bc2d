import { type DataSource, type EntityManager } from "typeorm";

import { type Viewer } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { Branch } from "../../../entities/branches/branch";
import {
  BranchSettings,
  credentialOwner,
  PosKind,
} from "../../../entities/branches/branch-settings";
import { Refused } from "../../../errors";
import { type ChannelVendor } from "../../../ports/channel-vendor";
import { type EventFeed } from "../../../ports/event-feed";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type PosIds } from "../../../ports/pos/pos-ids";
import { type CredentialKind, type PosTraits } from "../../../ports/pos/pos-vendor";
import { type Secrets } from "../../../ports/secrets";
import { type BranchPosKeys } from "../../pos/branch-pos-keys";
import { keepFormerConnection } from "../../pos/former-connections";
import { invalid, required } from "../changes/branch-error";
import { lockBranch } from "../changes/lock-branch";
import { recordChanges } from "../changes/record-changes";
import { type BranchSettingsChange } from "./branch-settings-change";
import { changedColumns, changedSettings, keptOf, ofBranch } from "./changed-settings";
import { credentialChange, maskCredential, waysToOpen } from "./credential-change";
import { lookAnew } from "./look-anew";
import { openOrdersErrors } from "./open-orders-errors";
import { type KeptSettings } from "./setting-field";
import { type Difference, settingsDifferences } from "./settings-differences";
import { settingsErrors } from "./settings-errors";
import { type ReplacedSettings } from "./undo-settings";

/** A change to one branch's settings. */
interface WantedChange {
  readonly branchId: string;
  /** Version of the branch as the caller last saw it. */
  readonly expectedVersion: number;
  readonly input: BranchSettingsChange;
}

/**
 * Changes a branch and its connection to the POS: either the whole change, with a record of who
 * made it, or nothing.
 */
export class SaveBranchSettings {
  /**
   * @param vendors the POS kinds with which this gateway can communicate, and the staff channels
   * @param branchKeys those of the gateway: saving a key again resumes one that was stopped
   */
  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
    private readonly vendors: {
      readonly poses: readonly PosTraits[];
      readonly channels: readonly ChannelVendor[];
    },
    private readonly feed: EventFeed,
    private readonly branchKeys?: Pick<BranchPosKeys, "resume">,
  ) {}

  /**
   * Does not ask the POS: settings that do not work yet are saved as well, and the connection
   * doctor reports what is wrong.
   *
   * @param expectedVersion version of the branch as the caller last saw it
   * @throws {Refused} STALE_VERSION: somebody saved in the meantime; ORDERS_UNDER_WAY (without
   *   `acceptOpenOrders`); and every invalid field
   */
  async execute(
    viewer: Viewer,
    branchId: string,
    expectedVersion: number,
    input: BranchSettingsChange,
  ): Promise<Branch> {
    const change = { branchId, expectedVersion, input };
    return this.db.transaction(async (tx) => (await this.within(tx, viewer, change)).branch);
  }

  /** The same as part of `tx`; also returns what was replaced, column by column. */
  async within(
    tx: EntityManager,
    viewer: Viewer,
    { branchId, expectedVersion, input }: WantedChange,
  ): Promise<{ readonly branch: Branch; readonly replaced: ReplacedSettings }> {
    const branch = await lockBranch(tx, viewer, branchId);
    const stored = await tx.findOneByOrFail(BranchSettings, { branchId: branch.id });
    const { settings, credential } = this.checked(branch, stored, expectedVersion, input);
    const newKey = this.credentialDifference(stored, settings, credential);
    refuseIfAny(await openOrdersErrors(tx, stored, settings, input, newKey.length > 0));

    const changed = changedColumns(input, this.idsOf(settings));
    const [before, after] = [keptOf(branch, stored), keptOf(branch, settings, changed)];
    const columns = Object.assign({ version: branch.version + 1 }, ofBranch(after));
    await tx.update(Branch, { id: branch.id }, columns);
    await keepFormerConnection(tx, this.secrets, stored, settings);
    await tx.save(settings);
    if (credential) await this.branchKeys?.resume(tx, settings);
    await lookAnew(tx, this.feed, settings);
    const differences = [...settingsDifferences(before, after), ...newKey];
    await recordChanges(
      tx,
      viewer,
      differences.map((difference) => Object.assign({ branchId: branch.id }, difference)),
    );
    return { branch: Object.assign(branch, columns), replaced: replacedBy(changed, before) };
  }

  /** All errors in a change that do not depend on the branch. */
  errorsAnywhere(input: BranchSettingsChange): UserError[] {
    const { channels } = this.vendors;
    return settingsErrors(input, { currencyCode: "RUB", channels, ids: null });
  }

  /**
   * What saving the change now would alter, except for the credential. Changes nothing.
   *
   * @throws {Refused} every invalid field
   */
  differences(branch: Branch, stored: BranchSettings, input: BranchSettingsChange): Difference[] {
    const { settings } = this.checked(branch, stored, branch.version, input);
    const changed = changedColumns(input, this.idsOf(settings));
    return settingsDifferences(keptOf(branch, stored), keptOf(branch, settings, changed));
  }

  /**
   * The resulting settings.
   *
   * @throws {Refused} everything that is wrong with them
   */
  private checked(
    branch: Branch,
    stored: BranchSettings,
    expectedVersion: number,
    input: BranchSettingsChange,
  ): { settings: BranchSettings; credential: PosCredential | null | undefined } {
    const { currencyCode } = branch;
    const ids = this.idsOf({
      pos: input.pos === undefined ? stored.pos : (input.pos ?? PosKind.NONE),
    });
    const settings = changedSettings(stored, input, ids);
    const { credentials = [] } = this.posOf(settings) ?? {};
    const { credential, userErrors: credentialErrors } = credentialChange(input, credentials);
    Object.assign(settings, this.credentialColumns(stored, credential, credentials));
    refuseIfAny([
      ...(branch.version === expectedVersion ? [] : [staleVersion(branch.version)]),
      ...settingsErrors(input, { currencyCode, channels: this.vendors.channels, ids }),
      ...credentialErrors,
      ...this.connectionErrors(settings, credentialErrors.length > 0),
    ]);
    return { settings, credential };
  }

  private credentialColumns(
    { branchId }: BranchSettings,
    credential: PosCredential | null | undefined,
    kinds: readonly CredentialKind[],
  ): Partial<BranchSettings> {
    if (credential === undefined) return {};
    if (credential === null)
      return { credentialSealed: null, credentialMasked: null, credentialKind: null };
    return {
      credentialSealed: this.secrets.seal(JSON.stringify(credential), credentialOwner(branchId)),
      credentialMasked: maskCredential(credential, kinds),
      credentialKind: credential.kind,
    };
  }

  /**
   * Compares the keys themselves but shows their masks, because a different key may end in the same
   * characters.
   */
  private credentialDifference(
    stored: BranchSettings,
    { credentialMasked }: BranchSettings,
    credential: PosCredential | null | undefined,
  ): Difference[] {
    if (credential === undefined) return [];
    const after = credential === null ? null : JSON.stringify(credential);
    if (after === this.opened(stored)) return [];
    return [{ field: "credential", before: stored.credentialMasked, after: credentialMasked }];
  }

  private opened({ branchId, credentialSealed }: BranchSettings): string | null | undefined {
    try {
      return credentialSealed === null
        ? null
        : this.secrets.open(credentialSealed, credentialOwner(branchId));
    } catch {
      // The encryption key is gone, so any new credential counts as different.
      return undefined;
    }
  }

  /**
   * During set-up a credential is saved before the POS is chosen; the main POS is meant in that
   * case.
   */
  private posOf({ pos }: Pick<BranchSettings, "pos">): PosTraits | undefined {
    const { poses } = this.vendors;
    return pos === PosKind.NONE ? poses[0] : poses.find(({ kind }) => kind === pos);
  }

  /** null: this gateway does not know the POS. */
  private idsOf(settings: Pick<BranchSettings, "pos">): PosIds | null {
    return this.posOf(settings)?.ids ?? null;
  }

  /**
   * A POS is saved only with everything needed to reach it: a half-connected branch would swallow
   * orders.
   */
  private connectionErrors(settings: BranchSettings, credentialIsWrong: boolean): UserError[] {
    if (settings.pos === PosKind.NONE) return [];
    const userErrors: UserError[] = [];
    const pos = this.posOf(settings);
    if (!pos) {
      const ru = "Этот шлюз не работает с такой кассой";
      userErrors.push(invalid(["input", "pos"], ru, "This gateway does not speak to that POS"));
    }
    const opens = pos?.credentials.some(({ kind }) => kind === settings.credentialKind) ?? true;
    if ((settings.credentialSealed === null || !opens) && !credentialIsWrong) {
      const ru = `Кассе нужен ключ: ${waysToOpen(pos?.credentials ?? [], "ru")}`;
      const en = `The POS needs a key: ${waysToOpen(pos?.credentials ?? [], "en")}`;
      userErrors.push(required(["input", "apiLogin"], ru, en));
    }
    if (settings.organizationId === null) {
      const field = ["input", "organizationId"];
      userErrors.push(required(field, "Выберите организацию", "Choose an organization"));
    }
    return userErrors;
  }
}

function replacedBy(changed: Partial<KeptSettings>, before: KeptSettings): ReplacedSettings {
  const columns = Object.keys(changed) as (keyof KeptSettings)[];
  return Object.fromEntries(columns.map((column) => [column, before[column]]));
}

function refuseIfAny(userErrors: readonly UserError[]): void {
  if (userErrors.length > 0) throw new Refused<UserError>(userErrors);
}

function staleVersion(version: number): UserError {
  return {
    code: UserErrorCode.STALE_VERSION,
    field: ["expectedVersion"],
    message: {
      ru: `Настройки уже изменил кто-то другой (версия ${version}). Обновите страницу и повторите`,
      en: `Somebody else has changed the settings (version ${version}). Reload them and try again`,
    },
  };
}
