import { join } from "node:path";

import { judgeHouse, readHouse } from "./house/house";

/** The numbered rules that the tree must follow: npm run check:house. */
const ROOT = join(__dirname, "..", "..");

const findings = judgeHouse(readHouse(ROOT));
for (const { rule, limit, broken } of findings) {
  const fails = broken.length > limit;
  const most = limit === 0 ? "" : `, at most ${limit}`;
  console.log(`${fails ? "✗" : "✓"} ${rule}: ${broken.length}${most}`);
  if (fails) for (const place of broken) console.log(`    ${place}`);
}
if (findings.some(({ broken, limit }) => broken.length > limit)) process.exitCode = 1;
