import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

import { precompress } from "./precompress.mts";

export default defineConfig({
  base: "/console/",
  plugins: [react(), precompress()],
  build: {
    outDir: "../dist/console",
    emptyOutDir: true,
    target: "es2022",
    // The policy of the page allows no data: scripts, and a small worker must not become one.
    assetsInlineLimit: 0,
    // Monaco is one chunk of 3 MB whatever is done.
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      onwarn(warning, warn) {
        // "use no memo" in GraphiQL's files is for React's compiler, which has run on them already.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
  worker: { format: "es" },
  // `npx vite console` beside a running gateway.
  server: { proxy: { "/graphql": { target: "http://127.0.0.1:4000", ws: true } } },
});
