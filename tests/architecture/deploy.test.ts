import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { parse } from "yaml";

import { checkCompose } from "../../scripts/deploy/check-compose";
import { checkImage } from "../../scripts/deploy/check-image";
import { checkKubernetes } from "../../scripts/deploy/check-kubernetes";
import { type Finding } from "../../scripts/deploy/finding";
import { ENV_EXAMPLE, envExample } from "../../scripts/docs/env-example";
import { settings } from "../../scripts/docs/settings-table";
import { documentedSteps } from "../../scripts/proof/deploy/documented-steps";
import { notIgnored } from "../../scripts/proof/deploy/image-steps";
import { haproxySettings } from "../../scripts/proof/failover/haproxy-settings";

const ROOT = join(__dirname, "..", "..");
const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

function filesBelow(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
}

/** The artefacts in a separate folder, with one of them changed. */
function withChange(path: string, from: string, to: string, check: (root: string) => Finding) {
  const root = mkdtempSync(join(tmpdir(), "deploy-"));
  try {
    for (const name of ["deploy", "package.json", "package-lock.json", ".npmrc", "packages"])
      cpSync(join(ROOT, name), join(root, name), {
        recursive: true,
        filter: (source) => !/node_modules|dist/.test(source),
      });
    symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
    const text = readFileSync(join(root, path), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(root, path), text.replace(from, to));
    return check(root).faults.join("\n");
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe("what is deployed", () => {
  it.each([
    ["image", checkImage],
    ["Compose file", checkCompose],
    ["Kubernetes manifests", checkKubernetes],
  ])("has no problems in its %s", (_name, check) => {
    expect(check(ROOT).faults).toEqual([]);
  });

  it.each([
    ["root", "deploy/Dockerfile", "USER 1000:1000", "USER root", checkImage],
    ["EXPOZE", "deploy/Dockerfile", "EXPOSE 4000", "EXPOZE 4000", checkImage],
    ["deploy/.env", "deploy/Dockerfile.dockerignore", "deploy/.env\n", "\n", checkImage],
    ["additional prop", "deploy/compose.yaml", "restart:", "restrt:", checkCompose],
    ["own address", "deploy/compose.yaml", "- 127.0.0.1:4000:4000", '- "4000:4000"', checkCompose],
    ["prestop", "deploy/kubernetes/gateway.yaml", "preStop:", "prestop:", checkKubernetes],
    ["integer", "deploy/kubernetes/gateway.yaml", "replicas: 2", 'replicas: "2"', checkKubernetes],
    ["intervall", "deploy/kubernetes/monitoring.yaml", "interval:", "intervall:", checkKubernetes],
  ])("reports a problem with the word %j in %s", (word, ...[path, from, to, check]) => {
    expect(withChange(path, from, to, check)).toContain(word);
  });

  it("lists every setting of the README in its example", () => {
    if (textOf(ENV_EXAMPLE) !== envExample())
      throw new Error(`${ENV_EXAMPLE} is stale: run \`npm run schema\``);
  });

  it("sets nothing that the gateway does not read", () => {
    const known = settings().map(({ name }) => name);
    const unit = [
      ...textOf("deploy/systemd/result-rest-gateway.service").matchAll(/^Environment=(.*)$/gm),
    ];
    const { services } = parse(textOf("deploy/compose.yaml")) as {
      services: { gateway: { environment: Record<string, string> } };
    };
    const secret = parse(textOf("deploy/kubernetes/example/secret.yaml")) as {
      stringData: Record<string, string>;
    };
    const pod = [
      ...textOf("deploy/kubernetes/gateway.yaml").matchAll(/\{ name: ([A-Z_]+), value/g),
    ];
    const set = [
      ...unit.flatMap(([, line = ""]) => line.split(" ").map((each) => each.split("=")[0])),
      ...Object.keys(services.gateway.environment),
      ...Object.keys(secret.stringData),
      ...pod.map(([, name]) => name),
    ];
    expect(set).toContain("DATABASE_URL");
    expect(set.filter((name) => !known.includes(name ?? ""))).toEqual([]);
  });

  it("alerts on metrics that exist, and names the action to take", () => {
    const rules = ["alerts.yml", "objectives.yml"].map((name) =>
      textOf(`deploy/prometheus/${name}`),
    );
    const sources = filesBelow("src").map(textOf).join("\n");
    const metrics = rules.flatMap((text) => text.match(/\bgateway_\w+/g) ?? []);
    const base = (name: string) => name.replace(/_(count|bucket|sum)$/, "");
    expect(metrics.length).toBeGreaterThan(20);
    expect(metrics.filter((name) => !sources.includes(`"${base(name)}"`))).toEqual([]);
    const headings: readonly string[] = textOf("docs/operations.md").match(/^## .+$/gm) ?? [];
    const actions = rules.flatMap((text) => [
      ...text.matchAll(/action: "docs\/operations.md: (.+)"/g),
    ]);
    expect(
      actions.filter(([, heading]) => !headings.some((line) => line === `## ${heading}`)),
    ).toEqual([]);
    const tests = textOf("deploy/prometheus/rules.test.yml");
    const alerts = rules.flatMap((text) =>
      [...text.matchAll(/- alert: (\w+)/g)].map(([, name]) => name),
    );
    expect(actions).toHaveLength(alerts.length);
    expect(alerts.filter((name) => !tests.includes(`alertname: ${name}`))).toEqual([]);
  });

  it("says for each release what operators have to do", () => {
    const releases = [...textOf("CHANGELOG.md").matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm)];
    const upgrade = textOf("docs/upgrade.md");
    expect(releases.length).toBeGreaterThan(0);
    expect(releases.filter(([, version]) => !upgrade.includes(`\n## ${version}\n`))).toEqual([]);
  });

  it("finds the commands of a page in order", () => {
    const steps = documentedSteps(join(ROOT, "docs/deploy.md"), "One machine");
    expect(steps[0]?.title).toMatch(/^1\. /);
    expect(steps[1]?.script).toContain("npm run assemble");
    expect(steps.some(({ script }) => script.includes("systemctl enable --now"))).toBe(true);
  });

  it("sends the builder what it needs, and nothing else", () => {
    const paths = ["src/main.ts", "tests/unit/a.test.ts", "tests/support/fakes.ts", "deploy/.env"];
    const all = [...paths, "console/node_modules/a.js", "deploy/.env.example", ".git/config"];
    const sent = notIgnored(all, join(ROOT, "deploy/Dockerfile.dockerignore"));
    expect(sent).toEqual(["src/main.ts", "tests/support/fakes.ts", "deploy/.env.example"]);
  });

  it("points HAProxy at the pair that the failover proof starts", () => {
    const pair = ["one", "two"].map((name, index) => ({
      name,
      postgresPort: 6001 + index,
      patroniPort: 7001 + index,
    }));
    const lines = haproxySettings(6000, pair)
      .split("\n")
      .filter((line) => /^\s+(bind|server) /.test(line));
    expect(lines.map((line) => line.trim())).toEqual([
      "bind 127.0.0.1:6000",
      "server one 127.0.0.1:6001 maxconn 200 check port 7001",
      "server two 127.0.0.1:6002 maxconn 200 check port 7002",
    ]);
  });
});
