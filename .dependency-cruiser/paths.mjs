/**
 * A folder below src, the file of the same name, or both: `server` is src/server.ts and
 * src/server/.
 */
const ours = (name) => `^src/${name}(/|[.]ts$)`;
const packaged = (name) => `(^|/)node_modules/(@types/)?${name}/`;

export { ours, packaged };
