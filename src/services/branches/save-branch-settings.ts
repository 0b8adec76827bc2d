import { type DataSource, type EntityManager } from "typeorm";

import { UserErrorCode } from "../../domain/user-error-code";
import { type UserFault } from "../../domain/user-fault";
import { type Viewer } from "../../domain/viewer";
import { Branch } from "../../entities/branch";
import { BranchSettings, PosKind } from "../../entities/branch-settings";
import { Refused } from "../../errors";
import { type PosCredential } from "../../ports/pos";
import { type Secrets } from "../../ports/secrets";
import { invalid, required } from "./branch-fault";
import { type BranchSettingsChange } from "./branch-settings-change";
import { branchSettingsFaults } from "./branch-settings-faults";
import { credentialChange, maskCredential } from "./credential-change";
import { lockBranch } from "./lock-branch";

const STANDARD_RETRY_DELAYS_SECONDS = [15, 15, 15];
const STANDARD_ACCEPT_TIMEOUT_SECONDS = 60;

/** Changes how a branch is tied to its POS: all of the change or nothing. */
export class SaveBranchSettings {
  /**
   * @param poses the POS kinds this gateway can speak to
   */
  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
    private readonly poses: ReadonlySet<PosKind>,
  ) {}

  /**
   * @param expectedVersion of the branch, as the caller last saw it
   * @throws {Refused} STALE_VERSION: somebody saved in between; and every field that is no good
   */
  async execute(
    viewer: Viewer,
    branchId: string,
    expectedVersion: number,
    input: BranchSettingsChange,
  ): Promise<Branch> {
    return this.db.transaction(async (tx) => {
      const branch = await lockBranch(tx, viewer, branchId);
      const stored = await settingsOf(tx, branch.id);
      const { credential, faults: credentialFaults } = credentialChange(input);
      const settings = this.changed(stored, input, credential);
      const faults = [
        ...(branch.version === expectedVersion ? [] : [staleVersion(branch.version)]),
        ...branchSettingsFaults(input),
        ...credentialFaults,
        ...this.connectionFaults(settings, credentialFaults.length > 0),
      ];
      if (faults.length > 0) throw new Refused<UserFault>(faults);

      branch.version += 1;
      await tx.update(Branch, { id: branch.id }, { version: branch.version });
      await tx.save(settings);
      return branch;
    });
  }

  private changed(
    stored: BranchSettings,
    input: BranchSettingsChange,
    credential: PosCredential | null | undefined,
  ): BranchSettings {
    const paymentTypes = input.paymentTypes?.map((mapping) => ({
      ...mapping,
      posPaymentTypeId: mapping.posPaymentTypeId ?? null,
    }));
    const columns: Partial<BranchSettings> = {
      ...this.credentialColumns(credential),
      ...injectionColumns(input),
      pos: kept(input.pos, stored.pos) ?? PosKind.NONE,
      organizationId: kept(input.organizationId, stored.organizationId),
      terminalGroupId: kept(input.terminalGroupId, stored.terminalGroupId),
      externalMenuId: kept(input.externalMenuId, stored.externalMenuId),
      priceCategoryId: kept(input.priceCategoryId, stored.priceCategoryId),
      paymentTypes: input.paymentTypes === undefined ? stored.paymentTypes : (paymentTypes ?? []),
      statusMap: [...(kept(input.statusMap, stored.statusMap) ?? [])],
      fallback: [...(kept(input.fallback, stored.fallback) ?? [])],
    };
    return Object.assign(new BranchSettings(), stored, columns);
  }

  private credentialColumns(credential: PosCredential | null | undefined): Partial<BranchSettings> {
    if (credential === undefined) return {};
    if (credential === null) return { credentialSealed: null, credentialMasked: null, credentialKind: null };
    return {
      credentialSealed: this.secrets.seal(JSON.stringify(credential)),
      credentialMasked: maskCredential(credential),
      credentialKind: credential.kind,
    };
  }

  /** A POS is saved only with all it takes to reach it: a half-connected branch would swallow orders. */
  private connectionFaults(settings: BranchSettings, credentialIsFaulty: boolean): UserFault[] {
    if (settings.pos === PosKind.NONE) return [];
    const faults: UserFault[] = [];
    if (!this.poses.has(settings.pos)) {
      const ru = "Этот шлюз не работает с такой кассой";
      faults.push(invalid(["input", "pos"], ru, "This gateway does not speak to that POS"));
    }
    if (settings.credentialSealed === null && !credentialIsFaulty) {
      const ru = "Кассе нужен ключ: apiLogin или apiKey с appId и clientSecret";
      const en = "The POS needs a key: apiLogin, or apiKey with appId and clientSecret";
      faults.push(required(["input", "apiLogin"], ru, en));
    }
    if (settings.organizationId === null) {
      const field = ["input", "organizationId"];
      faults.push(required(field, "Выберите организацию", "Choose an organization"));
    }
    return faults;
  }
}

async function settingsOf(tx: EntityManager, branchId: string): Promise<BranchSettings> {
  return tx.findOneByOrFail(BranchSettings, { branchId });
}

function injectionColumns({ injection }: BranchSettingsChange): Partial<BranchSettings> {
  if (injection === undefined) return {};
  const { retryDelaysSeconds, acceptTimeoutSeconds } = injection ?? {
    retryDelaysSeconds: null,
    acceptTimeoutSeconds: null,
  };
  return {
    ...(retryDelaysSeconds !== undefined && {
      retryDelaysSeconds: [...(retryDelaysSeconds ?? STANDARD_RETRY_DELAYS_SECONDS)],
    }),
    ...(acceptTimeoutSeconds !== undefined && {
      acceptTimeoutSeconds: acceptTimeoutSeconds ?? STANDARD_ACCEPT_TIMEOUT_SECONDS,
    }),
  };
}

function kept<T, S>(given: T | undefined, stored: S): T | S {
  return given === undefined ? stored : given;
}

function staleVersion(version: number): UserFault {
  return {
    code: UserErrorCode.STALE_VERSION,
    field: ["expectedVersion"],
    message: {
      ru: `Настройки уже изменил кто-то другой (версия ${version}). Обновите страницу и повторите`,
      en: `Somebody else has changed the settings (version ${version}). Reload them and try again`,
    },
  };
}
