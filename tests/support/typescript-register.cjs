// Compiles the TypeScript that a process or thread without Jest requires, with the options of
// .swcrc, as the build does.

/* eslint-disable-next-line @typescript-eslint/no-require-imports -- it is CommonJS that --require takes */
const { transformFileSync } = require("@swc/core");

require.extensions[".ts"] = (module, path) => module._compile(transformFileSync(path).code, path);
