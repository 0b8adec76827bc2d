import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import Ajv, { type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

import { OpenapiToJsonSchema, type Schema } from "./openapi-to-json-schema";

interface Content {
  content?: { "application/json"?: { schema?: Schema } };
}

interface Contract {
  paths: Record<
    string,
    { post?: { requestBody?: Content; responses: Record<string, Content | undefined> } }
  >;
  "x-webhooks": Record<string, { post: { requestBody: Content } }>;
  components: { schemas: Record<string, Schema> };
}

/**
 * Violations in words, at most `shownViolations` of them; an empty list means that the body keeps
 * the contract.
 */
type Violations = string[];

interface OperationContract {
  request: (body: unknown) => Violations;
  /** Checks the body of a 200. */
  response: (body: unknown) => Violations;
  /** Checks the body of an answer that is not 2xx. */
  error: (body: unknown) => Violations;
}

const shownViolations = 20;
const ownCopy = join(__dirname, "iiko-contract.json");
const fullDocument = process.env.IIKO_OPENAPI;

/**
 * Source of the contract: the whole OpenAPI file that IIKO_OPENAPI names, or otherwise our reduced
 * copy of its structure.
 */
export const iikoContractFile = fullDocument && existsSync(fullDocument) ? fullDocument : ownCopy;

let loaded: { contract: Contract; ajv: Ajv; converter: OpenapiToJsonSchema } | undefined;

function load() {
  if (loaded) return loaded;
  const contract = JSON.parse(readFileSync(iikoContractFile, "utf8")) as Contract;
  const converter = new OpenapiToJsonSchema(contract.components.schemas);
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const format of ["int32", "int64", "float", "double", "enum"]) ajv.addFormat(format, true);
  ajv.addFormat("yyyy-MM-dd HH:mm:ss.fff", /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/);
  ajv.addFormat("date-span", /^-?\d\d:\d\d:\d\d$/);
  ajv.addSchema({ $id: "iiko", definitions: converter.definitions() });
  loaded = { contract, ajv, converter };
  return loaded;
}

const compiled = new Map<string, ValidateFunction>();

function violations(body: unknown, schema: Schema | undefined, key: string): Violations {
  const { ajv, converter } = load();
  // Values that are not JSON (undefined, Date) must not pass for what they become on the wire.
  const wire: unknown = JSON.parse(JSON.stringify(body ?? null));
  const text = JSON.stringify(converter.convert(schema)).replaceAll(
    '"#/definitions/',
    '"iiko#/definitions/',
  );
  const validate = compiled.get(key) ?? ajv.compile(JSON.parse(text) as Schema);
  compiled.set(key, validate);
  if (validate(wire)) return [];
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== "if")
    .slice(0, shownViolations)
    .map(
      (error) =>
        `${error.instancePath || "/"} ${error.message ?? error.keyword} ${JSON.stringify(error.params)}`,
    );
}

/**
 * What iiko publishes about one path, or undefined for a path that the document does not contain.
 */
export function contractFor(path: string): OperationContract | undefined {
  const post = load().contract.paths[path]?.post;
  if (!post) return undefined;
  const json = (content: Content | undefined) => content?.content?.["application/json"]?.schema;
  return {
    request: (body) => violations(body, json(post.requestBody), `${path} request`),
    response: (body) => violations(body, json(post.responses["200"]), `${path} response`),
    error: (body) => violations(body, json(post.responses["400"]), `${path} error`),
  };
}

/** A schema of the document by its short name, unchanged. */
export function documentedSchema(name: string): Schema {
  const { schemas } = load().contract.components;
  const key = Object.keys(schemas).find((each) => each === name || each.endsWith(`.${name}`));
  if (key === undefined) throw new Error(`iiko's contract has no schema ${name}`);
  return schemas[key]!;
}

/** Checks a web hook delivery (an array of events of the five published types). */
export function webHookViolations(events: { eventType?: string }[]): Violations {
  const hooks = load().contract["x-webhooks"];
  return events.flatMap((event) => {
    const name = Object.keys(hooks).find((key) =>
      key.endsWith(`${event.eventType ?? "?"}WebHookEventInfo`),
    );
    const schema =
      name === undefined
        ? undefined
        : hooks[name]?.post.requestBody.content?.["application/json"]?.schema;
    return schema
      ? violations([event], schema, `web hook ${name}`)
      : [`unknown eventType ${event.eventType ?? "none"}`];
  });
}
