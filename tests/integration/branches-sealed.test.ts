import { BranchSettings, credentialOwner } from "../../src/entities/branches/branch-settings";
import { Keyring } from "../../src/security/keyring";
import { ResealCredentials } from "../../src/services/pos/reseal-credentials";
import { ADMIN, BranchGateway } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";
import { sealedByVersion1 } from "../support/sealed-by-version-1";

const MASTER = "a-master-key-only-for-these-tests-0001";
const SAVE = `mutation ($branchId: ID!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $branchId, expectedVersion: 1, input: $input) { userErrors { code field } }
}`;

describe("A branch's credential", () => {
  let gateway: BranchGateway;
  beforeAll(async () => {
    gateway = await BranchGateway.start(new FakePosDirectory({}));
  });
  afterAll(() => gateway.stop());

  async function branchWith(apiLogin: string): Promise<string> {
    const branchId = await gateway.createBranch();
    const input = { pos: "IIKO", organizationId: "7bc05553-4b68-44e8-b7bc-37be63c6d9e9", apiLogin };
    const { data } = await gateway.query(SAVE, ADMIN, { branchId, input });
    expect(data.saveBranchSettings.userErrors).toEqual([]);
    return branchId;
  }

  const sealedOf = async (branchId: string) =>
    (await gateway.db.manager.findOneByOrFail(BranchSettings, { branchId })).credentialSealed!;
  const put = (branchId: string, credentialSealed: string) =>
    gateway.db.manager.update(BranchSettings, { branchId }, { credentialSealed });

  it("opens nothing for another branch whose row it is copied to", async () => {
    const [one, other] = [
      await branchWith("key-of-branch-one"),
      await branchWith("key-of-branch-two"),
    ];
    await put(other, await sealedOf(one));
    await expect(gateway.connections.of(other)).rejects.toMatchObject({
      posCode: "CREDENTIAL_UNREADABLE",
    });
    expect((await gateway.connections.of(one)).branch.credential).toMatchObject({
      apiLogin: "key-of-branch-one",
    });
  });

  it("is readable as an earlier version sealed it, and sealed per branch once no old version can be left", async () => {
    const branchId = await branchWith("key-of-branch-old");
    const credential = { kind: "API_LOGIN_V1", apiLogin: "key-of-branch-old" };
    const old = sealedByVersion1(MASTER, JSON.stringify(credential));
    await put(branchId, old);
    expect((await gateway.connections.of(branchId)).branch.credential).toEqual(credential);

    const reseal = new ResealCredentials(gateway.db, gateway.secrets);
    expect(await reseal.fromEarlierKeys()).toBe(0);
    expect(await sealedOf(branchId)).toBe(old);
    expect([await reseal.all(), await reseal.all()]).toEqual([1, 0]);
    const sealed = await sealedOf(branchId);
    expect(sealed).not.toBe(old);
    expect(() => gateway.secrets.open(sealed, credentialOwner("another"))).toThrow();
    expect((await gateway.connections.of(branchId)).branch.credential).toEqual(credential);
  });

  it("is sealed with the new encryption key at the next start, and kept as it is when nothing opens it", async () => {
    const branchId = await branchWith("key-of-branch-new");
    const rotated = new Keyring(["another-master-key-for-these-tests-02", MASTER]);
    expect(await new ResealCredentials(gateway.db, rotated).fromEarlierKeys()).toBeGreaterThan(0);
    const sealed = await sealedOf(branchId);
    expect(rotated.isCurrent(sealed)).toBe(true);
    expect(await new ResealCredentials(gateway.db, gateway.secrets).all()).toBe(0);
    expect(await sealedOf(branchId)).toBe(sealed);
  });
});
