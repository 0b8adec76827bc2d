import { readFileSync } from "node:fs";
import { join } from "node:path";

import { buildSchema, getNamedType, isInterfaceType, isObjectType } from "graphql";
import { getMetadataStorage } from "type-graphql";

import { SchemaWalk, type WalkAnswer, type WalkedField } from "../support/schema-walk";
import { rootOf } from "../support/scope-documents";
import { accessTo, FIELDS } from "../support/scope-fields";
import { preparePlaces } from "../support/scope-places";
import { OWNER_PHONE, type Places } from "../support/scope-rows";
import { scopeTable, type ViewerName, VIEWERS } from "../support/scope-table";
import { WholeGateway } from "../support/whole-gateway";

const schema = buildSchema(readFileSync(join(__dirname, "../../schema.graphql"), "utf8"));
const ROOTS = ["Query", "Mutation", "Subscription"];

function typesBelow(): string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  return types
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("__") && !ROOTS.includes(name));
}

describe("The table of fields", () => {
  it("has every field of every type of the schema, once", () => {
    const all = typesBelow().flatMap((name) => {
      const type = schema.getType(name);
      return isObjectType(type) || isInterfaceType(type)
        ? Object.keys(type.getFields()).map((field) => `${name}.${field}`)
        : [];
    });
    const said = Object.entries(FIELDS).flatMap(([type, lists]) =>
      Object.values(lists).flatMap((names) => names.split(" ").map((name) => `${type}.${name}`)),
    );
    expect(said.sort()).toEqual(all.sort());
  });
});

describe("Below every query", () => {
  let gateway: WholeGateway;
  let places: Places;
  let credentials: Record<ViewerName, string | undefined>;
  /**
   * What belongs to the demo branch and must not appear in any answer to a key of another branch.
   */
  let marks: string[];

  beforeAll(async () => {
    gateway = await WholeGateway.start({ publicMutationBurst: 0 });
    places = await preparePlaces(gateway);
    const branch =
      'mutation { createBranch(input: { name: "Elsewhere", timeZone: "Europe/Moscow" }) { branch { id } } }';
    const { data } = await gateway.ask<{ createBranch: { branch: { id: string } } }>(
      branch,
      {},
      gateway.adminKey,
    );
    credentials = {
      nobody: undefined,
      owner: await gateway.customerToken(OWNER_PHONE),
      stranger: await gateway.customerToken("+79005550104"),
      elsewhere: await aKey([data.createBranch.branch.id]),
      operator: await aKey([places.branchId]),
      admin: gateway.adminKey,
    };
    marks = [
      places.branchId,
      places.orderId,
      places.planId,
      places.branchesPlanId,
      places.promotionId,
      places.sectionId,
      OWNER_PHONE,
    ];
  });

  afterAll(() => gateway.stop());

  async function aKey(branchIds: string[]): Promise<string> {
    const { data } = await gateway.ask<{ createApiKey: { secret: string } }>(
      "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
      { input: { label: "fields", scope: "OPERATOR", branchIds } },
      gateway.adminKey,
    );
    return data.createApiKey.secret;
  }

  const queries = scopeTable.filter(({ field }) => field.startsWith("Query."));
  const rows = queries.flatMap((row) => VIEWERS.map((viewer) => ({ ...row, viewer })));

  async function walk(
    row: (typeof rows)[number],
  ): Promise<{ walked: WalkedField[]; texts: string[] }> {
    const texts: string[] = [];
    const ask = async (document: string): Promise<WalkAnswer> => {
      const { text } = await gateway.ask(document, {}, credentials[row.viewer]);
      texts.push(text);
      return JSON.parse(text) as WalkAnswer;
    };
    const given = {
      "Branch.product": 'article: "none"',
      "Customer.loyalty": `branchId: "${places.branchId}"`,
    };
    // The doctor makes a dozen POS queries; its guard is in the table of nested fields.
    const walker = new SchemaWalk(schema, ask, given, ["Branch.health"]);
    const root = rootOf(row.document(places));
    const type = schema.getQueryType()?.getFields()[row.field.split(".")[1] ?? ""]?.type;
    const walked = await walker.below(root, type ? getNamedType(type).name : "");
    return { walked, texts };
  }

  it.each(rows)(
    "$field shows $viewer every field they are entitled to, and no other",
    async (row) => {
      const { walked, texts } = await walk(row);
      const works = ["operator", "admin"].includes(row.viewer);
      const wrong = walked.filter(({ type, field, answer }) => {
        const access = accessTo(type, field);
        // A refused field is null and has an error.
        if (answer === "null") return access === undefined;
        if (access === "admins") return (answer === "refused") === (row.viewer === "admin");
        // A key of another branch sees its own branch where none is named.
        if (access === "operators")
          return (answer === "refused") === (works || row.viewer === "elsewhere");
        if (access === "office") return !works && row.viewer !== "elsewhere" && answer === "value";
        if (access === "hidden")
          return answer === "refused" || (answer === "value" && !works && field !== "stuck");
        return access === undefined || answer === "refused";
      });
      expect([
        ...new Set(
          wrong.map(({ type, field, answer, code }) => `${type}.${field}: ${answer} ${code ?? ""}`),
        ),
      ]).toEqual([]);
      if (row.viewer !== "elsewhere") return;
      const own = row.document(places);
      expect(
        marks.filter((mark) => !own.includes(mark) && texts.some((text) => text.includes(mark))),
      ).toEqual([]);
      // Nor do answers repeat what the query names, except for the phone of a query that is answered
      // with null.
      expect(texts.filter((text) => text.includes(places.orderId))).toEqual([]);
    },
  );

  it("the table has every guard that the code has, and no other", () => {
    const { fieldResolvers, objectTypes } = getMetadataStorage();
    const guards = fieldResolvers
      .filter(({ roles }) => roles !== undefined)
      .map(({ getObjectType, schemaName, roles }) => {
        const type = objectTypes.find(({ target }) => target === getObjectType?.())?.name ?? "";
        return `${type}.${schemaName} ${String(roles?.[0])}`;
      });
    const said = Object.entries(FIELDS).flatMap(([type, { operators = "", admins = "" }]) => [
      ...operators.split(" ").flatMap((name) => (name ? [`${type}.${name} OPERATOR`] : [])),
      ...admins.split(" ").flatMap((name) => (name ? [`${type}.${name} ADMIN`] : [])),
    ]);
    expect(guards.sort()).toEqual(said.sort());
  });

  it("nearly every field is seen by an admin, so the test really walked them", async () => {
    const seen = new Set<string>();
    for (const row of rows.filter(({ viewer }) => viewer === "admin")) {
      for (const { type, field } of (await walk(row)).walked) seen.add(`${type}.${field}`);
    }
    for (const expected of [
      "Order.lines",
      "Injection.attempts",
      "InjectionAttempt.request",
      "BranchSettings.credential",
    ]) {
      expect(seen).toContain(expected);
    }
    expect(seen.size).toBeGreaterThan(300);
  });
});
