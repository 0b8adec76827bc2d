import { type DataSource } from "typeorm";

import { type Clock } from "../ports/clock";
import { CreateApiKey } from "../services/access/create-api-key";
import { ListApiKeys } from "../services/access/list-api-keys";
import { RevokeApiKey } from "../services/access/revoke-api-key";
import { CreateBranch } from "../services/branches/create-branch";
import { CheckBranch } from "../services/branches/doctor/check-branch";
import { FindBranch } from "../services/branches/find-branch";
import { FindBranchContacts } from "../services/branches/find-branch-contacts";
import { FindBranches } from "../services/branches/find-branches";
import { SetBusyMode } from "../services/branches/set-busy-mode";
import { SetOrderAcceptance } from "../services/branches/set-order-acceptance";
import { SaveBranchSettings } from "../services/branches/settings/save-branch-settings";
import { CreateCompany } from "../services/companies/create-company";
import { FindCompanies } from "../services/companies/find-companies";
import { SaveCompany } from "../services/companies/save-company";
import { ImportDeliveryZones } from "../services/delivery/import-delivery-zones";
import { FindPosAccess } from "../services/pos/find-pos-access";
import { ListPosKeys } from "../services/pos/list-pos-keys";
import { type LostOrganizations } from "../services/pos/lost-organizations";
import { type PosConnections } from "../services/pos/pos-connections";
import { RegisterWebhook } from "../services/pos/register-webhook";
import { RenewWebhookToken } from "../services/pos/renew-webhook-token";
import { ResealCredentials } from "../services/pos/reseal-credentials";
import { ResumePosKey } from "../services/pos/resume-pos-key";
import { WebhookTokens } from "../services/pos/webhook-tokens";
import { CHANNELS } from "../vendors";
import { type Dependencies } from "./dependencies";
import { type createPosAdapters } from "./pos-adapters";

interface Parts extends Dependencies {
  readonly lostOrganizations: LostOrganizations;
}

/**
 * Branches, their settings, the keys to their POS, and the keys of the people who work with them.
 */
export function createBranchUseCases(
  parts: Parts,
  connections: PosConnections,
  { vendors: tills, keys, permits, branchKeys }: ReturnType<typeof createPosAdapters>,
) {
  const { db, feed, secrets, clock, webhookUrl } = parts;
  const webhookTokens = new WebhookTokens(db, secrets);
  const listPosKeys = new ListPosKeys(db, branchKeys, keys, permits);
  const vendors = { poses: tills, channels: CHANNELS };
  return {
    createBranch: new CreateBranch(db),
    findBranch: new FindBranch(db),
    findBranches: new FindBranches(db),
    findBranchContacts: new FindBranchContacts(db, clock),
    findPosAccess: new FindPosAccess(db, connections),
    checkBranch: createDoctor(parts, connections),
    registerWebhook: new RegisterWebhook(db, connections, secrets, webhookUrl),
    renewWebhookToken: new RenewWebhookToken(db, connections, webhookTokens, webhookUrl),
    webhookTokens,
    resealCredentials: new ResealCredentials(db, secrets),
    saveBranchSettings: new SaveBranchSettings(db, secrets, vendors, feed, branchKeys),
    importDeliveryZones: new ImportDeliveryZones(db),
    setOrderAcceptance: new SetOrderAcceptance(db, clock),
    setBusyMode: new SetBusyMode(db, clock),
    listPosKeys,
    resumePosKey: new ResumePosKey(db, branchKeys, keys, listPosKeys),
    ...createAccess(db, clock),
  };
}

function createDoctor(parts: Parts, connections: PosConnections) {
  const { db, lostOrganizations, clock, machineClock = clock, webhookUrl: publicUrl } = parts;
  return new CheckBranch({
    db,
    connections,
    lostOrganizations,
    clock,
    machineClock,
    publicUrl,
    channels: { known: CHANNELS, ready: new Set(Object.keys(parts.channels)) },
    pollEverySeconds: parts.pollEverySeconds ?? 0,
  });
}

/** Companies, and the keys of the people who work with their branches. */
function createAccess(db: DataSource, clock: Clock) {
  return {
    createCompany: new CreateCompany(db),
    saveCompany: new SaveCompany(db),
    findCompanies: new FindCompanies(db),
    createApiKey: new CreateApiKey(db),
    listApiKeys: new ListApiKeys(db),
    revokeApiKey: new RevokeApiKey(db, clock),
  };
}
