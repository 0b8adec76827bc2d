import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import everywhere from "./.dependency-cruiser/everywhere.mjs";
import layers from "./.dependency-cruiser/layers.mjs";
import rooms from "./.dependency-cruiser/rooms.mjs";

const asError = (rule) => ({ severity: "error", ...rule });

const forbidden = [...layers, ...rooms, ...everywhere].map(asError);

/**
 * What was found is looked up while all files are the same. Of the rules and the packages the cache
 * knows nothing: each of them has one of its own.
 */
const state = createHash("sha256")
  .update(JSON.stringify(forbidden))
  .update(readFileSync(new URL("package.json", import.meta.url)))
  .digest("hex");

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden,
  options: {
    cache: {
      folder: `node_modules/.cache/dependency-cruiser/${state.slice(0, 16)}`,
      strategy: "content",
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "node", "import", "require", "default"],
      mainFields: ["types", "main"],
      extensions: [".ts", ".mts", ".tsx", ".js", ".mjs", ".json", ".d.ts"],
    },
  },
};
