import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { ServiceMonitor } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Secret } from "kubernetes-models/v1/Secret";
import { Service } from "kubernetes-models/v1/Service";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import ts from "typescript";
import { parseAllDocuments } from "yaml";

import { type Finding } from "./finding";

const FOLDER = "deploy/kubernetes";

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** Schemas of the kinds that we use, and where their types come from. */
const KINDS: Readonly<
  Record<string, readonly [new (data: never) => { validate(): void }, string]>
> = {
  "apps/v1 Deployment": [Deployment, "kubernetes-models/apps/v1/Deployment"],
  "v1 Service": [Service, "kubernetes-models/v1/Service"],
  "v1 ServiceAccount": [ServiceAccount, "kubernetes-models/v1/ServiceAccount"],
  "v1 Secret": [Secret, "kubernetes-models/v1/Secret"],
  "policy/v1 PodDisruptionBudget": [
    PodDisruptionBudget,
    "kubernetes-models/policy/v1/PodDisruptionBudget",
  ],
  "networking.k8s.io/v1 Ingress": [Ingress, "kubernetes-models/networking.k8s.io/v1/Ingress"],
  "monitoring.coreos.com/v1 ServiceMonitor": [
    ServiceMonitor,
    "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor",
  ],
};

/** Validates each manifest against the schema of its kind; an unknown field is an error. */
export function checkKubernetes(root: string): Finding {
  const files = readdirSync(join(root, FOLDER), { recursive: true, encoding: "utf8" });
  const yamls = files.filter((name) => name.endsWith(".yaml")).map((name) => join(FOLDER, name));
  const manifests = yamls.flatMap((file) => manifestsIn(root, file));
  const faults = [
    ...manifests.flatMap(faultsBySchema),
    ...faultsByType(root, manifests),
    ...missingKinds(manifests),
  ];
  return { name: FOLDER, faults, told: manifests.map(({ kind }) => kind).join(", ") };
}

/** @throws {Error} when it is not YAML, or of a kind that has no schema here */
function manifestsIn(root: string, file: string): Manifest[] {
  return parseAllDocuments(readFileSync(join(root, file), "utf8"), { uniqueKeys: true }).map(
    (one) => {
      if (one.errors[0]) throw new Error(`${file}: ${one.errors[0].message}`);
      const manifest = one.toJS() as Manifest;
      if (!(kindOf(manifest) in KINDS))
        throw new Error(`${file}: no schema of ${kindOf(manifest)}`);
      return manifest;
    },
  );
}

function kindOf({ apiVersion, kind }: Manifest): string {
  return `${apiVersion} ${kind}`;
}

function faultsBySchema(manifest: Manifest): string[] {
  const [Model] = KINDS[kindOf(manifest)] ?? [];
  try {
    if (Model) new Model(manifest as never).validate();
    return [];
  } catch (error) {
    return [`${manifest.kind} ${manifest.metadata.name}: ${(error as Error).message}`];
  }
}

/** Schemas allow unknown fields; the types of the same kinds do not. */
function faultsByType(root: string, manifests: readonly Manifest[]): string[] {
  const source = manifests.map((manifest, index) => {
    const [, from] = KINDS[kindOf(manifest)] ?? [];
    const type = `import("${from}").I${manifest.kind}`;
    return `export const manifest${index}: ${type} = ${JSON.stringify(manifest)};\n`;
  });
  const folder = mkdtempSync(join(root, "node_modules", ".manifests-"));
  try {
    const file = join(folder, "manifests.ts");
    writeFileSync(file, source.join(""));
    const { ModuleKind, ModuleResolutionKind } = ts;
    const modules = { module: ModuleKind.Node20, moduleResolution: ModuleResolutionKind.Node16 };
    const options = { ...modules, noEmit: true, strict: true, skipLibCheck: true, types: [] };
    const program = ts.createProgram([file], options);
    return ts.getPreEmitDiagnostics(program).map(({ messageText, start = 0 }) => {
      const line = source.join("").slice(0, start).split("\n").length;
      const { kind, metadata } = manifests[line - 1] ?? { kind: "", metadata: { name: "" } };
      return `${kind} ${metadata.name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function missingKinds(manifests: readonly Manifest[]): string[] {
  const there = new Set(manifests.map(kindOf));
  return Object.keys(KINDS)
    .filter((kind) => !there.has(kind))
    .map((kind) => `there is no ${kind}`);
}
