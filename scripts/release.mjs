// Cuts a release: node scripts/release.mjs <version>. Moves what waits in .changeset under the
// version in CHANGELOG.md, writes the version into the manifests, and copies the schema into
// releases/. It commits and tags nothing.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { cutChangelog, sectionsOf } from "./changelog.mjs";

const MANIFESTS = ["package.json", "package-lock.json", "packages/client/package.json"];

const version = process.argv[2] ?? "";
if (!/^\d+\.\d+\.\d+$/.test(version)) {
  console.error("Name the version: npm run release -- 0.3.0");
  process.exit(1);
}

const files = readdirSync(".changeset").filter((name) => name !== "README.md");
const changes = files.map((name) => sectionsOf(readFileSync(join(".changeset", name), "utf8")));
const today = new Date().toISOString().slice(0, 10);
writeFileSync(
  "CHANGELOG.md",
  cutChangelog(readFileSync("CHANGELOG.md", "utf8"), changes, { version, today }),
);
for (const path of MANIFESTS) {
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.version = version;
  if (manifest.packages?.[""]) manifest.packages[""].version = version;
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
copyFileSync("schema.graphql", `releases/${version}.graphql`);
for (const name of files) rmSync(join(".changeset", name));
console.log(
  `Look at CHANGELOG.md, then commit as "chore: release ${version}" and tag v${version}.`,
);
