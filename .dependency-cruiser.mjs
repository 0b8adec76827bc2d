import everywhere from "./.dependency-cruiser/everywhere.mjs";
import layers from "./.dependency-cruiser/layers.mjs";
import rooms from "./.dependency-cruiser/rooms.mjs";

const asError = (rule) => ({ severity: "error", ...rule });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [...layers, ...rooms, ...everywhere].map(asError),
  options: {
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
